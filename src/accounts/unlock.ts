import type { CollectionAfterOperationHook } from 'payload'
import { actorOf, isPerson } from '#access/actor.ts'
import { isRecord } from '#model/documents.ts'
import { appendEvent } from '#record/events.ts'

/** Puts on record who unlocks an account. */
export const recordUnlock: CollectionAfterOperationHook = async ({
  args,
  operation,
  req,
  result,
}): Promise<unknown> => {
  const answer: unknown = result
  const data: unknown = Reflect.get(args, 'data')
  const email = isRecord(data) ? data.email : undefined
  if (operation !== 'unlock' || typeof email !== 'string') return answer
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { email: { equals: email.toLowerCase().trim() } },
    depth: 0,
    limit: 1,
    overrideAccess: true,
    req,
  })
  const actor = actorOf(req)
  for (const { id } of docs) {
    await appendEvent(req, {
      kind: 'account',
      collection: 'users',
      id,
      transition: 'unlock',
      actor: isPerson(actor) ? { id: actor.id, name: actor.name } : null,
    })
  }
  return answer
}
