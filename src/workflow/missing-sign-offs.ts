import { and, eq, or, sql, type SQL } from 'drizzle-orm'
import { newsroomTexts as t } from '#database/tables.ts'
import { editorialCollections } from '#model/documents.ts'
import { risks } from '#model/risk.ts'
import type { SignOffKind } from '#model/sign-offs.ts'
import type { WorkflowSettings } from './settings.ts'

/**
 * The condition of the texts in review that lack a kind of sign-off: the rules of now ask for it, by
 * collection and risk, and it is not given. Undefined where they never ask for it.
 */
export function lacksSignOff(
  { ruleFor }: Pick<WorkflowSettings, 'ruleFor'>,
  kind: SignOffKind,
): SQL | undefined {
  const places = editorialCollections.flatMap((collection) =>
    risks
      .filter((risk) => ruleFor(collection, risk).signOffs.includes(kind))
      .map((risk) => and(eq(t.documentCollection, collection), eq(t.risk, risk))),
  )
  if (places.length === 0) return undefined
  return and(eq(t.stage, 'in_review'), or(...places), sql`NOT ${t.signedOff} ? ${kind}`)
}
