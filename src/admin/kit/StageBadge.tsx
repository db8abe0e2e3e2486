import { inLanguage } from '#model/text.ts'
import { stageLabels, type Stage } from '#model/stages.ts'
import styles from './stage.module.css'

/** A stage by name, with a mark whose shape and colour are its own. */
export function StageBadge({ stage, language }: { stage: Stage; language: string }) {
  return (
    <span className={styles.stage}>
      <StageMark stage={stage} />
      {inLanguage(stageLabels[stage], language)}
    </span>
  )
}

/** The mark of a stage: how full it is says how far the text has come. */
export function StageMark({ stage }: { stage: Stage }) {
  return (
    <svg aria-hidden="true" className={styles.mark} data-mark={stage} viewBox="0 0 12 12">
      <circle cx="6" cy="6" fill="none" r="4.75" stroke="currentColor" strokeWidth="1.5" />
      {marks[stage]}
    </svg>
  )
}

const half = <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
const full = <circle cx="6" cy="6" fill="currentColor" r="4.5" />

const marks = {
  draft: null,
  in_review: half,
  changes_requested: <path d="M6 3v3.6M6 8.2v1" stroke="currentColor" strokeWidth="1.5" />,
  approved: (
    <path d="M3.6 6.2l1.7 1.7 3.1-3.6" fill="none" stroke="currentColor" strokeWidth="1.5" />
  ),
  scheduled: <path d="M6 3v3l2 1.4" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  live: full,
  archived: <path d="M3.5 6h5" stroke="currentColor" strokeWidth="1.5" />,
} as const
