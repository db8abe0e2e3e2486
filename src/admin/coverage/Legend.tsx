'use client'

import { stages } from '#model/stages.ts'
import { StageBadge } from '../kit/StageBadge.tsx'
import { useWords } from '../words/use-words.ts'
import styles from './coverage.module.css'

/** What the signs of a cell mean. */
export function Legend() {
  const { say, language } = useWords()
  return (
    <ul aria-label={say('coverage:legend')} className={styles.legend}>
      {stages.map((stage) => (
        <li key={stage}>
          <span aria-hidden="true" className={styles.swatch} data-stage-of={stage} />
          <StageBadge language={language} stage={stage} />
        </li>
      ))}
      {(['stale', 'changed', 'overdue'] as const).map((sign) => (
        <li key={sign}>
          <span aria-hidden="true" className={styles.swatch} data-sign={sign} />
          {say(`coverage:${sign}`)}
        </li>
      ))}
    </ul>
  )
}
