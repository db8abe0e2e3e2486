'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { inLanguage, type BilingualText } from '#model/text.ts'
import styles from './workflow.module.css'

const words = {
  reason: { de: 'Was soll geändert werden?', en: 'What should be changed?' },
  send: { de: 'Absenden', en: 'Send' },
  cancel: { de: 'Abbrechen', en: 'Cancel' },
} as const satisfies Record<string, BilingualText>

/**
 * Asks why. The buttons submit nothing: the dialog stands inside the form of the document, and a
 * form inside a form would send that one.
 */
export function ReasonDialog(props: {
  title: string
  isBusy: boolean
  onSend: (reason: string) => void
  onClose: () => void
}) {
  const { title, isBusy, onSend, onClose } = props
  const { i18n } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const fieldId = useId()
  const [reason, setReason] = useState('')

  useEffect(() => {
    dialog.current?.showModal()
  }, [])

  return (
    <dialog aria-labelledby={titleId} className={styles.dialog} onClose={onClose} ref={dialog}>
      <h2 className={styles.title} id={titleId}>
        {title}
      </h2>
      <label htmlFor={fieldId}>{inLanguage(words.reason, i18n.language)}</label>
      <textarea
        autoFocus
        className={styles.reason}
        id={fieldId}
        maxLength={10_000}
        onChange={(event) => {
          setReason(event.target.value)
        }}
        rows={5}
        value={reason}
      />
      <div className={styles.actions}>
        <Button buttonStyle="secondary" margin={false} onClick={onClose} type="button">
          {inLanguage(words.cancel, i18n.language)}
        </Button>
        <Button
          disabled={isBusy || reason.trim() === ''}
          margin={false}
          onClick={() => {
            onSend(reason)
          }}
          type="button"
        >
          {inLanguage(words.send, i18n.language)}
        </Button>
      </div>
    </dialog>
  )
}
