import type { SignedInPerson } from '#access/require-person.ts'
import type { SignOffKind } from '#model/sign-offs.ts'
import type { DecidingActor } from './decide.ts'
import type { WorkflowSettings } from './settings.ts'

/** Says whether somebody is among those who give a kind of sign-off for a text; four eyes apart. */
export function givesSignOff(
  settings: WorkflowSettings,
  kind: SignOffKind,
  person: Pick<SignedInPerson, 'id' | 'desks'>,
  deciding: DecidingActor,
): boolean {
  const { by, people, desks } = settings.giversOf(kind)
  if (by === 'named') {
    return people.includes(person.id) || person.desks.some((desk) => desks.includes(desk))
  }
  return deciding.role === 'admin' || (deciding.role === 'editor' && deciding.isCovered)
}
