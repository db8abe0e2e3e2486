'use client'

import type { ThreadView } from '#review/comments/comments.ts'
import { useWords } from '../words/use-words.ts'
import { Thread } from './Thread.tsx'
import type { Comments } from './use-comments.ts'
import styles from './comments.module.css'

/** Comments on one place: those that are open, and the resolved ones folded away. */
export function Threads(props: { threads: readonly ThreadView[]; comments: Comments }) {
  const { threads, comments } = props
  const { say } = useWords()
  const settled = threads.filter(({ resolved }) => resolved !== null)
  return (
    <>
      {threads
        .filter(({ resolved }) => resolved === null)
        .map((thread) => (
          <Thread comments={comments} key={thread.id} thread={thread} />
        ))}
      {settled.length > 0 ? (
        <details className={styles.settled}>
          <summary>{say('comments:resolved', { count: settled.length })}</summary>
          {settled.map((thread) => (
            <Thread comments={comments} key={thread.id} thread={thread} />
          ))}
        </details>
      ) : null}
    </>
  )
}
