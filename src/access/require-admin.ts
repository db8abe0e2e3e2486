import type { PayloadRequest } from 'payload'
import { NotAllowed, NotSignedIn } from '#model/errors.ts'
import type { BilingualText } from '#model/text.ts'
import { actorOf, isAdmin, isPerson } from './actor.ts'

/** Lets administrators pass. @throws NotSignedIn 401, NotAllowed 403 with the refusal as its message */
export function requireAdmin(req: PayloadRequest, refusal: string | BilingualText): void {
  const actor = actorOf(req)
  if (actor.type === 'anonymous') throw new NotSignedIn()
  if (!isAdmin(actor)) throw new NotAllowed(refusal)
}

/** Lets editors and administrators pass. @throws as requireAdmin does */
export function requireEditor(req: PayloadRequest, refusal: string | BilingualText): void {
  const actor = actorOf(req)
  if (actor.type === 'anonymous') throw new NotSignedIn()
  if (!isPerson(actor) || actor.role === 'author') throw new NotAllowed(refusal)
}
