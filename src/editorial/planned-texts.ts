import { and, eq } from 'drizzle-orm'
import type { CollectionBeforeDeleteHook, PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { workflowPlans as plans, workflowTexts as texts } from '#database/tables.ts'
import { isRecord } from '#model/documents.ts'
import { Conflict } from '#model/errors.ts'
import { referencesIn } from '#portrait/delivered.ts'
import type { ReferenceTarget } from '#portrait/kinds/field.ts'

/**
 * The texts, as collection/id, of which a plan is to publish a version that refers to an entry, whatever
 * the working copy is by now.
 */
export async function findPlannedTextsWith(
  req: PayloadRequest,
  target: ReferenceTarget,
  entry: string,
): Promise<string[]> {
  const db = await sqlIn(req)
  const planned = await db
    .select({
      document: plans.document,
      collection: plans.documentCollection,
      content: texts.content,
    })
    .from(plans)
    .innerJoin(texts, and(eq(texts.document, plans.document), eq(texts.digest, plans.digest)))
    .where(and(eq(plans.action, 'publish'), eq(plans.status, 'pending')))
  return planned
    .filter(({ content }) => isRecord(content) && referencesIn(content)[target].includes(entry))
    .map((plan) => `${plan.collection}/${plan.document}`)
}

/**
 * Refuses to delete what a planned text refers to: it would not go live at its date.
 *
 * @throws Conflict 409 naming the texts
 */
export function refuseWhilePlanned(target: ReferenceTarget): CollectionBeforeDeleteHook {
  return async ({ id, req }) => {
    const found = await findPlannedTextsWith(req, target, String(id))
    if (found.length === 0) return
    throw new Conflict(
      {
        de: `Ein Text, der eingeplant ist, verweist darauf: ${found.join(', ')}.`,
        en: `A text that is scheduled refers to it: ${found.join(', ')}.`,
      },
      'referenced',
      found.map((path) => ({ path, reason: 'Its planned version refers to this.' })),
    )
  }
}
