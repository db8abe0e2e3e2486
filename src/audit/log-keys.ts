import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Sql } from '#database/sql.ts'
import { workflowEvents as e } from '#database/tables.ts'
import { keysOnRecord } from '#publishing/log/keys.ts'
import {
  readVerifierKey,
  verifierLineOf,
  type SigningKey,
  type VerifierKey,
} from '#read-model/log/note.ts'
import { logKeys } from '#read-model/tables.ts'
import type { AuditProblem } from './verify.ts'

/** The keys of the log by name and id. */
export type PublicKeys = ReadonlyMap<string, VerifierKey>

type Listed = typeof logKeys.$inferSelect

/**
 * The keys of the log and of its witnesses, with that of the installation, which may have signed a second before it is listed, and
 * what is wrong with the list. Once it is listed, it is the only one that has not ended: another beside it was
 * listed by somebody else. A key that the record does not tell of counts for nothing.
 */
export async function readPublicKeys(
  db: Sql,
  own: SigningKey | undefined,
): Promise<{ keys: PublicKeys; witnesses: PublicKeys; problems: AuditProblem[] }> {
  const rows = await db.select().from(logKeys)
  const untold = await findUntold(db, rows)
  const ownLine = own && verifierLineOf(own)
  const open = rows.filter(({ kind, validUntil }) => kind === 'log' && validUntil === null)
  const isListed = open.some(({ verifier }) => verifier === ownLine)
  const others = open.filter(({ verifier }) => isListed && verifier !== ownLine)
  const isNew = rows.every(({ verifier }) => verifier !== ownLine)
  const linesOf = (of: Listed['kind']) =>
    rows
      .filter(({ kind, verifier }) => kind === of && !untold.has(verifier))
      .map(({ verifier }) => verifier)
  const lines = linesOf('log')
  if (ownLine !== undefined && isNew) lines.push(ownLine)
  return {
    keys: keysOf(lines),
    witnesses: keysOf(linesOf('witness')),
    problems: [
      ...[...untold].map(([verifier, problem]) => ({ where: `log key ${verifier}`, problem })),
      ...others
        .filter(({ verifier }) => !untold.has(verifier))
        .map(({ verifier }) => ({
          where: `log key ${verifier}`,
          problem: 'It is listed as one that signs, but the installation has another.',
        })),
    ],
  }
}

function keysOf(lines: readonly string[]): PublicKeys {
  return new Map(
    lines.flatMap((line) => {
      const key = readVerifierKey(line)
      return key ? [[`${key.name}+${key.id}`, key]] : []
    }),
  )
}

/** What the record tells of a key. */
interface Told {
  kind: Listed['kind']
  from: string
  until: string | null
}

/** How far a time of the list may lie from that of its event, which is written just before; in milliseconds. */
const tolerance = 60_000

/** What of the list is not as the record tells it, by key; of a list from before it was on record, nothing. */
async function findUntold(db: Sql, rows: readonly Listed[]): Promise<Map<string, string>> {
  const told = await readTold(db)
  const untold = new Map<string, string>()
  if (told.size === 0) return untold
  for (const { verifier, kind, validFrom, validUntil } of rows) {
    const said = told.get(verifier)
    if (said?.kind !== kind)
      untold.set(verifier, 'It is listed, and the record tells of no such key.')
    else if (!isNear(validFrom, said.from) || !isNear(validUntil, said.until)) {
      untold.set(verifier, 'It is not listed from when and until when the record says.')
    }
  }
  for (const verifier of told.keys()) {
    if (rows.every((row) => row.verifier !== verifier)) {
      untold.set(verifier, 'The record tells of it, and it is not listed.')
    }
  }
  return untold
}

async function readTold(db: Sql): Promise<Map<string, Told>> {
  const { kind, collection, id } = keysOnRecord
  const events = await db
    .select({ transition: e.transition, at: e.createdAt, data: e.data })
    .from(e)
    .where(
      and(
        eq(e.kind, kind),
        eq(e.documentCollection, collection),
        eq(e.document, id),
        isNotNull(e.proof),
      ),
    )
    .orderBy(asc(e.sequence))
  const told = new Map<string, Told>()
  for (const { transition, at, data } of events) {
    const verifier = textIn(data, 'verifier')
    const known = told.get(verifier ?? '')
    if (verifier === null) continue
    if (transition === 'endKey') {
      if (known) told.set(verifier, { ...known, until: at })
    } else {
      told.set(verifier, {
        kind: transition === 'listKey' ? 'log' : 'witness',
        from: textIn(data, 'from') ?? at,
        until: textIn(data, 'until'),
      })
    }
  }
  return told
}

function textIn(data: unknown, name: string): string | null {
  const value: unknown = Reflect.get(Object(data) as object, name)
  return typeof value === 'string' ? value : null
}

function isNear(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other
  return Math.abs(Date.parse(one) - Date.parse(other)) <= tolerance
}
