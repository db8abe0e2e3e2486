'use client'

import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useState, useTransition } from 'react'
import { mostCounted } from '#newsroom/lists/limits.ts'
import type { TextPage } from '#newsroom/lists/list.ts'
import { BulkSteps } from '../bulk/BulkSteps.tsx'
import { Empty } from '../kit/Empty.tsx'
import kit from '../kit/kit.module.css'
import { useApi } from '../kit/use-api.ts'
import { useWords } from '../words/use-words.ts'
import { pathOfTexts } from './paths.ts'
import { SavedViews } from './SavedViews.tsx'
import { TextFilters, type FilterChoices } from './TextFilters.tsx'
import { TextTable } from './TextTable.tsx'
import styles from './list.module.css'

type Parameters = Readonly<Record<string, string>>

/** The list of texts with its filters, views, selection and export. */
export function TextsView(props: {
  page: TextPage
  parameters: Parameters
  choices: FilterChoices
  problem: string | null
}) {
  const { parameters, choices, problem } = props
  const { say, format } = useWords()
  const call = useApi()
  const router = useRouter()
  const [isMoving, startMoving] = useTransition()
  const [page, setPage] = useState(props.page)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [failure, setFailure] = useState<string | null>(null)
  const [isLoading, setIsLoading] = useState(false)
  // Another address brings another page; the filters stay as they are, and the focus in them.
  useEffect(() => {
    setPage(props.page)
    setSelected(new Set())
  }, [props.page])

  const goTo = (next: Parameters) => {
    startMoving(() => {
      router.push(pathOfTexts(next))
    })
  }
  const change = (changes: Readonly<Record<string, string | null>>) => {
    const next = Object.entries({ ...parameters, ...changes })
    goTo(Object.fromEntries(next.flatMap(([name, value]) => (value ? [[name, value]] : []))))
  }
  const address = (more: Record<string, string>) =>
    new URLSearchParams({ ...parameters, ...more }).toString()

  const loadMore = async () => {
    setIsLoading(true)
    const more = address({ cursor: page.nextCursor ?? '' })
    const answer = await call<TextPage>(`/newsroom/texts?${more}`)
    setIsLoading(false)
    setFailure(answer.ok ? null : answer.message)
    if (!answer.ok) return
    const known = new Set(page.texts.map(({ id }) => id))
    const fresh = answer.body.texts.filter(({ id }) => !known.has(id))
    setPage({ ...answer.body, texts: [...page.texts, ...fresh] })
  }
  /** What was changed is read anew; the rest of what is shown stays. */
  const afterSteps = (done: readonly string[]) => {
    setSelected(new Set([...selected].filter((id) => !done.includes(id))))
    void call<TextPage>(
      `/newsroom/texts?${address({ limit: String(Math.min(200, Math.max(50, page.texts.length))) })}`,
    ).then((answer) => {
      if (answer.ok) setPage(answer.body)
    })
  }

  const many = page.total > mostCounted
  const counts = {
    shown: format.number(page.texts.length),
    total: format.number(Math.min(page.total, mostCounted)),
  }
  const isNarrowed = Object.keys(parameters).some((name) => name !== 'sort')
  return (
    <div aria-busy={isMoving} className={isMoving ? styles.moving : undefined}>
      <SavedViews onChoose={goTo} parameters={parameters} />
      <TextFilters choices={choices} onChange={change} parameters={parameters} />
      {problem ? (
        <p className={kit.problem} role="alert">
          {say('list:refused', { reason: problem })}
        </p>
      ) : null}
      <div className={styles.summary}>
        <p aria-live="polite">{say(many ? 'list:shownOfMany' : 'list:shown', counts)}</p>
        <a download="texte.csv" href={`/api/newsroom/texts.csv?${address({})}`}>
          {say('list:csv')}
        </a>
      </div>
      {selected.size > 0 ? (
        <BulkSteps
          onClear={() => {
            setSelected(new Set())
          }}
          onDone={afterSteps}
          texts={page.texts.filter(({ id }) => selected.has(id))}
        />
      ) : null}
      {page.texts.length === 0 ? (
        <Empty>
          <p>{say(isNarrowed ? 'list:emptyFiltered' : 'list:empty')}</p>
        </Empty>
      ) : (
        <TextTable
          onSelect={setSelected}
          onSort={(sort) => {
            change({ sort })
          }}
          selected={selected}
          sort={parameters.sort ?? '-changed'}
          texts={page.texts}
        />
      )}
      {failure ? (
        <p className={kit.problem} role="alert">
          {failure}
        </p>
      ) : null}
      {page.nextCursor ? (
        <Button buttonStyle="secondary" disabled={isLoading} onClick={() => void loadMore()}>
          {say(isLoading ? 'kit:loading' : failure ? 'kit:retry' : 'kit:more')}
        </Button>
      ) : null}
    </div>
  )
}
