'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import kit from '../kit/kit.module.css'
import { useWords } from '../words/use-words.ts'
import { DropZone } from './DropZone.tsx'
import styles from './import.module.css'
import { ImportActions } from './ImportActions.tsx'
import { ImportRows } from './ImportRows.tsx'
import { MissingEntries } from './MissingEntries.tsx'
import { Progress } from './Progress.tsx'
import { pendingOf, type Shown } from './rows.ts'
import { useImport, type Phase } from './use-import.ts'

/** The import, from the first file that is dropped to the report. */
export function ImportDesk({ canMakeEntries }: { canMakeEntries: boolean }) {
  const { say } = useWords()
  const work = useImport()
  const { rows, phase, problem, notices } = work
  const [shown, setShown] = useState<Shown>('all')
  const heading = useFocusOnChange(phase)
  const canAdd = phase === 'choosing' || phase === 'looking' || phase === 'seen'

  return (
    <div className={styles.desk}>
      {canAdd ? <DropZone isSmall={rows.length > 0} onFiles={work.add} /> : null}
      {notices.map((notice) => (
        <p className={styles.notice} key={notice} role="status">
          {notice}
        </p>
      ))}
      {phase === 'choosing' ? null : (
        <section aria-labelledby="import-heading">
          <h2 className={styles.heading} id="import-heading" ref={heading} tabIndex={-1}>
            {say(headings[phase])}
          </h2>
          {problem === null ? null : (
            <p className={kit.problem} role="alert">
              {problem}
            </p>
          )}
          <Progress phase={phase} rows={rows} />
          <MissingEntries canMakeEntries={canMakeEntries} work={work} />
          <ImportActions work={work} />
          <ImportRows onShow={setShown} shown={shown} work={work} />
          {phase === 'seen' && pendingOf(rows).length > 5 ? (
            <Button margin={false} onClick={work.write} type="button">
              {say('import:write', { count: pendingOf(rows).length })}
            </Button>
          ) : null}
        </section>
      )}
    </div>
  )
}

const headings = {
  looking: 'import:recognised',
  seen: 'import:recognised',
  writing: 'import:writingHead',
  stopped: 'import:stoppedHead',
  done: 'import:done',
} as const satisfies Record<Exclude<Phase, 'choosing'>, string>

/** The button that was pressed is gone: whoever uses the keyboard goes on at the heading. */
function useFocusOnChange(phase: Phase) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(phase)
  useEffect(() => {
    if (before.current !== phase && ['writing', 'stopped', 'done'].includes(phase)) {
      heading.current?.focus()
    }
    before.current = phase
  }, [phase])
  return heading
}
