'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { inLanguage, type BilingualText } from '#model/text.ts'
import type { Stage } from '#workflow/transitions.ts'
import styles from './workflow.module.css'
import type { StepAnswers } from './use-workflow.ts'

const words = {
  send: { de: 'Absenden', en: 'Send' },
  cancel: { de: 'Abbrechen', en: 'Cancel' },
} as const satisfies Record<string, BilingualText>

/** What every dialog of a step gets: what it is called, and what to do with the answers. */
export interface StepDialogProps {
  title: string
  stage: Stage
  isBusy: boolean
  onSend: (answers: StepAnswers) => void
  onClose: () => void
}

/**
 * The frame of a dialog that asks for what a step needs. The buttons submit nothing: the dialog stands
 * inside the form of the document, and a form inside a form would send that one.
 */
export function StepDialog(
  props: Omit<StepDialogProps, 'onSend' | 'stage'> & {
    canSend: boolean
    onSend: () => void
    children: ReactNode
  },
) {
  const { title, isBusy, canSend, onSend, onClose, children } = props
  const { i18n } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    dialog.current?.showModal()
  }, [])

  return (
    <dialog aria-labelledby={titleId} className={styles.dialog} onClose={onClose} ref={dialog}>
      <h2 className={styles.title} id={titleId}>
        {title}
      </h2>
      {children}
      <div className={styles.actions}>
        <Button buttonStyle="secondary" margin={false} onClick={onClose} type="button">
          {inLanguage(words.cancel, i18n.language)}
        </Button>
        <Button disabled={isBusy || !canSend} margin={false} onClick={onSend} type="button">
          {inLanguage(words.send, i18n.language)}
        </Button>
      </div>
    </dialog>
  )
}
