'use client'

import { sectionKindLabels } from '#model/section-kinds.ts'
import { Composer } from '../comments/Composer.tsx'
import { Threads } from '../comments/Threads.tsx'
import type { CommentPlace, Comments } from '../comments/use-comments.ts'
import { useWords } from '../words/use-words.ts'
import type { Block } from './blocks.ts'
import { segmentsOf } from './segments.ts'
import { placeOfSelection } from './selection.ts'
import styles from './review.module.css'

/** One part of the text: its words with what was added and removed, and its comments beside it. */
export function ReviewBlock(props: {
  block: Block
  isComparing: boolean
  comments: Comments
  /** The comment that is being written on this part. */
  writing: CommentPlace | null
  onWrite: (place: CommentPlace | null) => void
}) {
  const { block, isComparing, comments, writing, onWrite } = props
  const { say, pick } = useWords()
  const { part, path, text, change, others, section, threads } = block
  const label = section
    ? `${say('bar:section', { number: section.number })}${section.kind ? `, ${pick(sectionKindLabels[section.kind])}` : ''}`
    : say(`fields:${part}`)
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
          {part === 'body' && section?.heading ? null : label}
          {isComparing && section?.fate && part === 'heading' ? (
            <span className={styles.fate} data-change tabIndex={-1}>
              {section.fate.kind === 'moved'
                ? say('review:moved', {
                    from: Number(section.fate.before) + 1,
                    to: Number(section.fate.after) + 1,
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
