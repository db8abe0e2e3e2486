'use client'

import { useId } from 'react'
import { useWords } from '../words/use-words.ts'
import styles from './import.module.css'
import type { Import } from './use-import.ts'

/** Offers to make the professions and places that files speak of and the CMS does not know. */
export function MissingEntries(props: { canMakeEntries: boolean; work: Import }) {
  const { canMakeEntries, work } = props
  const { phase, hasUnknown, createsMissing } = work
  const { say } = useWords()
  const hint = useId()
  if (!hasUnknown || !(phase === 'seen' || phase === 'looking')) return null
  if (!canMakeEntries) return <p className={styles.notice}>{say('import:askEditors')}</p>
  return (
    <div className={styles.missing}>
      <label>
        <input
          aria-describedby={hint}
          checked={createsMissing}
          onChange={(event) => {
            work.lookAgain(event.target.checked)
          }}
          type="checkbox"
        />
        <span>{say('import:createMissing')}</span>
      </label>
      <p className={styles.hint} id={hint}>
        {say('import:createMissingHint')}
      </p>
    </div>
  )
}
