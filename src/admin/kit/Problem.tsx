'use client'

import { Button } from '@payloadcms/ui'
import { useWords } from '../words/use-words.ts'
import styles from './kit.module.css'

/** Says what went wrong, and offers to try it again where that can help. */
export function Problem({ message, onRetry }: { message: string; onRetry?: () => void }) {
  const { say } = useWords()
  return (
    <div className={styles.problem} role="alert">
      <p style={{ margin: 0 }}>{message}</p>
      {onRetry ? (
        <Button buttonStyle="secondary" margin={false} onClick={onRetry} size="small" type="button">
          {say('kit:retry')}
        </Button>
      ) : null}
    </div>
  )
}
