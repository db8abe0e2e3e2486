'use client'

import type { WordRun } from '#portrait/difference/change.ts'
import { useWords } from '../words/use-words.ts'
import styles from './review.module.css'

/** A text with the words that were added and removed. */
export function Changed({ words }: { words: readonly WordRun[] }) {
  const { say } = useWords()
  return (
    <p className={styles.changed}>
      {words.map(({ op, text }, index) => {
        const key = `${String(index)} ${op}`
        if (op === 'equal') return <span key={key}>{text}</span>
        const Tag = op === 'insert' ? 'ins' : 'del'
        return (
          <Tag className={op === 'insert' ? styles.insert : styles.delete} key={key}>
            <span className={styles.spoken}>
              {say(op === 'insert' ? 'review:inserted' : 'review:deleted')}{' '}
            </span>
            {text}
          </Tag>
        )
      })}
    </p>
  )
}
