'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef } from 'react'
import { CopyButton } from '../kit/CopyButton.tsx'
import kit from '../kit/kit.module.css'
import { useWords } from '../words/use-words.ts'
import styles from './sites.module.css'

/**
 * Shows a secret that nobody can show again. It is no dialog: a stray Escape would lose it. It goes
 * when its reader says that it is stored.
 */
export function ShownOnce(props: {
  title: string
  warning: string
  secret: string
  onStored: () => void
}) {
  const { title, warning, secret, onStored } = props
  const { say } = useWords()
  const field = useRef<HTMLInputElement>(null)
  const hint = useId()
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  return (
    <section aria-label={title} className={styles.once}>
      <label>
        <strong>{title}</strong>
        <input
          aria-describedby={hint}
          className={`${kit.input ?? ''} ${styles.secret ?? ''}`}
          readOnly
          ref={field}
          value={secret}
        />
      </label>
      <p id={hint}>{warning}</p>
      <div className={kit.actions}>
        <CopyButton text={secret} />
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={onStored}
          size="small"
          type="button"
        >
          {say('sites:kept')}
        </Button>
      </div>
    </section>
  )
}
