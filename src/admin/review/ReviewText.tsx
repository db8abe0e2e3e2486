'use client'

import { Composer } from '../comments/Composer.tsx'
import { Threads } from '../comments/Threads.tsx'
import type { CommentPlace, Comments } from '../comments/use-comments.ts'
import { useWords } from '../words/use-words.ts'
import { hasChanged, type Reading } from './blocks.ts'
import { ReviewBlock } from './ReviewBlock.tsx'
import { ReviewDetails } from './ReviewDetails.tsx'
import { ReviewFigures } from './ReviewFigures.tsx'
import styles from './review.module.css'

/** The text as it is read in a review, each part with the comments beside it. */
export function ReviewText(props: {
  document: Record<string, unknown>
  reading: Reading
  isComparing: boolean
  isOnlyChanges: boolean
  comments: Comments
  writing: CommentPlace | null
  onWrite: (place: CommentPlace | null) => void
}) {
  const { document, reading, isComparing, isOnlyChanges, comments, writing, onWrite } = props
  const { say } = useWords()
  const isShown = (index: number) => {
    const block = reading.blocks[index]
    if (!block) return false
    return !isOnlyChanges || !isComparing || hasChanged(block) || block.threads.length > 0
  }
  const isOnDocument =
    writing !== null && writing.path === undefined && writing.section === undefined
  return (
    <div className={styles.reading}>
      {isOnDocument || reading.general.length > 0 ? (
        <div className={styles.general}>
          <h2 className={styles.heading}>{say('comments:onDocument')}</h2>
          <Threads comments={comments} threads={reading.general} />
          {isOnDocument ? (
            <Composer
              comments={comments}
              isQuotable={false}
              label={say('comments:onDocument')}
              onClose={() => {
                onWrite(null)
              }}
              place={writing}
            />
          ) : null}
        </div>
      ) : null}
      {reading.blocks.map((block, index) =>
        isShown(index) ? (
          <ReviewBlock
            block={block}
            comments={comments}
            isComparing={isComparing}
            key={block.path}
            onWrite={onWrite}
            writing={writing?.path === block.path ? writing : null}
          />
        ) : null,
      )}
      {reading.removed.map((change) => (
        <div className={styles.block} key={change.path}>
          <div className={styles.text}>
            <p className={styles.fate}>{say('review:removed')}</p>
            <del className={styles.delete} data-change tabIndex={-1}>
              {textOfRow(change.before)}
            </del>
          </div>
        </div>
      ))}
      <ReviewFigures changes={reading.figures} document={document} isOnlyChanges={isOnlyChanges} />
      <ReviewDetails changes={reading.details} />
    </div>
  )
}

function textOfRow(row: unknown): string {
  if (typeof row !== 'object' || row === null) return ''
  const { heading, body } = row as { heading?: unknown; body?: unknown }
  return [heading, body].filter((part) => typeof part === 'string').join('\n')
}
