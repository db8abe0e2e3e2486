import { eq } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { findPerson } from '#access/find-person.ts'
import { sqlIn } from '#database/sql.ts'
import { newsroomTexts } from '#database/tables.ts'
import type { DecidingActor } from './decide.ts'
import { toDecidingActor } from './deciding-actor.ts'
import type { Assignment } from './facts/assignments.ts'
import { readClaim, type Claim } from './facts/claims.ts'

/**
 * The claim that holds at this moment: its time has not run out, and whoever made it could still approve
 * the text. Of somebody who has left, was demoted, lost the desk, or has written on it or signed it
 * since, it holds nobody up.
 *
 * @param couldApprove judges by the document's standing whether somebody could approve it
 */
export async function readStandingClaim(
  req: PayloadRequest,
  document: string,
  known: { assignment: Assignment; couldApprove: (actor: DecidingActor) => boolean },
): Promise<Claim | null> {
  const claim = await readClaim(req, document)
  if (!claim) return null
  const holder = await findPerson(req, claim.by.id)
  if (!holder) return null
  const db = await sqlIn(req)
  const { profession, region, author } = newsroomTexts
  const [text] = await db
    .select({ profession, region, author })
    .from(newsroomTexts)
    .where(eq(newsroomTexts.document, document))
  if (!text) return null
  const deciding = await toDecidingActor(req, holder, text, known.assignment)
  return known.couldApprove(deciding) ? claim : null
}
