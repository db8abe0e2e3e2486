'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useCallback, useMemo, useState } from 'react'
import { landOfAgs } from '#model/codes/region.ts'
import type { Coverage } from '#newsroom/lists/coverage.ts'
import type { BulkText } from '../bulk/batches.ts'
import { BulkSteps } from '../bulk/BulkSteps.tsx'
import { Empty } from '../kit/Empty.tsx'
import { Problem } from '../kit/Problem.tsx'
import { useLoaded } from '../kit/use-loaded.ts'
import { useSend } from '../kit/use-send.ts'
import { useSettled } from '../kit/use-settled.ts'
import { pathOfText } from '../texts/paths.ts'
import { useWords } from '../words/use-words.ts'
import { CoverageFilters, type Filters } from './CoverageFilters.tsx'
import { CoverageGrid } from './CoverageGrid.tsx'
import { Legend } from './Legend.tsx'
import { Matrix, show } from './matrix.ts'
import { mostSelected, pairsOf, select, type CellPosition } from './selection.ts'
import styles from './coverage.module.css'

interface FoundText {
  id: string
  title: string
  digest: string
}

const textsAt = '/newsroom/coverage/texts'

/** How long a selection has to rest before its texts are asked for, in milliseconds. */
const pause = 250

/** The matrix of professions and regions with its filters, its selection and what it leads to. */
export function CoverageView() {
  const { say, format } = useWords()
  const router = useRouter()
  const coverage = useLoaded<Coverage>('/newsroom/coverage')
  const matrix = useMemo(() => coverage.body && new Matrix(coverage.body), [coverage.body])
  const [filters, setFilters] = useState<Filters>({
    zoom: 'all',
    profession: '',
    region: '',
    highlight: 'all',
    isOnlyMatches: false,
  })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  // The cells know no ids: those of a selection are asked for once it rests.
  const settled = useSettled(selected, pause)
  const found = useLoaded<{ texts: FoundText[] }>(settled.size === 0 ? null : textsAt, {
    question: { pairs: pairsOf(settled) },
    keepsLast: true,
  })
  const texts: BulkText[] =
    selected.size === 0
      ? []
      : (found.body?.texts ?? []).map((text) => ({ ...text, collection: 'regional-sections' }))
  const finding = useSend<{ texts: FoundText[] }>()
  const making = useSend<{ doc: { id: string } }>('/newsroom')

  const landName = useCallback(
    (land: string | null) => (land ? (landOfAgs(land)?.name ?? land) : say('coverage:otherLand')),
    [say],
  )
  const shown = useMemo(
    () => (matrix ? show(matrix, { ...filters, landName }) : null),
    [matrix, filters, landName],
  )

  const open = async (profession: number, region: number) => {
    const pair = { profession: matrix?.professions[profession], region: matrix?.regions[region] }
    if (!pair.profession || !pair.region) return
    if (matrix?.at(profession, region)) {
      const answer = await finding.send(textsAt, {
        method: 'POST',
        body: { pairs: [[pair.profession.id, pair.region.id]] },
      })
      if (!answer.ok) toast.error(answer.message)
      else if (answer.body.texts[0]) goTo(answer.body.texts[0].id)
      return
    }
    const answer = await making.send('/regional-sections?draft=true&depth=0', {
      method: 'POST',
      body: {
        profession: pair.profession.id,
        region: pair.region.id,
        kicker: say('coverage:kicker', {
          profession: pair.profession.name,
          region: pair.region.name,
        }),
      },
    })
    if (answer.ok) goTo(answer.body.doc.id)
    else toast.error(answer.message)
  }
  const goTo = (id: string) => {
    router.push(pathOfText({ collection: 'regional-sections', id }))
  }
  const change = (cells: readonly CellPosition[], isAdded: boolean) => {
    if (!matrix) return
    const next = select(matrix, selected, cells, isAdded)
    if (next.isCut) toast.info(say('coverage:tooMany', { most: mostSelected }))
    setSelected(next.selected)
  }

  if (coverage.problem !== null && !matrix) {
    return <Problem message={coverage.problem} onRetry={() => void coverage.reload()} />
  }
  if (!matrix || !shown) return <p aria-busy="true">{say('kit:loading')}</p>
  if (matrix.professions.length === 0 || matrix.regions.length === 0) {
    return (
      <Empty>
        <p>{say('coverage:empty')}</p>
      </Empty>
    )
  }
  return (
    <>
      <CoverageFilters
        filters={filters}
        landName={landName}
        matrix={matrix}
        onChange={setFilters}
      />
      <p className={styles.summary}>
        {say('coverage:summary', {
          texts: format.number(matrix.size),
          live: format.number(matrix.live),
          cells: format.number(matrix.professions.length * matrix.regions.length),
        })}
      </p>
      <Legend />
      {found.problem === null ? null : (
        <Problem message={found.problem} onRetry={() => void found.reload()} />
      )}
      {texts.length > 0 ? (
        <BulkSteps
          onClear={() => {
            setSelected(new Set())
          }}
          onDone={() => {
            void coverage.reload()
            void found.reload()
          }}
          texts={texts}
        />
      ) : null}
      {shown.rows.length === 0 || shown.columns.length === 0 ? (
        <Empty>
          <p>{say('coverage:noMatch')}</p>
        </Empty>
      ) : (
        <CoverageGrid
          highlight={filters.highlight}
          matrix={matrix}
          onOpen={(profession, region) => void open(profession, region)}
          onSelect={change}
          onZoom={(zoom) => {
            setFilters({ ...filters, zoom })
          }}
          selected={selected}
          shown={shown}
        />
      )}
    </>
  )
}
