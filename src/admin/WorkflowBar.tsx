'use client'

import { Button, Pill, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { formatBerlin } from '#model/berlin-time.ts'
import { inLanguage } from '#model/text.ts'
import { stageLabels, transitions, type TransitionName } from '#workflow/transitions.ts'
import { DatesDialog } from './DatesDialog.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import { useWorkflow, type WorkflowView } from './use-workflow.ts'
import styles from './workflow.module.css'

const liveSince = { de: 'live seit', en: 'live since' }
const planned = {
  publishAt: { de: 'wird veröffentlicht am', en: 'goes live on' },
  unpublishAt: { de: 'geht vom Netz am', en: 'goes offline on' },
} as const

/** The stage of a document and the transitions that this person may take now. */
export function WorkflowBar() {
  const { view, isBusy, take } = useWorkflow()
  const { i18n } = useTranslation()
  const [asking, setAsking] = useState<TransitionName | null>(null)

  if (!view) return null

  const plan = view.plan && describePlan(view.plan, i18n.language)
  const Dialog = asking && dialogOf(asking)

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
      {plan ? <small title={plan.inWords}>{plan.short}</small> : null}
      {view.allowed.map((name) => (
        <Button
          buttonStyle={isForward(name) ? 'primary' : 'secondary'}
          disabled={isBusy}
          key={name}
          margin={false}
          onClick={() => {
            if (dialogOf(name)) setAsking(name)
            else void take({ transition: name })
          }}
          size="medium"
          type="button"
        >
          {labelOf(name)}
        </Button>
      ))}
      {Dialog && asking ? (
        <Dialog
          isBusy={isBusy}
          onClose={() => {
            setAsking(null)
          }}
          onSend={(answers) => {
            void take({ transition: asking, ...answers }).then((isDone) => {
              if (isDone) setAsking(null)
            })
          }}
          stage={view.state}
          title={labelOf(asking)}
        />
      ) : null}
    </div>
  )
}

/** When it goes live and when it goes off, in Berlin time: in words, or short, as `from – to`. */
function describePlan(
  plan: NonNullable<WorkflowView['plan']>,
  language: string,
): { inWords: string; short: string } {
  const dates = (['publishAt', 'unpublishAt'] as const).map((name) => {
    const date = plan[name]
    const at = date && formatBerlin(new Date(date), language === 'de' ? 'de' : 'en')
    return { name, at }
  })
  return {
    inWords: dates
      .flatMap(({ name, at }) => (at ? [`${inLanguage(planned[name], language)} ${at}`] : []))
      .join(' · '),
    short: dates
      .map(({ at }) => at?.replace(/ Uhr| ?\(.*\)/g, '') ?? '')
      .join(' – ')
      .trim(),
  }
}

/** What asks for what a transition needs beside a click. */
function dialogOf(name: TransitionName) {
  const { demands } = transitions[name]
  if (demands.includes('reason')) return ReasonDialog
  return demands.includes('dates') ? DatesDialog : null
}

function isForward(name: TransitionName): boolean {
  return name === 'submit' || name === 'approve' || name === 'publish'
}
