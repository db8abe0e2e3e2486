'use client'

import { useId } from 'react'
import { transitions, type TransitionName } from '#workflow/transitions.ts'
import type { Stage } from '#model/stages.ts'
import kit from '../kit/kit.module.css'
import { useWords } from '../words/use-words.ts'

/** What a step needs beside its name. */
export interface StepAnswers {
  comment?: string
  publishAt?: string
  unpublishAt?: string
}

/** Says whether a step has to ask for something before it can be taken. */
export function asksForAnswers(transition: TransitionName): boolean {
  const { demands } = transitions[transition]
  return demands.includes('reason') || demands.includes('dates')
}

/** Says whether the answers are enough for a step. */
export function isAnswered(transition: TransitionName, answers: StepAnswers): boolean {
  const { demands } = transitions[transition]
  if (demands.includes('reason')) return Boolean(answers.comment?.trim())
  return !demands.includes('dates') || Boolean(answers.publishAt) || Boolean(answers.unpublishAt)
}

/** The fields for what a step asks for. A date without an offset is Berlin time. */
export function StepFields(props: {
  transition: TransitionName
  /** The stage of the text; null for several of them. */
  stage: Stage | null
  answers: StepAnswers
  onChange: (answers: StepAnswers) => void
}) {
  const { transition, stage, answers, onChange } = props
  const { say } = useWords()
  const id = useId()
  const { demands } = transitions[transition]
  const dates =
    stage === 'live' ? (['unpublishAt'] as const) : (['publishAt', 'unpublishAt'] as const)
  return (
    <>
      {demands.includes('dates') ? (
        <>
          {dates.map((name) => (
            <label className={kit.field} htmlFor={`${id}-${name}`} key={name}>
              <span>{say(`steps:${name}`)}</span>
              <input
                className={kit.input}
                id={`${id}-${name}`}
                onChange={({ target }) => {
                  onChange({ ...answers, [name]: target.value })
                }}
                type="datetime-local"
                value={answers[name] ?? ''}
              />
            </label>
          ))}
          <p>{say('steps:zone')}</p>
        </>
      ) : null}
      <label className={kit.field} htmlFor={`${id}-comment`}>
        <span>{say(demands.includes('reason') ? 'steps:reason' : 'steps:comment')}</span>
        <textarea
          autoFocus={demands.includes('reason')}
          className={kit.input}
          id={`${id}-comment`}
          maxLength={10_000}
          onChange={({ target }) => {
            onChange({ ...answers, comment: target.value })
          }}
          rows={4}
          value={answers.comment ?? ''}
        />
      </label>
    </>
  )
}

/** The answers without what was left empty, as the API takes them. */
export function filledIn(answers: StepAnswers): StepAnswers {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''))
}
