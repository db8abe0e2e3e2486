'use client'

import type { ComponentType } from 'react'
import type { BlockIn } from '#portrait/blocks.ts'
import { Composer } from '../comments/Composer.tsx'
import { Threads } from '../comments/Threads.tsx'
import type { CommentPlace } from '../comments/place.ts'
import type { Comments } from '../comments/use-comments.ts'
import { useWords } from '../words/use-words.ts'
import type { Reading, ReviewedField } from './reading.ts'
import { ReviewDetails } from './ReviewDetails.tsx'
import { ReviewFigures } from './ReviewFigures.tsx'
import { ReviewPassages } from './ReviewPassages.tsx'
import { ReviewValues } from './ReviewValues.tsx'
import styles from './review.module.css'

/** What a block of the review is given. */
export interface ReviewBlockProps {
  reviewed: ReviewedField
  isComparing: boolean
  isOnlyChanges: boolean
  comments: Comments
  writing: CommentPlace | null
  onWrite: (place: CommentPlace | null) => void
}

/** How each block is read in a review: a block of the registry that is missing here does not compile. */
const blocks: Readonly<Record<BlockIn<'inReview'>, ComponentType<ReviewBlockProps>>> = {
  line: ReviewPassages,
  headline: ReviewPassages,
  paragraphs: ReviewPassages,
  sections: ReviewPassages,
  figures: ReviewFigures,
  entries: ReviewValues,
  pictures: ReviewValues,
  pairs: ReviewValues,
}

/** The text as it is read in a review, each part with the comments beside it. */
export function ReviewText(props: {
  reading: Reading
  isComparing: boolean
  isOnlyChanges: boolean
  comments: Comments
  writing: CommentPlace | null
  onWrite: (place: CommentPlace | null) => void
}) {
  const { reading, comments, writing, onWrite, ...shown } = props
  const { say } = useWords()
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
      {reading.fields.map((reviewed) => {
        const Block = blocks[reviewed.block]
        return (
          <Block
            key={reviewed.name}
            {...shown}
            comments={comments}
            onWrite={onWrite}
            reviewed={reviewed}
            writing={writing}
          />
        )
      })}
      <ReviewDetails changes={reading.details} />
    </div>
  )
}
