'use client'

import type { PersonEntry } from '#accounts/overview.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { useWords } from '../words/use-words.ts'

/** Asks before an account is ended. */
export function DeactivateDialog(props: {
  person: PersonEntry
  onDeactivate: () => void
  onClose: () => void
}) {
  const { person, onDeactivate, onClose } = props
  const { say } = useWords()
  return (
    <Dialog
      confirm={{ label: say('people:deactivate'), isDangerous: true, onClick: onDeactivate }}
      onClose={onClose}
      title={say('people:deactivateOf', { name: person.name })}
    >
      <p>{say('people:deactivateWarning')}</p>
    </Dialog>
  )
}
