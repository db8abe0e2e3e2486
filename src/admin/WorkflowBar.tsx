'use client'

import { Button, Pill, useFormModified, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { inLanguage } from '#model/text.ts'
import { stageLabels, transitions, type TransitionName } from '#workflow/transitions.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { useWorkflow } from './use-workflow.ts'
import styles from './workflow.module.css'

const liveSince = { de: 'live seit', en: 'live since' }

/** The stage of a document and the transitions that this person may take now. */
export function WorkflowBar() {
  const { view, isBusy, take } = useWorkflow()
  const { i18n } = useTranslation()
  // What is not saved yet would not be what the transition is about.
  const isUnsaved = useFormModified()
  const [asking, setAsking] = useState<TransitionName | null>(null)

  if (!view) return null

  const labelOf = (name: TransitionName) => inLanguage(transitions[name].label, i18n.language)
  return (
    <div className={styles.bar} data-stage={view.state}>
      <Pill pillStyle={view.state === 'live' ? 'success' : 'light'}>
        {inLanguage(stageLabels[view.state], i18n.language)}
      </Pill>
      {view.live ? (
        <small>
          {inLanguage(liveSince, i18n.language)}{' '}
          {new Date(view.live.publishedAt).toLocaleDateString(i18n.language)}
        </small>
      ) : null}
      {view.allowed.map((name) => (
        <Button
          buttonStyle={isForward(name) ? 'primary' : 'secondary'}
          disabled={isBusy || isUnsaved}
          key={name}
          margin={false}
          onClick={() => {
            if (transitions[name].demands.includes('reason')) setAsking(name)
            else void take(name)
          }}
          size="medium"
          type="button"
        >
          {labelOf(name)}
        </Button>
      ))}
      {asking ? (
        <ReasonDialog
          isBusy={isBusy}
          onClose={() => {
            setAsking(null)
          }}
          onSend={(reason) => {
            void take(asking, reason).then((isDone) => {
              if (isDone) setAsking(null)
            })
          }}
          title={labelOf(asking)}
        />
      ) : null}
    </div>
  )
}

function isForward(name: TransitionName): boolean {
  return name === 'submit' || name === 'approve' || name === 'publish'
}
