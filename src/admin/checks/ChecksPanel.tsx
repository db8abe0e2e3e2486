'use client'

import { useId } from 'react'
import type { Finding } from '#quality/findings/finding.ts'
import { useSettled } from '../kit/use-settled.ts'
import { useWords } from '../words/use-words.ts'
import styles from './checks.module.css'
import { FindingList } from './FindingList.tsx'
import { TextFigures } from './TextFigures.tsx'
import { useChecks } from './use-checks.ts'

/** Beside a text, while it is written: what blocks it, what would make it better, and its figures. */
export function ChecksPanel() {
  const checked = useChecks()
  const { say } = useWords()
  const titleId = useId()
  if (!checked) return <p className={styles.panel}>{say('checks:waiting')}</p>
  const { document, findings, measures } = checked
  const blocks = findings.filter(({ severity }) => severity === 'block')
  const hints = findings.filter(({ severity }) => severity === 'warn')
  return (
    <section aria-labelledby={titleId} className={styles.panel}>
      <header className={styles.head}>
        <h3 className={styles.title} id={titleId}>
          {say('checks:title')}
        </h3>
        <Counts blocks={blocks} hints={hints} />
      </header>
      {findings.length === 0 ? <p className={styles.good}>{say('checks:nothing')}</p> : null}
      <FindingList
        document={document}
        explanation={say('checks:blocksExplained')}
        findings={blocks}
        severity="block"
        title={say('checks:blocks')}
      />
      <FindingList
        document={document}
        findings={hints}
        severity="warn"
        title={say('checks:hints')}
      />
      <TextFigures collection={checked.collection} measures={measures} />
    </section>
  )
}

/** How long the counts have to stand before they are read out, in milliseconds. */
const quiet = 2500

/** How many findings there are; told to a screen reader when the writer has come to rest. */
function Counts({ blocks, hints }: { blocks: readonly Finding[]; hints: readonly Finding[] }) {
  const { say } = useWords()
  const blockCount = say('checks:blockCount', { count: blocks.length })
  const hintCount = say('checks:hintCount', { count: hints.length })
  const told = useSettled(`${blockCount}, ${hintCount}`, quiet, '')
  return (
    <p className={styles.counts}>
      {blocks.length > 0 ? <span className={styles.blockCount}>{blockCount}</span> : null}
      <span className={styles.hintCount}>{hintCount}</span>
      <span aria-live="polite" className={styles.hidden}>
        {told}
      </span>
    </p>
  )
}
