import { and, asc, count, desc, isNotNull, sql, type SQL } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import * as z from 'zod'
import type { DeskScope } from '#access/desks.ts'
import { loadDeskScope, loadDesks } from '#access/load-desks.ts'
import { sqlIn } from '#database/sql.ts'
import { newsroomTexts } from '#database/tables.ts'
import { encodeCursor } from '#model/cursor.ts'
import { cursorText, parseInput, storableText } from '#model/input.ts'
import { requirePerson } from '#access/require-person.ts'
import { signOffKinds } from '#model/sign-offs.ts'
import { awaitsSignOffOfCaller } from './awaited.ts'
import { conditionsOf, filterSchema, type FilterContext, type TextFilter } from './filter.ts'
import { mostCounted } from './limits.ts'
import { showTexts, type NewsroomText } from './entries.ts'

/** What a list can be sorted by: a column with an index, which says where a page ends. */
const columns = {
  changed: 'changedAt',
  since: 'stageSince',
  due: 'dueAt',
  live: 'liveAt',
  title: 'title',
} as const
type SortColumn = (typeof columns)[SortName]

export const sortNames = ['changed', 'since', 'due', 'live', 'title'] as const
export type SortName = (typeof sortNames)[number]

const pageSchema = z.strictObject({
  sort: z
    .string()
    .regex(/^-?(?:changed|since|due|live|title)$/, 'changed, since, due, live or title, "-" before')
    .default('-changed'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: storableText(3000).optional(),
})

const listSchema = pageSchema.extend(filterSchema.shape)

export interface TextPage {
  texts: NewsroomText[]
  /** How many there are in all; more than `mostCounted` are not counted. */
  total: number
  nextCursor: string | null
}

/** Parses the parameters of a list. @throws InvalidRequest 400 naming the parameter */
export function parseList(
  parameters: Readonly<Record<string, string>>,
): z.infer<typeof listSchema> {
  return parseInput(listSchema, parameters, 'These are not valid parameters for listing texts.')
}

/**
 * A page of the editorial documents that a filter picks, to people; `cursor` is the `nextCursor` of
 * the page before.
 *
 * @throws NotSignedIn 401, NotAllowed 403 for sites, InvalidRequest 400
 */
export async function readTexts(
  req: PayloadRequest,
  asked: z.infer<typeof listSchema>,
): Promise<TextPage> {
  const { sort, limit, cursor, ...filter } = asked
  const { isDescending, sortColumn } = readSort(sort)
  const name = columns[sortColumn]
  const column = newsroomTexts[name]
  const conditions = conditionsOf(filter, await contextFor(req, filter))
  if (name === 'dueAt' || name === 'liveAt') conditions.push(isNotNull(column))
  const after = cursor === undefined ? undefined : comesAfter(cursor, name, isDescending)
  const direction = isDescending ? desc : asc
  const db = await sqlIn(req)
  const counted = db
    .select({ document: newsroomTexts.document })
    .from(newsroomTexts)
    .where(and(...conditions))
    .orderBy(column)
    .limit(mostCounted + 1)
    .as('counted')
  const [shown, [total]] = await Promise.all([
    showTexts(req, {
      where: and(...conditions, after),
      order: (t) => [direction(t[name]), direction(t.document)],
      limit: limit + 1,
    }),
    db.select({ count: count() }).from(counted),
  ])
  const page = shown.slice(0, limit)
  const last = shown.length > limit ? page.at(-1) : undefined
  return {
    texts: page,
    total: total?.count ?? 0,
    nextCursor: last ? encodeCursor([last[name] ?? '', last.id]) : null,
  }
}

/** Whom a filter's words mean: the caller, their desks, or the desk that it names. */
export async function contextFor(req: PayloadRequest, filter: TextFilter): Promise<FilterContext> {
  const actor = requirePerson(req)
  return {
    person: actor.id,
    scope: await scopeFor(req, filter),
    awaited: await awaitedBy(req, filter),
    now: new Date(),
  }
}

async function awaitedBy(req: PayloadRequest, { awaiting }: TextFilter): Promise<SQL | undefined> {
  if (awaiting === undefined) return undefined
  return awaitsSignOffOfCaller(req, awaiting === 'signOff' ? signOffKinds : [awaiting])
}

async function scopeFor(req: PayloadRequest, { desk }: TextFilter): Promise<DeskScope> {
  if (desk === undefined) return null
  if (desk === 'mine') {
    const actor = requirePerson(req)
    // An author answers for their own texts alone: of a desk they are, or of none.
    return loadDeskScope(req, actor.role === 'author' ? { ...actor, allTexts: false } : actor)
  }
  return (await loadDesks(req)).filter(({ id }) => id === desk)
}

export function readSort(sort: string): { isDescending: boolean; sortColumn: SortName } {
  const isDescending = sort.startsWith('-')
  const name = isDescending ? sort.slice(1) : sort
  return { isDescending, sortColumn: sortNames.find((known) => known === name) ?? 'changed' }
}

/** A place in a list of texts: what it is in order by, and the text. */
const places = {
  title: z.strictObject({ cursor: cursorText(z.tuple([storableText(500), z.uuid()])) }),
  moment: z.strictObject({
    cursor: cursorText(z.tuple([z.iso.datetime({ offset: true }), z.uuid()])),
  }),
} as const

function comesAfter(cursor: string, name: SortColumn, isDescending: boolean): SQL {
  const {
    cursor: [value, id],
  } = parseInput(
    name === 'title' ? places.title : places.moment,
    { cursor },
    'The cursor belongs to a list in another order.',
  )
  const than = isDescending ? sql`<` : sql`>`
  const typed = name === 'title' ? sql`${value}` : sql`${value}::timestamptz`
  return sql`(${newsroomTexts[name]}, ${newsroomTexts.document}) ${than} (${typed}, ${id}::uuid)`
}
