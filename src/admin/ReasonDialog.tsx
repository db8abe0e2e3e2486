'use client'

import { useTranslation } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { inLanguage, type BilingualText } from '#model/text.ts'
import { StepDialog, type StepDialogProps } from './StepDialog.tsx'
import styles from './workflow.module.css'

const question: BilingualText = { de: 'Was soll geändert werden?', en: 'What should be changed?' }

/** Asks why. */
export function ReasonDialog({ onSend, ...frame }: StepDialogProps) {
  const { i18n } = useTranslation()
  const fieldId = useId()
  const [comment, setComment] = useState('')
  return (
    <StepDialog
      {...frame}
      canSend={comment.trim() !== ''}
      onSend={() => {
        onSend({ comment })
      }}
    >
      <label htmlFor={fieldId}>{inLanguage(question, i18n.language)}</label>
      <textarea
        autoFocus
        className={styles.input}
        id={fieldId}
        maxLength={10_000}
        onChange={(event) => {
          setComment(event.target.value)
        }}
        rows={5}
        value={comment}
      />
    </StepDialog>
  )
}
