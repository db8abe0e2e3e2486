'use client'

import { useWords } from '../words/use-words.ts'
import { hasChanged } from './reading.ts'
import { ReviewPassage } from './ReviewPassage.tsx'
import { ReviewDetails } from './ReviewDetails.tsx'
import type { ReviewBlockProps } from './ReviewText.tsx'
import styles from './review.module.css'

/** The words of a field, passage by passage, then the rows that are gone and whatever else changed. */
export function ReviewPassages(props: ReviewBlockProps) {
  const { reviewed, isComparing, isOnlyChanges, comments, writing, onWrite } = props
  const { say } = useWords()
  const shown = reviewed.texts.filter(
    (text) => !isOnlyChanges || !isComparing || hasChanged(text) || text.threads.length > 0,
  )
  return (
    <>
      {shown.map((passage) => (
        <ReviewPassage
          comments={comments}
          isComparing={isComparing}
          key={passage.path}
          onWrite={onWrite}
          passage={passage}
          writing={writing?.path === passage.path ? writing : null}
        />
      ))}
      {reviewed.removed.map((change) => (
        <div className={styles.block} key={change.path}>
          <div className={styles.text}>
            <p className={styles.fate}>{say('review:removed')}</p>
            <del className={styles.delete} data-change tabIndex={-1}>
              {wordsOf(change.before)}
            </del>
          </div>
        </div>
      ))}
      <ReviewDetails changes={reviewed.changes} />
    </>
  )
}

/** The texts of a row that is gone; what it was beside them (its kind, say) is one word each. */
function wordsOf(row: unknown): string {
  if (typeof row !== 'object' || row === null) return ''
  return Object.values(row)
    .filter((part) => typeof part === 'string')
    .join('\n')
}
