import { eq } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { newsroomTexts as t, workflowStates as states } from '#database/tables.ts'
import { isUuid } from '#model/documents.ts'

/** What access to a text rests on, as ids: of its working copy, and of its assignment. */
export interface TextFacts {
  author: string | null
  profession: string | null
  region: string | null
  stage: string
  /** How often it was submitted. */
  round: number
  /** Who is to write it. */
  writer: string | null
  /** Who is to review it. */
  reviewer: string | null
}

/**
 * What access to a text rests on; undefined where there is no such text.
 *
 * @param options.isLocking nobody takes a step with it, or writes it, before the transaction ends
 */
export async function readTextFacts(
  req: PayloadRequest,
  id: string,
  { isLocking = false }: { isLocking?: boolean } = {},
): Promise<TextFacts | undefined> {
  if (!isUuid(id)) return undefined
  const db = await sqlIn(req)
  if (isLocking) {
    await db.select({ id: states.id }).from(states).where(eq(states.id, id)).for('update')
  }
  const { author, profession, region, stage, round, writer, reviewer } = t
  const [facts] = await db
    .select({ author, profession, region, stage, round, writer, reviewer })
    .from(t)
    .where(eq(t.document, id))
  return facts
}
