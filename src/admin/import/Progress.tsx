'use client'

import { useWords } from '../words/use-words.ts'
import styles from './import.module.css'
import { countResults, isImportable, type ImportRow } from './rows.ts'
import type { Phase } from './use-import.ts'

/** How far the reading or the writing is. */
export function Progress({ phase, rows }: { phase: Phase; rows: readonly ImportRow[] }) {
  const { say } = useWords()
  if (phase === 'looking') {
    const done = rows.filter(({ seen }) => seen !== null).length
    return (
      <Bar
        done={done}
        label={say('import:looking', { done, total: rows.length })}
        total={rows.length}
      />
    )
  }
  if (phase === 'seen') return <p className={styles.notice}>{say('import:nothingWritten')}</p>
  if (phase === 'done') return <Sums rows={rows} />
  if (phase === 'choosing') return null
  const chosen = rows.filter((row) => row.isChosen && isImportable(row))
  const done = chosen.filter(({ done }) => done !== null).length
  return (
    <Bar
      done={done}
      label={say('import:writing', { done, total: chosen.length })}
      total={chosen.length}
    />
  )
}

function Bar({ done, total, label }: { done: number; total: number; label: string }) {
  return (
    <label className={styles.progress}>
      <span>{label}</span>
      <progress max={total} value={done} />
    </label>
  )
}

/** What became of the files, in numbers. */
function Sums({ rows }: { rows: readonly ImportRow[] }) {
  const { say } = useWords()
  const { created, updated, unchanged, failed } = countResults(rows)
  const parts = [
    [created, 'import:sumCreated'],
    [updated, 'import:sumUpdated'],
    [unchanged, 'import:sumUnchanged'],
    [failed, 'import:sumFailed'],
  ] as const
  return (
    <p className={styles.sums}>
      {parts
        .filter(([number]) => number > 0)
        .map(([number, word]) => say(word, { count: number }))
        .join(', ')}
      .
    </p>
  )
}
