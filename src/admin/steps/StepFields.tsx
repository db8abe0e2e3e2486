'use client'

import { useId } from 'react'
import { transitions, type TransitionName } from '#workflow/transitions.ts'
import type { Stage } from '#model/stages.ts'
import kit from '../kit/kit.module.css'
import { useWords } from '../words/use-words.ts'
import { datesFor, type StepAnswers } from './answers.ts'

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
  const dates = datesFor(transition, stage)
  return (
    <>
      {dates.length > 0 ? (
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
