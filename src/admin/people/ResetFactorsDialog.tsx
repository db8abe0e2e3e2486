'use client'

import type { PersonEntry } from '#accounts/overview.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { useWords } from '../words/use-words.ts'

/** Asks before somebody's second factor is taken away. */
export function ResetFactorsDialog(props: {
  person: PersonEntry
  onReset: () => void
  onClose: () => void
}) {
  const { person, onReset, onClose } = props
  const { name } = person
  const { say } = useWords()
  return (
    <Dialog
      confirm={{ label: say('people:resetFactors'), isDangerous: true, onClick: onReset }}
      onClose={onClose}
      title={say('people:resetFactorsOf', { name })}
    >
      <p>{say('people:resetFactorsHint', { name })}</p>
    </Dialog>
  )
}
