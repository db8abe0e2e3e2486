'use client'

import { useTranslation } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { inLanguage, type BilingualText } from '#model/text.ts'
import { StepDialog, type StepDialogProps } from './StepDialog.tsx'
import styles from './workflow.module.css'

const words = {
  publishAt: { de: 'Veröffentlichen am', en: 'Publish on' },
  unpublishAt: { de: 'Vom Netz nehmen am', en: 'Unpublish on' },
  zone: { de: 'Berliner Zeit.', en: 'Berlin time.' },
} as const satisfies Record<string, BilingualText>

type DateName = 'publishAt' | 'unpublishAt'

/** Asks when to publish and when to unpublish. A date without an offset is Berlin time. */
export function DatesDialog({ onSend, ...frame }: StepDialogProps) {
  const { i18n } = useTranslation()
  const id = useId()
  const names: DateName[] = frame.stage === 'live' ? ['unpublishAt'] : ['publishAt', 'unpublishAt']
  const [dates, setDates] = useState<Partial<Record<DateName, string>>>({})
  const given = names.filter((name) => dates[name])
  return (
    <StepDialog
      {...frame}
      canSend={given.length > 0}
      onSend={() => {
        onSend(Object.fromEntries(given.map((name) => [name, dates[name]])))
      }}
    >
      {names.map((name) => (
        <div key={name}>
          <label htmlFor={`${id}-${name}`}>{inLanguage(words[name], i18n.language)}</label>
          <input
            className={styles.input}
            id={`${id}-${name}`}
            onChange={(event) => {
              setDates({ ...dates, [name]: event.target.value })
            }}
            type="datetime-local"
            value={dates[name] ?? ''}
          />
        </div>
      ))}
      <p>{inLanguage(words.zone, i18n.language)}</p>
    </StepDialog>
  )
}
