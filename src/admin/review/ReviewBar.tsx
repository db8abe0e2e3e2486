'use client'

import { Link, useAuth } from '@payloadcms/ui'
import type { EditorialCollection } from '#model/documents.ts'
import { riskLabels } from '#model/risk.ts'
import type { TransitionName } from '#workflow/transitions.ts'
import kit from '../kit/kit.module.css'
import { pathOfText } from '../texts/paths.ts'
import { subjectOf } from '../texts/standing.ts'
import { BlockedSteps } from '../workflow/BlockedSteps.tsx'
import { StepButtons } from '../workflow/StepButtons.tsx'
import { Stepper } from '../workflow/Stepper.tsx'
import type { Workflow } from '../workflow/use-workflow.ts'
import { WorkflowFacts } from '../workflow/WorkflowFacts.tsx'
import type { Word } from '../words/index.ts'
import { useWords } from '../words/use-words.ts'
import { comparable, type Since } from './since.ts'
import type { Review } from './use-review.ts'
import styles from './review.module.css'

/** What stays in sight over a text under review: where it stands, what is compared, what can be done. */
export function ReviewBar(props: {
  text: { collection: EditorialCollection; id: string }
  workflow: Workflow
  difference: Review['difference']
  since: Since
  number: number
  isOnlyChanges: boolean
  onSince: (since: Since) => void
  onOnlyChanges: (isOnly: boolean) => void
  onChoose: (name: TransitionName) => void
  onClaim: () => void
  onNext: () => void
  onHelp: () => void
}) {
  const { text, workflow, difference, since, number, isOnlyChanges } = props
  const { view, isBusy } = workflow
  const { say, pick } = useWords()
  const { user } = useAuth()
  if (!view) return null
  const isReviewer = user?.role !== 'author'
  const choices = comparable(view, user?.id)
  return (
    <section aria-label={say('bar:label')} className={styles.bar} data-stage={view.state}>
      <div className={styles.row}>
        <Stepper stage={view.state} />
        <span className={styles.subject}>{view.text ? subjectOf(view.text, say) : ''}</span>
        <span className={styles.side}>
          <Link href={pathOfText(text)} prefetch={false}>
            {say('review:toForm')}
          </Link>
          <button className={styles.textButton} onClick={props.onHelp} type="button">
            {say('review:shortcuts')} <kbd>?</kbd>
          </button>
        </span>
      </div>
      <WorkflowFacts view={view} />
      <div className={styles.row}>
        <label className={styles.since}>
          {say('review:since')}{' '}
          <select
            onChange={({ target }) => {
              props.onSince(choices.find((choice) => choice === target.value) ?? since)
            }}
            value={since}
          >
            {choices.map((choice) => (
              <option key={choice} value={choice}>
                {say(sinceWords[choice])}
              </option>
            ))}
          </select>
        </label>
        {since === 'nothing' ? null : (
          <label className={styles.since}>
            <input
              checked={isOnlyChanges}
              onChange={({ target }) => {
                props.onOnlyChanges(target.checked)
              }}
              type="checkbox"
            />{' '}
            {say('review:onlyChanges')}
          </label>
        )}
        <span className={styles.note}>
          {since === 'nothing' && !view.live
            ? say('review:isNew')
            : number === 0 && since !== 'nothing'
              ? say('review:noChanges')
              : since === 'nothing'
                ? ''
                : say('review:changes', { count: number })}
          {difference?.risk ? ` · ${pick(riskLabels[difference.risk])}` : ''}
          {difference?.rule
            ? ` · ${say('review:needs', { count: difference.rule.approvals })}`
            : ''}
        </span>
      </div>
      <div className={styles.row}>
        <StepButtons isBusy={isBusy} onChoose={props.onChoose} view={view} />
        {isReviewer ? (
          <span className={styles.side}>
            {view.state === 'in_review' && (!view.claim || view.claim.by.id === user?.id) ? (
              <button className={kit.action} onClick={props.onClaim} type="button">
                {say(view.claim ? 'review:unclaim' : 'review:claim')}
              </button>
            ) : null}
            <button className={kit.action} onClick={props.onNext} type="button">
              {say('review:next')} <kbd>n</kbd>
            </button>
          </span>
        ) : null}
      </div>
      <BlockedSteps view={view} />
    </section>
  )
}

const sinceWords = {
  live: 'review:sinceLive',
  'approved:me': 'review:sinceMine',
  nothing: 'review:sinceNothing',
} as const satisfies Record<Since, Word>
