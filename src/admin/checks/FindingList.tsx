'use client'

import { useId } from 'react'
import type { Finding } from '#quality/findings/finding.ts'
import { nameOfPlace } from '#portrait/labels.ts'
import { useWords } from '../words/use-words.ts'
import styles from './checks.module.css'
import { jumpTo } from './jump.ts'

/** The findings of one severity; each is a button that leads to its place. */
export function FindingList(props: {
  title: string
  explanation?: string
  severity: Finding['severity']
  findings: readonly Finding[]
  document: Readonly<Record<string, unknown>>
}) {
  const { title, explanation, severity, findings, document } = props
  const { pick } = useWords()
  const titleId = useId()
  if (findings.length === 0) return null
  return (
    <div className={styles.group} data-severity={severity}>
      <h4 className={styles.groupTitle} id={titleId}>
        {title}
      </h4>
      {explanation ? <p className={styles.explanation}>{explanation}</p> : null}
      <ul aria-labelledby={titleId} className={styles.findings}>
        {findings.map((finding) => (
          <li key={`${finding.check} ${finding.path} ${finding.message.en}`}>
            <button
              className={styles.finding}
              onClick={() => {
                void jumpTo(finding.path)
              }}
              type="button"
            >
              <span className={styles.place}>{pick(nameOfPlace(finding.path, document))}</span>
              <span>{pick(finding.message)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
