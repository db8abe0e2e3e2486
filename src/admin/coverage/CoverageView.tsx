'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { landOfAgs } from '#model/codes/region.ts'
import type { Coverage } from '#newsroom/lists/coverage.ts'
import { BulkSteps, type BulkText } from '../bulk/BulkSteps.tsx'
import { Empty } from '../kit/Empty.tsx'
import kit from '../kit/kit.module.css'
import { useApi } from '../kit/use-api.ts'
import { pathOfText } from '../texts/paths.ts'
import { useWords } from '../words/use-words.ts'
import { CoverageFilters, type Filters } from './CoverageFilters.tsx'
import { CoverageGrid } from './CoverageGrid.tsx'
import { Legend } from './Legend.tsx'
import { Matrix, show } from './matrix.ts'
import styles from './coverage.module.css'

/** How many cells can be selected: as many as one request takes. */
const mostSelected = 500

type Pair = [profession: string, region: string]

/** The matrix of professions and regions with its filters, its selection and what it leads to. */
export function CoverageView() {
  const { say, format } = useWords()
  const call = useApi()
  const router = useRouter()
  const [matrix, setMatrix] = useState<Matrix | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [filters, setFilters] = useState<Filters>({
    zoom: 'all',
    profession: '',
    region: '',
    highlight: 'all',
    isOnlyMatches: false,
  })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [texts, setTexts] = useState<BulkText[]>([])

  const load = useCallback(async () => {
    const answer = await call<Coverage>('/newsroom/coverage')
    setFailure(answer.ok ? null : answer.message)
    if (answer.ok) setMatrix(new Matrix(answer.body))
  }, [call])
  useEffect(() => {
    void load()
  }, [load])

  const find = useCallback(
    async (pairs: Pair[]): Promise<BulkText[]> => {
      const answer = await call<{ texts: { id: string; title: string; digest: string }[] }>(
        '/newsroom/coverage/texts',
        { method: 'POST', body: { pairs } },
      )
      if (!answer.ok) toast.error(answer.message)
      return answer.ok
        ? answer.body.texts.map((text) => ({ ...text, collection: 'regional-sections' as const }))
        : []
    },
    [call],
  )
  // The cells know no ids: those of a selection are asked for once it rests.
  useEffect(() => {
    if (selected.size === 0) {
      setTexts([])
      return
    }
    const timer = setTimeout(() => {
      void find([...selected].map((key) => key.split(' ') as Pair)).then(setTexts)
    }, 250)
    return () => {
      clearTimeout(timer)
    }
  }, [selected, find])

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
      const [text] = await find([[pair.profession.id, pair.region.id]])
      if (text) router.push(pathOfText(text))
      return
    }
    const answer = await call<{ doc: { id: string } }>('/regional-sections?draft=true&depth=0', {
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
    if (answer.ok) {
      router.push(pathOfText({ collection: 'regional-sections', id: answer.body.doc.id }))
    } else {
      toast.error(answer.message)
    }
  }
  const select = (cells: readonly [number, number][], isAdded: boolean) => {
    const next = new Set(selected)
    for (const [profession, region] of cells) {
      const key = `${matrix?.professions[profession]?.id ?? ''} ${matrix?.regions[region]?.id ?? ''}`
      if (!isAdded) next.delete(key)
      else if (matrix?.at(profession, region)) next.add(key)
    }
    if (next.size > mostSelected) toast.info(say('coverage:tooMany', { most: mostSelected }))
    setSelected(new Set([...next].slice(0, mostSelected)))
  }

  if (failure && !matrix) {
    return (
      <p className={kit.problem} role="alert">
        {failure}{' '}
        <button className={kit.action} onClick={() => void load()} type="button">
          {say('kit:retry')}
        </button>
      </p>
    )
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
      {texts.length > 0 ? (
        <BulkSteps
          onClear={() => {
            setSelected(new Set())
          }}
          onDone={() => void load()}
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
          onSelect={select}
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
