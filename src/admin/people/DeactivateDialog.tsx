'use client'

import type { Commitments } from '#accounts/commitments.ts'
import type { PersonEntry } from '#accounts/overview.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { useLoaded } from '../kit/use-loaded.ts'
import { useWords } from '../words/use-words.ts'

/** Asks before an account is ended, and says what nobody could sign off after it. */
export function DeactivateDialog(props: {
  person: PersonEntry
  onDeactivate: () => void
  onClose: () => void
}) {
  const { person, onDeactivate, onClose } = props
  const { say } = useWords()
  const { body } = useLoaded<Commitments>(`/users/${person.id}/commitments`)
  const kinds = body?.lastGiverOf.items.map(({ label }) => label).join(', ') ?? ''
  return (
    <Dialog
      confirm={{ label: say('people:deactivate'), isDangerous: true, onClick: onDeactivate }}
      onClose={onClose}
      title={say('people:deactivateOf', { name: person.name })}
    >
      <p>{say('people:deactivateWarning')}</p>
      {kinds === '' ? null : (
        <p role="status">
          {say('people:lastGiver', { kinds, count: String(body?.signOffs.total ?? 0) })}
        </p>
      )}
    </Dialog>
  )
}
