'use client'

import { Button, Link, useConfig } from '@payloadcms/ui'
import { memo } from 'react'
import { useWords } from '../words/use-words.ts'
import styles from './import.module.css'
import { RecognisedContent } from './RecognisedContent.tsx'
import { isImportable, isImported, newestOf, type ImportRow } from './rows.ts'
import { stateOf } from './row-state.ts'
import type { Phase } from './use-import.ts'

/** One file: what it is, what becomes of it, and what to look at. */
export const ImportRowItem = memo(function ImportRowItem(props: {
  row: ImportRow
  phase: Phase
  onChoose: (names: ReadonlySet<string>, isChosen: boolean) => void
  onRetry: (rows: readonly ImportRow[]) => void
}) {
  const { row, phase, onChoose, onRetry } = props
  const { say } = useWords()
  const { config } = useConfig()
  const told = newestOf(row)
  const state = stateOf(row, phase)
  const document = isImported(told) ? told.document : null
  return (
    <li className={styles.row} data-result={told?.result ?? 'unknown'}>
      {phase === 'seen' ? (
        <input
          aria-label={say('import:choose', { file: row.name })}
          checked={row.isChosen}
          disabled={!isImportable(row)}
          onChange={(event) => {
            onChoose(new Set([row.name]), event.target.checked)
          }}
          type="checkbox"
        />
      ) : null}
      <div className={styles.main}>
        <p className={styles.pair}>
          {isImported(told)
            ? `${told.profession} · ${told.region ?? say('import:nationwide')}`
            : row.name}
        </p>
        {isImported(told) ? <p className={styles.file}>{row.name}</p> : null}
        {told?.result === 'failed' ? (
          <p className={styles.reason}>
            {told.failure.line === null
              ? ''
              : `${say('import:line', { line: told.failure.line })}: `}
            {told.failure.reason}
          </p>
        ) : null}
        {isImported(told) ? <RecognisedContent isDone={row.done !== null} told={told} /> : null}
      </div>
      <div className={styles.state}>
        {state ? (
          <span className={styles.badge} data-tone={state.tone}>
            {say(state.word)}
          </span>
        ) : null}
        {document && (row.done || told?.result === 'unchanged') ? (
          <Link
            href={`${config.routes.admin}/collections/${document.collection}/${document.id}`}
            prefetch={false}
            target="_blank"
          >
            {say('import:open')}
          </Link>
        ) : null}
        {row.done?.result === 'failed' && (phase === 'done' || phase === 'stopped') ? (
          <Button
            aria-label={say('import:retryOne', { file: row.name })}
            buttonStyle="secondary"
            margin={false}
            onClick={() => {
              onRetry([row])
            }}
            size="small"
            type="button"
          >
            {say('kit:retry')}
          </Button>
        ) : null}
      </div>
    </li>
  )
})
