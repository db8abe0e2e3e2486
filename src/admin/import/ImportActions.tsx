'use client'

import { Button } from '@payloadcms/ui'
import kit from '../kit/kit.module.css'
import { useWords } from '../words/use-words.ts'
import { loadReport } from './lazy-report.ts'
import { failedOf, pendingOf } from './rows.ts'
import type { Import } from './use-import.ts'

/** What can be done next with all the files. */
export function ImportActions({ work }: { work: Import }) {
  const { rows, phase } = work
  const { say } = useWords()
  const pending = pendingOf(rows)
  const failed = failedOf(rows)
  const hasEnded = phase === 'stopped' || phase === 'done'
  const canLookAgain = phase === 'seen' && rows.some(({ seen }) => seen === null)

  const download = async () => {
    const composeReport = await loadReport()
    const csv = composeReport(rows, { say, origin: window.location.origin })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }))
    link.download = `${say('import:reportName')}-${new Date().toISOString().slice(0, 10)}.csv`
    link.click()
    URL.revokeObjectURL(link.href)
  }

  return (
    <div className={kit.actions}>
      {canLookAgain ? (
        <Act
          onClick={() => {
            work.lookAgain()
          }}
          text={say('kit:retry')}
        />
      ) : null}
      {phase === 'seen' && pending.length > 0 ? (
        <Act isPrimary onClick={work.write} text={say('import:write', { count: pending.length })} />
      ) : null}
      {phase === 'stopped' && pending.length > 0 ? (
        <Act isPrimary onClick={work.write} text={say('import:goOn')} />
      ) : null}
      {phase === 'writing' ? <Act onClick={work.stop} text={say('import:stop')} /> : null}
      {hasEnded && failed.length > 0 ? (
        <Act
          onClick={() => {
            work.retry(failed)
          }}
          text={say('import:retryFailed', { count: failed.length })}
        />
      ) : null}
      {hasEnded ? <Act onClick={() => void download()} text={say('import:report')} /> : null}
      {phase === 'done' ? <Act onClick={work.startOver} text={say('import:again')} /> : null}
      {phase === 'seen' || phase === 'stopped' ? (
        <Act onClick={work.startOver} text={say('import:startOver')} />
      ) : null}
    </div>
  )
}

function Act(props: { text: string; onClick: () => void; isPrimary?: boolean }) {
  const { text, onClick, isPrimary = false } = props
  return (
    <Button
      buttonStyle={isPrimary ? 'primary' : 'secondary'}
      margin={false}
      onClick={onClick}
      type="button"
    >
      {text}
    </Button>
  )
}
