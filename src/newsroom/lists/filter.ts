import {
  and,
  eq,
  ilike,
  inArray,
  isNotNull,
  isNull,
  lt,
  notInArray,
  or,
  sql,
  type SQL,
} from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import * as z from 'zod'
import { deskCondition, type DeskScope } from '#access/desks.ts'
import { newsroomTexts as t, professions, regions } from '#database/tables.ts'
import { editorialCollections, isUuid } from '#model/documents.ts'
import { storableText } from '#model/input.ts'
import { risks } from '#model/risk.ts'
import { signOffKinds } from '#model/sign-offs.ts'
import { stages } from '#model/stages.ts'

/** Values of one field, separated by commas: any of them will do. */
const anyOf = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z
    .string()
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.enum(values)).min(1))

const idOr = <Word extends string>(...words: Word[]) =>
  z.string().refine((value) => isUuid(value) || words.some((word) => word === value), {
    message: `an id, or ${words.join(', ')}`,
  })

/** What a list of texts is narrowed to, as it stands in an address: all conditions hold at once. */
export const filterSchema = z.strictObject({
  collection: z.enum(editorialCollections).optional(),
  stage: anyOf(stages).optional(),
  risk: anyOf(risks).optional(),
  /** Words of the title, or of the name of the profession or region. */
  q: storableText(200).optional(),
  profession: z.string().refine(isUuid, 'an id is a UUID').optional(),
  region: z.string().refine(isUuid, 'an id is a UUID').optional(),
  /** Two digits, as an AGS begins. */
  land: z
    .string()
    .regex(/^\d{2}$/, 'two digits, as an AGS begins')
    .optional(),
  /** A desk; `mine`: what the caller's desks cover. */
  desk: idOr('mine').optional(),
  /** Author, or assigned to write. */
  author: idOr('me').optional(),
  reviewer: idOr('me', 'nobody').optional(),
  due: z.enum(['overdue', 'week', 'any']).optional(),
  /** `changed`: live, with a working copy that differs. */
  live: z.enum(['yes', 'no', 'changed']).optional(),
  /** Approved as it is by a person, and not live. */
  approvedBy: idOr('me').optional(),
  claimed: z.enum(['me', 'others', 'nobody']).optional(),
  /** In review, without a sign-off that the caller may give: of any kind, or of one. */
  awaiting: z.enum(['signOff', ...signOffKinds]).optional(),
  planned: z.enum(['yes']).optional(),
})

export type TextFilter = z.infer<typeof filterSchema>

/** Who asks, and what the desks in question cover. */
export interface FilterContext {
  person: string
  /** Of the desk that the filter names, or of the caller. */
  scope: DeskScope
  /** What `awaiting` means for the caller; undefined: nothing waits for them. */
  awaited: SQL | undefined
  now: Date
}

/** Builds what stands inside another statement. */
const build = new QueryBuilder()

/** The conditions of a filter, all of which hold. */
export function conditionsOf(filter: TextFilter, context: FilterContext): (SQL | undefined)[] {
  const { person, scope, awaited, now } = context
  const idOf = (value: string) => (value === 'me' ? person : value)
  const conditions: (SQL | undefined)[] = []
  if (filter.collection) conditions.push(eq(t.documentCollection, filter.collection))
  if (filter.stage) conditions.push(inArray(t.stage, filter.stage))
  if (filter.risk) conditions.push(inArray(t.risk, filter.risk))
  if (filter.q?.trim()) conditions.push(mentions(filter.q.trim()))
  if (filter.profession) conditions.push(eq(t.profession, filter.profession))
  if (filter.region) conditions.push(eq(t.region, filter.region))
  if (filter.land) conditions.push(inArray(t.region, regionsOf(filter.land)))
  if (filter.desk) conditions.push(deskCondition(scope, t))
  if (filter.author) {
    const id = idOf(filter.author)
    conditions.push(or(eq(t.author, id), eq(t.writer, id)))
  }
  if (filter.reviewer === 'nobody') conditions.push(isNull(t.reviewer))
  else if (filter.reviewer) conditions.push(eq(t.reviewer, idOf(filter.reviewer)))
  if (filter.due) conditions.push(dueBy(filter.due, now))
  if (filter.live) conditions.push(isLive[filter.live])
  if (filter.approvedBy) {
    const signer = idOf(filter.approvedBy)
    conditions.push(inArray(t.stage, ['approved', 'scheduled']), sql`${t.signers} ? ${signer}`)
  }
  if (filter.claimed === 'me') {
    conditions.push(eq(t.claimedBy, person), isClaimed(now))
  } else if (filter.claimed) {
    const others = isClaimedByOthers(person, now)
    conditions.push(filter.claimed === 'others' ? others : sql`(${others}) IS NOT TRUE`)
  }
  if (filter.awaiting) conditions.push(awaited ?? sql`false`)
  // As a word, without a value: the indexes that hold what is planned are found by it alone.
  if (filter.planned) conditions.push(sql`${t.isPlanned}`)
  return conditions
}

/** Somebody else than this person is reviewing it. */
export function isClaimedByOthers(person: string, now: Date): SQL {
  return sql`${isClaimed(now)} AND ${t.claimedBy} <> ${person}`
}

function isClaimed(now: Date): SQL {
  return sql`${t.claimedUntil} > ${now.toISOString()}`
}

const isLive = {
  yes: isNotNull(t.liveAt),
  no: isNull(t.liveAt),
  changed: and(isNotNull(t.liveAt), sql`${t.liveDigest} IS DISTINCT FROM ${t.digest}`),
} as const

function dueBy(due: NonNullable<TextFilter['due']>, now: Date): SQL | undefined {
  const isOpen = and(isNotNull(t.dueAt), notInArray(t.stage, ['live', 'archived']))
  if (due === 'any') return isOpen
  const week = 7 * 86_400_000
  return and(
    isOpen,
    lt(t.dueAt, new Date(now.getTime() + (due === 'week' ? week : 0)).toISOString()),
  )
}

function regionsOf(land: string) {
  return build
    .select({ id: regions.id })
    .from(regions)
    .where(eq(sql`left(${regions.ags}, 2)`, land))
}

function mentions(words: string): SQL {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const texts = build.select({ document: t.document }).from(t)
  const ofProfession = build
    .select({ document: t.document })
    .from(t)
    .innerJoin(professions, eq(professions.id, t.profession))
  const inRegion = build
    .select({ document: t.document })
    .from(t)
    .innerJoin(regions, eq(regions.id, t.region))
  // Not one OR: each of the three has an index of its own.
  return sql`${t.document} IN (
    ${texts.where(ilike(t.title, pattern))}
    UNION ${ofProfession.where(ilike(professions.name, pattern))}
    UNION ${inRegion.where(ilike(regions.name, pattern))})`
}
