'use client'

import { useState } from 'react'
import { transitions, type TransitionName } from '#workflow/transitions.ts'
import type { Stage } from '#model/stages.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { filledIn, isAnswered, type StepAnswers } from '../steps/answers.ts'
import { StepFields } from '../steps/StepFields.tsx'
import { useWords } from '../words/use-words.ts'

/** Asks for what a step needs. */
export function StepDialog(props: {
  transition: TransitionName
  stage: Stage
  isBusy: boolean
  onSend: (answers: StepAnswers) => Promise<void>
  onClose: () => void
}) {
  const { transition, stage, isBusy, onSend, onClose } = props
  const { say, pick } = useWords()
  const [answers, setAnswers] = useState<StepAnswers>({})
  return (
    <Dialog
      confirm={{
        label: say('steps:send'),
        isDisabled: isBusy || !isAnswered(transition, answers),
        onClick: () => void onSend(filledIn(answers)),
      }}
      onClose={onClose}
      title={pick(transitions[transition].label)}
    >
      <StepFields answers={answers} onChange={setAnswers} stage={stage} transition={transition} />
    </Dialog>
  )
}
