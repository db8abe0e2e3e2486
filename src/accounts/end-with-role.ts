import type { CollectionAfterChangeHook } from 'payload'
import { personActing } from '#access/actor.ts'
import type { User } from '#payload-types'
import { byProgram } from './acting-program.ts'
import { endHeld } from './held/end.ts'
import { held } from './held/list.ts'

/**
 * Who is no editor any more opens no text to people outside: the links to experts that they made end, and the previews.
 * Whoever has such a link answers in an expert's place, and its maker has it.
 */
export const endWithRole: CollectionAfterChangeHook<User> = async ({
  doc,
  previousDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || doc.role !== 'author' || previousDoc.role === 'author') return
  const by = byProgram(req).by === undefined ? personActing(req) : null
  const leaver = { person: doc.id, by, isDemoted: true } as const
  await endHeld(req, leaver, [held.expertLinks, held.previews])
}
