'use client'

import { Button } from '@payloadcms/ui'
import { useState, type ReactNode, type RefObject } from 'react'
import { Empty } from '../kit/Empty.tsx'
import { Problem } from '../kit/Problem.tsx'
import { useWords } from '../words/use-words.ts'
import type { Word } from '../words/index.ts'
import { ShownOnce } from './ShownOnce.tsx'

/** What a site holds that comes with a secret: made here, its secret shown once, and listed below. */
export function WithSecrets(props: {
  words: { intro: Word; make: Word; made: Word; once: Word; none: Word }
  canChange: boolean
  loaded: { problem: string | null; reload: () => Promise<void> }
  /** null: not there yet. */
  count: number | null
  secret: string | null
  onStored: () => void
  /** Where the focus goes when what had it is gone. */
  start: RefObject<HTMLParagraphElement | null>
  /** Asks for what is needed to make another one. */
  dialog: (close: () => void) => ReactNode
  children: ReactNode
}) {
  const { words, canChange, loaded, count, secret, onStored, start, dialog, children } = props
  const { problem, reload } = loaded
  const { say } = useWords()
  const [isMaking, setIsMaking] = useState(false)
  return (
    <>
      <p ref={start} tabIndex={-1}>
        {say(words.intro)}
      </p>
      {secret === null ? null : (
        <ShownOnce
          key={secret}
          onStored={() => {
            onStored()
            start.current?.focus()
          }}
          secret={secret}
          title={say(words.made)}
          warning={say(words.once)}
        />
      )}
      {canChange ? (
        <p>
          <Button
            margin={false}
            onClick={() => {
              setIsMaking(true)
            }}
            type="button"
          >
            {say(words.make)}
          </Button>
        </p>
      ) : null}
      {problem === null ? null : <Problem message={problem} onRetry={() => void reload()} />}
      {count === 0 ? <Empty>{say(words.none)}</Empty> : null}
      {count === null && problem === null ? <p>{say('kit:loading')}</p> : null}
      {children}
      {isMaking
        ? dialog(() => {
            setIsMaking(false)
          })
        : null}
    </>
  )
}
