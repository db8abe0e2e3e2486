import { and, desc, eq, gt, isNull, lte, notInArray, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { expertLinks as links } from '#database/tables.ts'
import type { WorkflowState } from '#editorial/state.ts'
import type { SignOffKind } from '#model/sign-offs.ts'
import { findNamedGivers } from './named-givers.ts'
import type { WorkflowSettings } from './settings.ts'

/**
 * Which of the sign-offs that a text lacks only an expert can give, as long as no link is open by which one
 * could: nobody is named who can, or all who are wrote the text. Empty where a link is open.
 */
export async function findNeedOfLink(
  req: PayloadRequest,
  text: { state: WorkflowState; settings: WorkflowSettings; missing: readonly SignOffKind[] },
): Promise<SignOffKind[]> {
  const { state, settings, missing } = text
  const kinds = missing.filter((kind) => {
    const { by, experts } = settings.giversOf(kind)
    return by === 'named' && experts
  })
  if (kinds.length === 0 || (await hasOpenLink(req, state))) return []
  const named = await findNamedGivers(req, settings, kinds)
  return kinds.filter(
    (kind) => !named.get(kind)?.some(({ id }) => !state.contributors.includes(id)),
  )
}

/** When the last link to a document ended without an answer; null where none did. */
export async function findLastLapse(req: PayloadRequest, document: string): Promise<string | null> {
  const db = await sqlIn(req)
  const endedAt = sql<string>`least(${links.expiresAt}, ${links.revokedAt})`
  const [last] = await db
    .select({ at: endedAt })
    .from(links)
    .where(
      and(eq(links.document, document), isNull(links.usedAt), lte(endedAt, sql`clock_timestamp()`)),
    )
    .orderBy(desc(endedAt))
    .limit(1)
  return last ? new Date(last.at).toISOString() : null
}

/** Whether an expert could answer by a link that counts: not one of somebody who wrote the text. */
async function hasOpenLink(
  req: PayloadRequest,
  { id, digest, contributors }: WorkflowState,
): Promise<boolean> {
  const db = await sqlIn(req)
  const [open] = await db
    .select({ id: links.id })
    .from(links)
    .where(
      and(
        eq(links.document, id),
        eq(links.digest, digest),
        isNull(links.usedAt),
        isNull(links.revokedAt),
        isNull(links.endedAt),
        gt(links.expiresAt, sql`clock_timestamp()`),
        contributors.length > 0 ? notInArray(links.madeBy, [...contributors]) : undefined,
      ),
    )
    .limit(1)
  return open !== undefined
}
