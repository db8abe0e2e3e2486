import { and, asc, eq, or, sql, type SQL } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { callerLanguage } from '#access/answer.ts'
import { newsroomTexts as t } from '#database/tables.ts'
import { collectionIn } from '#model/documents.ts'
import { isRisk } from '#model/risk.ts'
import { signOffLabels, type SignOffKind } from '#model/sign-offs.ts'
import { inLanguage } from '#model/text.ts'
import { isNamedGiver } from '#workflow/givers.ts'
import { lacksSignOff } from '#workflow/missing-sign-offs.ts'
import { findNamedGivers, kindsOnlyNamedGive } from '#workflow/named-givers.ts'
import { loadSettings } from '#workflow/settings.ts'

/** A kind of sign-off, with its name in the caller's language. */
export interface NamedKind {
  kind: SignOffKind
  label: string
}

/** What is looked at of a text to say which kinds only one person can give it. */
export type LackingRow = Pick<
  typeof t.$inferSelect,
  'documentCollection' | 'risk' | 'signedOff' | 'contributors'
>

/** What of the rules of approval rests on one person. */
export interface OnlyGiver {
  /** Kinds that the rules ask for and that nobody else could give. */
  kinds: NamedKind[]
  /** The texts that lack a sign-off which only they can give; undefined: there can be none. */
  where: SQL | undefined
  order: SQL
  /** Which kinds those are, of one of these texts. */
  ofText: (row: LackingRow) => NamedKind[]
}

/**
 * Finds what only one person can sign off, whether they are there or have left: of all texts, or, where the
 * others who are named wrote it, of that text.
 */
export async function findOnlyGiver(
  req: PayloadRequest,
  person: { id: string; desks: readonly string[] },
): Promise<OnlyGiver> {
  const settings = await loadSettings(req)
  const language = callerLanguage(req)
  const named = (kind: SignOffKind): NamedKind => ({
    kind,
    label: inLanguage(signOffLabels[kind], language),
  })
  const theirs = kindsOnlyNamedGive(settings).filter((kind) => isNamedGiver(settings, kind, person))
  const able = await findNamedGivers(req, settings, theirs)
  const othersOf = (kind: SignOffKind) =>
    (able.get(kind) ?? []).map(({ id }) => id).filter((id) => id !== person.id)
  const conditions = theirs.map((kind) => {
    const others = JSON.stringify(othersOf(kind))
    return and(lacksSignOff(settings, kind), sql`${others}::jsonb <@ ${t.contributors}`)
  })
  return {
    kinds: theirs.filter((kind) => othersOf(kind).length === 0).map(named),
    where:
      conditions.length > 0
        ? and(
            eq(t.stage, 'in_review'),
            or(...conditions),
            sql`NOT ${t.contributors} ? ${person.id}`,
          )
        : undefined,
    order: asc(t.stageSince),
    ofText: ({ documentCollection, risk, signedOff, contributors }) => {
      if (!isRisk(risk)) return []
      const { signOffs } = settings.ruleFor(collectionIn(documentCollection), risk)
      return theirs
        .filter((kind) => signOffs.includes(kind) && !signedOff.includes(kind))
        .filter((kind) => othersOf(kind).every((id) => contributors.includes(id)))
        .map(named)
    },
  }
}
