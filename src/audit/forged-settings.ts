import { and, asc, inArray, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn, type Sql } from '#database/sql.ts'
import { unrecorded, workflowEvents as e } from '#database/tables.ts'
import { isRecord, withIdsOnly } from '#model/documents.ts'
import { contradict } from '#record/address-on-record.ts'
import { readSettings, type Setting, type Values } from './settings.ts'
import type { AuditProblem } from './verify.ts'

/** Events by which something is no longer there. */
const ending: ReadonlySet<string> = new Set([
  'deleteAccount',
  'deleteDesk',
  'deleteSite',
  'deletePicture',
  'removeWebhook',
  'revokeKey',
])

/** By which something goes that others name. */
const leaving: readonly string[] = ['deleteAccount', 'deleteDesk']

/** What an event says beside what stands in its data. */
const implied: Readonly<Record<string, Values>> = {
  createAccount: { isActive: true },
  deactivate: { isActive: false },
  reactivate: { isActive: true },
  stopWebhook: { isActive: false },
}

const telling = [
  ...ending,
  ...Object.keys(implied),
  ...['changePermissions', 'changeAddress', 'changeName'],
  ...['createDesk', 'changeDesk', 'createSite', 'changeSite', 'changeSettings'],
  ...['makeKey', 'makeWebhook', 'changeWebhook', 'addPicture', 'changePicture'],
]

/** What the record says of something: what it is, or that it is there no more. */
interface Said {
  values: Values
  hasEnded: boolean
  /** Of a key or a webhook, which end with it. */
  site: string | null
}

/**
 * Holds accounts, desks, sites with their keys and webhooks, pictures and the rules of approval against what the
 * record says of them last: who may do what, and who may read what. Reads only.
 */
export async function findForgedSettings(req: PayloadRequest): Promise<AuditProblem[]> {
  const db = await sqlIn(req)
  const said = await readSaid(db)
  const rows = await db.select().from(unrecorded)
  const older = new Set(rows.map(nameOf))
  const problems: AuditProblem[] = []
  const found = new Set<string>()
  await readSettings(req, (setting) => {
    const name = nameOf(setting)
    found.add(name)
    const problem = judge(setting, said.get(name), older.has(name))
    if (problem !== null) problems.push({ where: name, problem })
  })
  const missing = [...said]
    .filter(([, one]) => isExpected(one, (site) => said.has(site) || older.has(site)))
    .map(([name]) => name)
  // Keys and webhooks of before end with their site, of which nothing told.
  const untold = rows.filter(({ place }) => !partsOfSites.includes(place)).map(nameOf)
  for (const name of [...missing, ...untold.filter((each) => !said.has(each))]) {
    if (!found.has(name))
      problems.push({ where: name, problem: 'What the record tells of is missing.' })
  }
  return problems
}

const partsOfSites: readonly string[] = ['keys', 'webhooks']

/** Whether something has to be there. What was emptied, or told of little, says nothing of that. */
function isExpected({ hasEnded, values, site }: Said, isKnown: (site: string) => boolean): boolean {
  // That a site was deleted, older versions did not tell.
  const isGone = site !== null && !isKnown(nameOf({ place: 'sites', row: site }))
  return !hasEnded && !isGone && Object.keys(values).length > 0
}

const nameOf = ({ place, row }: Pick<Setting, 'place' | 'row'>) => `${place}/${row}`

function judge(setting: Setting, said: Said | undefined, isOlder: boolean): string | null {
  if (said?.hasEnded) return 'The record says that it is there no more.'
  if (!said) return isOlder || setting.isGiven ? null : 'No event tells how it came to be.'
  const others = Object.keys(said.values).filter(
    (name) => name in setting.values && !agree(setting.values[name], said.values[name]),
  )
  return others.length === 0
    ? null
    : `It is not what the record says that it is: ${others.join(', ')}.`
}

/** The newest that the record says of each, by its name. */
async function readSaid(db: Sql): Promise<ReadonlyMap<string, Said>> {
  const said = new Map<string, Said>()
  const events = await db
    .select({
      collection: e.documentCollection,
      document: e.document,
      transition: e.transition,
      data: sql<unknown>`${e.data}`,
    })
    .from(e)
    .where(
      and(
        inArray(e.kind, ['account', 'setting', 'key', 'picture']),
        inArray(e.transition, telling),
      ),
    )
    .orderBy(asc(e.sequence))
  for (const { collection, document, transition, data } of events) {
    const about = isRecord(data) ? data : {}
    const part = partOf(about)
    const name = nameOf(part ?? { place: collection, row: document })
    // Most tell all of it each time: a name that was emptied is not the one from before then.
    const isWhole = !part && collection !== 'users'
    // Rules of before have people in them as they were read.
    const after = isRecord(about.after) ? withIdsOnly(about.after) : {}
    said.set(name, {
      values: {
        ...(isWhole ? {} : said.get(name)?.values),
        ...after,
        ...implied[transition],
        ...(part ? { site: document } : {}),
      },
      hasEnded: ending.has(transition),
      site: part ? document : null,
    })
    if (transition === 'deleteSite') endPartsOf(said, document)
    if (leaving.includes(transition)) leaveOut(said, document)
  }
  return said
}

/** What of a site an event is about. */
function partOf({ key, webhook }: Record<string, unknown>): { place: string; row: string } | null {
  if (typeof key === 'string') return { place: 'keys', row: key }
  return typeof webhook === 'string' ? { place: 'webhooks', row: webhook } : null
}

function endPartsOf(said: Map<string, Said>, site: string): void {
  for (const [name, one] of said) if (one.site === site) said.set(name, { ...one, hasEnded: true })
}

/** A desk or an account that is gone is left out wherever it was named: of people who have left, and in rules. */
function leaveOut(said: Map<string, Said>, gone: string): void {
  for (const [name, one] of said)
    said.set(name, { ...one, values: valuesWithout(one.values, gone) })
}

function valuesWithout(values: Values, gone: string): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, without(value, gone)]),
  )
}

function without(value: unknown, gone: string): unknown {
  if (Array.isArray(value)) return value.filter((one) => one !== gone)
  return isRecord(value) ? valuesWithout(value, gone) : value
}

/** Whether a value is the one on record. Of an object, what the record names of it. */
function agree(value: unknown, recorded: unknown): boolean {
  if (isRecord(recorded) && isRecord(value)) {
    return Object.keys(recorded).every((name) => agree(value[name], recorded[name]))
  }
  if (isFingerprint(value) && isFingerprint(recorded)) return !contradict(value, recorded)
  return JSON.stringify(orNothing(value)) === JSON.stringify(orNothing(recorded))
}

/** An empty list is none. */
function orNothing(value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? null : (value ?? null)
}

function isFingerprint(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{64}$/u.test(value)
}
