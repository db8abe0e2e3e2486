'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, type ReactNode, type RefObject } from 'react'
import { useWords } from '../words/use-words.ts'
import styles from './kit.module.css'

/**
 * A dialog over the page: focus goes in and comes back, Escape closes it. Its buttons submit nothing,
 * since it may stand inside the form of a document.
 */
export function Dialog(props: {
  title: string
  onClose: () => void
  /** Where the focus goes when what had it before is gone by then. */
  otherwise?: RefObject<HTMLElement | null>
  /** The button that does it; without it there is only one that closes. */
  confirm?: { label: string; isDisabled?: boolean; isDangerous?: boolean; onClick: () => void }
  children: ReactNode
}) {
  const { title, onClose, otherwise, confirm, children } = props
  const { say } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    const before = document.activeElement
    const instead = otherwise?.current
    dialog.current?.showModal()
    return () => {
      // Closing gives the focus back by itself; being taken away does not.
      if (before instanceof HTMLElement && before.isConnected) before.focus()
      else instead?.focus()
    }
  }, [otherwise])

  return (
    <dialog aria-labelledby={titleId} className={styles.dialog} onClose={onClose} ref={dialog}>
      <h2 id={titleId}>{title}</h2>
      {children}
      <div className={styles.actions} style={{ justifyContent: 'flex-end' }}>
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => dialog.current?.close()}
          type="button"
        >
          {say(confirm ? 'kit:cancel' : 'kit:close')}
        </Button>
        {confirm ? (
          <Button
            buttonStyle={confirm.isDangerous ? 'error' : 'primary'}
            disabled={confirm.isDisabled ?? false}
            margin={false}
            onClick={confirm.onClick}
            type="button"
          >
            {confirm.label}
          </Button>
        ) : null}
      </div>
    </dialog>
  )
}
