import { and, asc, eq, exists, isNull, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import {
  expertLinks as links,
  expertOpinions as opinions,
  workflowStates as states,
} from '#database/tables.ts'
import { readText } from '#editorial/texts-by-digest.ts'
import { collectionIn, isEditorialCollection, type EditorialCollection } from '#model/documents.ts'
import type { AppendedEvent } from '#record/events.ts'
import type { Subscriber } from '#record/subscribers.ts'
import { signOffByAgreements, type Agreement } from '#workflow/sign-off.ts'

/**
 * An expert who agrees by a link signs off what the house leaves to experts: at once, or as soon as the text is
 * in review, what held it up is resolved, or the rules ask for it.
 */
export const countAgreements: Subscriber = { name: 'agreements', handle: countAfterChange }

async function countAfterChange(req: PayloadRequest, event: AppendedEvent): Promise<void> {
  const { kind, collection, id } = event
  if (kind === 'setting' && id === 'workflow-settings') {
    // In one order, so that two changes at once do not wait for each other.
    for (const text of await findAgreedInReview(req)) await count(req, text)
  }
  if (isEditorialCollection(collection) && mayMakeCount(event)) await count(req, { collection, id })
}

function mayMakeCount({ kind, transition, data }: AppendedEvent): boolean {
  if (kind === 'expert') return transition === 'opinion' && data?.opinion === 'agree'
  if (kind === 'comment') return data?.isBlocking === true && endsComment.has(transition)
  return kind === 'workflow' && leadsIntoReview.has(transition)
}

const endsComment: ReadonlySet<string> = new Set(['resolveComment', 'deleteComment'])

/** Steps after which a text is in review, or is asked for something else there. */
const leadsIntoReview: ReadonlySet<string> = new Set([
  'submit',
  'revokeApproval',
  'takeBackSignOff',
  'publish',
  'unpublish',
])

async function count(
  req: PayloadRequest,
  { collection, id }: { collection: EditorialCollection; id: string },
): Promise<void> {
  await signOffByAgreements(req, { collection, id }, await findAgreements(req, id))
}

/** What experts have agreed to of a document, the oldest first; a link that was revoked counts no more. */
async function findAgreements(req: PayloadRequest, document: string): Promise<Agreement[]> {
  const db = await sqlIn(req)
  const { link, name, comment, digest, createdAt } = opinions
  const rows = await db
    .select({ link, name, comment, digest, at: createdAt, madeBy: links.madeBy })
    .from(opinions)
    .innerJoin(links, eq(links.id, opinions.link))
    .where(
      and(eq(opinions.document, document), eq(opinions.opinion, 'agree'), isNull(links.revokedAt)),
    )
    .orderBy(asc(createdAt), asc(opinions.id))
  const agreements: Agreement[] = []
  for (const { digest, ...agreement } of rows) {
    const text = await readText(req, document, digest)
    if (text) agreements.push({ ...agreement, text: text.content })
  }
  return agreements
}

/** The texts in review that some expert has agreed to. */
async function findAgreedInReview(
  req: PayloadRequest,
): Promise<{ collection: EditorialCollection; id: string }[]> {
  const db = await sqlIn(req)
  const agreed = db
    .select({ id: opinions.id })
    .from(opinions)
    .where(and(eq(opinions.document, sql`${states.id}::text`), eq(opinions.opinion, 'agree')))
  const rows = await db
    .select({ id: states.id, collection: states.documentCollection })
    .from(states)
    .where(and(eq(states.stage, 'in_review'), exists(agreed)))
    .orderBy(asc(states.id))
  return rows.map(({ id, collection }) => ({ id, collection: collectionIn(collection) }))
}
