import { sql, type SQL } from 'drizzle-orm'
import * as z from 'zod'
import type { DeskScope } from '#access/desk.ts'
import { editorialCollections, isUuid } from '#model/documents.ts'
import { storableText } from '#model/input.ts'
import { risks } from '#model/risk.ts'
import { stages } from '../transitions.ts'

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
  planned: z.enum(['yes']).optional(),
})

export type TextFilter = z.infer<typeof filterSchema>

/** Who asks, and what the desks in question cover. */
export interface FilterContext {
  person: string
  /** Of the desk that the filter names, or of the caller. */
  scope: DeskScope
  now: Date
}

/** The conditions of a filter on `newsroom_texts t`. */
export function conditionsOf(filter: TextFilter, context: FilterContext): SQL[] {
  const { person, scope, now } = context
  const idOf = (value: string) => (value === 'me' ? person : value)
  const at = now.toISOString()
  const conditions: SQL[] = []
  if (filter.collection) conditions.push(sql`t.document_collection = ${filter.collection}`)
  if (filter.stage) conditions.push(isOneOf(sql`t.stage`, filter.stage))
  if (filter.risk) conditions.push(isOneOf(sql`t.risk`, filter.risk))
  if (filter.q?.trim()) conditions.push(mentions(filter.q.trim()))
  if (filter.profession) conditions.push(sql`t.profession = ${filter.profession}::uuid`)
  if (filter.region) conditions.push(sql`t.region = ${filter.region}::uuid`)
  if (filter.land) {
    conditions.push(sql`t.region IN (SELECT id FROM regions WHERE left(ags, 2) = ${filter.land})`)
  }
  if (filter.desk) conditions.push(...coveredBy(scope))
  if (filter.author) {
    const id = idOf(filter.author)
    conditions.push(sql`(t.author = ${id}::uuid OR t.writer = ${id}::uuid)`)
  }
  if (filter.reviewer === 'nobody') conditions.push(sql`t.reviewer IS NULL`)
  else if (filter.reviewer) conditions.push(sql`t.reviewer = ${idOf(filter.reviewer)}::uuid`)
  if (filter.due) conditions.push(dueBy(filter.due, now))
  if (filter.live) conditions.push(isLive[filter.live])
  if (filter.approvedBy) {
    conditions.push(
      sql`t.stage IN ('approved', 'scheduled') AND t.signers ? ${idOf(filter.approvedBy)}`,
    )
  }
  if (filter.claimed === 'me') {
    conditions.push(sql`t.claimed_by = ${person}::uuid AND t.claimed_until > ${at}`)
  } else if (filter.claimed) {
    const others = sql`t.claimed_until > ${at} AND t.claimed_by <> ${person}::uuid`
    conditions.push(filter.claimed === 'others' ? others : sql`(${others}) IS NOT TRUE`)
  }
  if (filter.planned) {
    conditions.push(
      sql`t.document::text IN (SELECT document FROM workflow_plans WHERE status = 'pending')`,
    )
  }
  return conditions
}

/** Conditions, all of which hold. */
export function all(conditions: readonly SQL[]): SQL {
  return conditions.length === 0 ? sql`true` : sql.join([...conditions], sql` AND `)
}

/** The rule of desks (isCoveredByDesks) as conditions on `newsroom_texts t`. */
export function coveredBy(scope: DeskScope): SQL[] {
  if (scope === null) return []
  if (scope.length === 0) return [sql`false`]
  const desks = scope.map(({ regions, professions }) =>
    all([
      ...(regions.length > 0 ? [isAnyId(sql`t.region`, regions)] : []),
      ...(professions.length > 0 ? [isAnyId(sql`t.profession`, professions)] : []),
    ]),
  )
  return [sql`(${sql.join(desks, sql` OR `)})`]
}

const isLive = {
  yes: sql`t.live_at IS NOT NULL`,
  no: sql`t.live_at IS NULL`,
  changed: sql`t.live_at IS NOT NULL AND t.live_digest IS DISTINCT FROM t.digest`,
} as const

function dueBy(due: NonNullable<TextFilter['due']>, now: Date): SQL {
  const isOpen = sql`t.due_at IS NOT NULL AND t.stage NOT IN ('live', 'archived')`
  if (due === 'any') return isOpen
  const week = 7 * 86_400_000
  const end = new Date(now.getTime() + (due === 'week' ? week : 0)).toISOString()
  return sql`${isOpen} AND t.due_at < ${end}`
}

function mentions(words: string): SQL {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  // Not one OR: each of the three has an index of its own.
  return sql`t.document IN (
    SELECT document FROM newsroom_texts WHERE title ILIKE ${pattern}
    UNION SELECT n.document FROM newsroom_texts n JOIN professions p ON p.id = n.profession
          WHERE p.name ILIKE ${pattern}
    UNION SELECT n.document FROM newsroom_texts n JOIN regions r ON r.id = n.region
          WHERE r.name ILIKE ${pattern})`
}

function isOneOf(column: SQL, values: readonly string[]): SQL {
  return sql`${column} IN (${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )})`
}

function isAnyId(column: SQL, ids: readonly string[]): SQL {
  return sql`${column} IN (${sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )})`
}
