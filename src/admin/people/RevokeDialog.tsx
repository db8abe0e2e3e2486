'use client'

import type { PersonEntry } from '#accounts/overview.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { useWords } from '../words/use-words.ts'

/** Asks before an invitation is taken back. */
export function RevokeDialog(props: {
  person: PersonEntry
  onRevoke: () => void
  onClose: () => void
}) {
  const { person, onRevoke, onClose } = props
  const { say } = useWords()
  return (
    <Dialog
      confirm={{ label: say('people:revoke'), isDangerous: true, onClick: onRevoke }}
      onClose={onClose}
      title={say('people:revokeOf', { name: person.name })}
    >
      <p>{say('people:revokeWarning')}</p>
    </Dialog>
  )
}
