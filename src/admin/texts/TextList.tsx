'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { mostCounted } from '#newsroom/lists/limits.ts'
import type { TextPage } from '#newsroom/lists/list.ts'
import { BulkSteps } from '../bulk/BulkSteps.tsx'
import { Empty } from '../kit/Empty.tsx'
import kit from '../kit/kit.module.css'
import { usePages } from '../kit/use-pages.ts'
import { useWords } from '../words/use-words.ts'
import { isNarrowed, textsOf, type Parameters } from './address.ts'
import { TextTable } from './TextTable.tsx'
import styles from './list.module.css'

/** The first page of a list, and which drawing of the server it is of. */
export interface FirstPage {
  page: TextPage
  drawing: string
}

/** The texts that a list has found, a page at a time, with what can be done with a selection of them. */
export function TextList(props: {
  first: FirstPage
  parameters: Parameters
  onSort: (sort: string) => void
}) {
  const { first, parameters, onSort } = props
  const { say, format } = useWords()
  const query = new URLSearchParams(parameters).toString()
  const path = query === '' ? '/newsroom/texts' : `/newsroom/texts?${query}`
  const { pages, problem, isLoading, hasMore, more, reload } = usePages<TextPage>(path, first)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const texts = textsOf(pages ?? [])
  const total = pages?.at(-1)?.total ?? 0

  const many = total > mostCounted
  const counts = {
    shown: format.number(texts.length),
    total: format.number(Math.min(total, mostCounted)),
  }
  return (
    <>
      <div className={styles.summary}>
        <p aria-live="polite">{say(many ? 'list:shownOfMany' : 'list:shown', counts)}</p>
        <a download="texte.csv" href={`/api/newsroom/texts.csv?${query}`}>
          {say('list:csv')}
        </a>
      </div>
      {selected.size > 0 ? (
        <BulkSteps
          onClear={() => {
            setSelected(new Set())
          }}
          onDone={(done) => {
            setSelected(new Set([...selected].filter((id) => !done.includes(id))))
            reload()
          }}
          texts={texts.filter(({ id }) => selected.has(id))}
        />
      ) : null}
      {texts.length === 0 ? (
        <Empty>
          <p>{say(isNarrowed(parameters) ? 'list:emptyFiltered' : 'list:empty')}</p>
        </Empty>
      ) : (
        <TextTable
          onSelect={setSelected}
          onSort={onSort}
          selected={selected}
          sort={parameters.sort ?? '-changed'}
          texts={texts}
        />
      )}
      {problem ? (
        <p className={kit.problem} role="alert">
          {problem}
        </p>
      ) : null}
      {hasMore ? (
        <Button buttonStyle="secondary" disabled={isLoading} onClick={more}>
          {say(isLoading ? 'kit:loading' : problem ? 'kit:retry' : 'kit:more')}
        </Button>
      ) : null}
    </>
  )
}
