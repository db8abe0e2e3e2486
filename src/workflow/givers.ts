import type { SignedInPerson } from '#access/require-person.ts'
import type { SignOffKind } from '#model/sign-offs.ts'
import { actsAsEditor, type DecidingActor } from './decide.ts'
import type { WorkflowSettings } from './settings.ts'

/** Says whether somebody is among those who give a kind of sign-off for a text; four eyes apart. */
export function givesSignOff(
  settings: Pick<WorkflowSettings, 'giversOf'>,
  kind: SignOffKind,
  person: Pick<SignedInPerson, 'id' | 'desks'>,
  deciding: Pick<DecidingActor, 'role' | 'isCovered'>,
): boolean {
  const { by } = settings.giversOf(kind)
  if (by === 'named') return isNamedGiver(settings, kind, person)
  return actsAsEditor(deciding)
}

/** Says whether somebody is named to give a kind of sign-off, themselves or by a desk of theirs. */
export function isNamedGiver(
  { giversOf }: Pick<WorkflowSettings, 'giversOf'>,
  kind: SignOffKind,
  person: Pick<SignedInPerson, 'id' | 'desks'>,
): boolean {
  const { by, people, desks } = giversOf(kind)
  return (
    by === 'named' &&
    (people.includes(person.id) || person.desks.some((desk) => desks.includes(desk)))
  )
}

/** Which of some kinds the house names nobody of its own for: experts give them, by a link. */
export function leftToExperts(
  { giversOf }: Pick<WorkflowSettings, 'giversOf'>,
  kinds: readonly SignOffKind[],
): SignOffKind[] {
  return kinds.filter((kind) => {
    const { by, people, desks, experts } = giversOf(kind)
    return by === 'named' && experts && people.length + desks.length === 0
  })
}

/**
 * Which kinds of sign-off somebody may give a text that is in review: those of the missing ones that are
 * theirs to give, and none of a text that they wrote on.
 */
export function signOffsToGive(options: {
  settings: Pick<WorkflowSettings, 'giversOf'>
  missing: readonly SignOffKind[]
  contributors: readonly string[]
  person: Pick<SignedInPerson, 'id' | 'desks'>
  deciding: Pick<DecidingActor, 'role' | 'isCovered'>
}): SignOffKind[] {
  const { settings, missing, contributors, person, deciding } = options
  if (contributors.includes(person.id)) return []
  return missing.filter((kind) => givesSignOff(settings, kind, person, deciding))
}
