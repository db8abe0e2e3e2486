import type { PayloadRequest } from 'payload'
import { NotAllowed, NotSignedIn } from '#model/errors.ts'
import { actorOf, isPerson, type Actor } from './actor.ts'

export type SignedInPerson = Extract<Actor, { type: 'person' }>

/** The person who calls. @throws NotSignedIn 401, NotAllowed 403 for sites */
export function requirePerson(req: PayloadRequest): SignedInPerson {
  const actor = actorOf(req)
  if (actor.type === 'anonymous') throw new NotSignedIn()
  if (!isPerson(actor))
    throw new NotAllowed({
      de: 'Websites lesen; der Workflow gehört den Menschen.',
      en: 'Sites read; the workflow belongs to people.',
    })
  return actor
}
