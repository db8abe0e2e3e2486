'use client'

import { Button, Link, useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import { isEditorialCollection } from '#model/documents.ts'
import type { TransitionName } from '#workflow/transitions.ts'
import kit from '../kit/kit.module.css'
import { asksForAnswers } from '../steps/answers.ts'
import { pathOfText } from '../texts/paths.ts'
import { useWords } from '../words/use-words.ts'
import { AssignDialog } from './AssignDialog.tsx'
import { BlockedSteps } from './BlockedSteps.tsx'
import { PlanNotice } from './PlanNotice.tsx'
import { SignOffs } from './SignOffs.tsx'
import { StepButtons } from './StepButtons.tsx'
import { StepDialog } from './StepDialog.tsx'
import { Stepper } from './Stepper.tsx'
import { useWorkflowOfForm } from './use-workflow.ts'
import { WorkflowFacts } from './WorkflowFacts.tsx'
import styles from './workflow.module.css'

/**
 * What stands in the place of Payload's status and publish buttons: where the text is on its way, who
 * has it, what is live, and the steps that this person may take now.
 */
export function WorkflowBar() {
  const workflow = useWorkflowOfForm()
  const { view, failure, isBusy, take, signOff, keepPlan, reload } = workflow
  const { id, collectionSlug } = useDocumentInfo()
  const { user } = useAuth()
  const { say } = useWords()
  const [asking, setAsking] = useState<TransitionName | null>(null)
  const [isAssigning, setIsAssigning] = useState(false)

  if (failure !== null && view === null) {
    return (
      <div className={kit.problem} role="alert">
        {say('bar:unreachable')}{' '}
        <button className={styles.textButton} onClick={() => void reload()} type="button">
          {say('kit:retry')}
        </button>
      </div>
    )
  }
  if (!view || !id || !isEditorialCollection(collectionSlug)) return null
  const text = { collection: collectionSlug, id: String(id) }
  const mayAssign = user?.role === 'editor' || user?.role === 'admin'
  return (
    <section aria-label={say('bar:label')} className={styles.bar} data-stage={view.state}>
      <div className={styles.top}>
        <Stepper stage={view.state} />
        <div className={styles.links}>
          {mayAssign ? (
            <button
              className={styles.textButton}
              onClick={() => {
                setIsAssigning(true)
              }}
              type="button"
            >
              {say('bar:assign')}
            </button>
          ) : null}
          <Link className={styles.textButton} href={pathOfText(text, 'review')} prefetch={false}>
            {say('bar:review')}
          </Link>
        </div>
      </div>
      <WorkflowFacts view={view} />
      <StepButtons
        isBusy={isBusy}
        onChoose={(name) => {
          if (asksForAnswers(name)) setAsking(name)
          else void take({ transition: name })
        }}
        view={view}
      />
      <SignOffs isBusy={isBusy} onSign={(kind) => void signOff(kind)} view={view} />
      <PlanNotice isBusy={isBusy} onKeep={(isKept) => void keepPlan(isKept)} view={view} />
      <BlockedSteps view={view} />
      {failure === null ? null : (
        <p className={kit.problem} role="alert">
          {say('bar:unreachable')}{' '}
          <Button buttonStyle="secondary" margin={false} onClick={() => void reload()}>
            {say('kit:retry')}
          </Button>
        </p>
      )}
      {asking ? (
        <StepDialog
          isBusy={isBusy}
          key={asking}
          onClose={() => {
            setAsking(null)
          }}
          onSend={async (answers) => {
            const isDone = await take({ transition: asking, ...answers })
            if (isDone) setAsking((current) => (current === asking ? null : current))
          }}
          stage={view.state}
          transition={asking}
        />
      ) : null}
      {isAssigning ? (
        <AssignDialog
          assignment={view.assignment}
          document={text}
          onClose={() => {
            setIsAssigning(false)
          }}
          onDone={() => {
            setIsAssigning(false)
          }}
        />
      ) : null}
    </section>
  )
}
