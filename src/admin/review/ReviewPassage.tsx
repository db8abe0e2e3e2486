'use client'

import { Composer } from '../comments/Composer.tsx'
import { Threads } from '../comments/Threads.tsx'
import type { CommentPlace } from '../comments/place.ts'
import type { Comments } from '../comments/use-comments.ts'
import { useWords } from '../words/use-words.ts'
import type { ReviewedText } from './reading.ts'
import { segmentsOf } from './segments.ts'
import { placeOfSelection } from './selection.ts'
import styles from './review.module.css'

/** One passage of the text: its words with what was added and removed, and its comments beside it. */
export function ReviewPassage(props: {
  passage: ReviewedText
  isComparing: boolean
  comments: Comments
  /** The comment that is being written on this part. */
  writing: CommentPlace | null
  onWrite: (place: CommentPlace | null) => void
}) {
  const { passage, isComparing, comments, writing, onWrite } = props
  const { say, pick } = useWords()
  const { part, path, text, change, others, row, section, isFirstOfRow, threads } = passage
  const label = pick(passage.label)
  const open = threads.filter(({ resolved }) => resolved === null)
  const segments = segmentsOf({
    text,
    words: isComparing ? change?.words : undefined,
    marks: open.flatMap(({ id, location }) =>
      location.start !== null && location.end !== null
        ? [{ thread: id, start: location.start, end: location.end }]
        : [],
    ),
  })
  return (
    <div className={styles.block} data-part={part}>
      <div className={styles.text}>
        <p className={styles.label}>
          {section?.heading && !isFirstOfRow ? null : label}
          {isComparing && row?.fate && isFirstOfRow ? (
            <span className={styles.fate} data-change tabIndex={-1}>
              {row.fate.kind === 'moved'
                ? say('review:moved', {
                    from: Number(row.fate.before) + 1,
                    to: Number(row.fate.after) + 1,
                  })
                : say('review:added')}
            </span>
          ) : null}
          {isComparing && others.length > 0 ? (
            <span className={styles.fate} data-change tabIndex={-1}>
              {say('review:reformatted')}
            </span>
          ) : null}
        </p>
        <div className={styles.words} data-path={path}>
          {segments.map((segment, index) => (
            <Run key={`${String(index)} ${segment.op}`} segment={segment} />
          ))}
        </div>
      </div>
      <div className={styles.margin}>
        <Threads comments={comments} threads={threads} />
        {writing ? (
          <Composer
            comments={comments}
            isQuotable
            key={`${writing.quote ?? ''} ${String(writing.position)}`}
            label={label}
            onClose={() => {
              onWrite(null)
            }}
            place={writing}
          />
        ) : (
          <button
            aria-label={say('comments:addHere', { place: label })}
            className={styles.comment}
            onClick={() => {
              const selected = placeOfSelection()
              const whole = section?.id ? { path, section: section.id } : { path }
              onWrite(selected?.path === path ? selected : whole)
            }}
            onMouseDown={(event) => {
              // The words that are marked stay marked.
              event.preventDefault()
            }}
            type="button"
          >
            {say('comments:add')}
          </button>
        )}
      </div>
    </div>
  )
}

function Run({ segment }: { segment: ReturnType<typeof segmentsOf>[number] }) {
  const { say } = useWords()
  const { op, text, start, threads } = segment
  const [thread] = threads
  if (op === 'delete') {
    return (
      <del className={styles.delete} data-change tabIndex={-1}>
        <span className={styles.spoken}>{say('review:deleted')} </span>
        {text}
      </del>
    )
  }
  const words = (
    <span className={thread ? styles.marked : undefined} data-start={start}>
      {text}
    </span>
  )
  return op === 'insert' ? (
    <ins className={styles.insert} data-change tabIndex={-1}>
      <span className={styles.spoken}>{say('review:inserted')} </span>
      {words}
    </ins>
  ) : (
    words
  )
}
