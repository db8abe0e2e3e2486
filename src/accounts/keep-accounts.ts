import { and, eq, lte, max, notInArray } from 'drizzle-orm'
import {
  createLocalReq,
  type BaseDatabaseAdapter,
  type FindOneArgs,
  type PayloadRequest,
  type TypeWithID,
  type Where,
} from 'payload'
import { isActive } from '#access/active.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import { usersSessions as sessions } from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { isRecord } from '#model/documents.ts'
import { Conflict } from '#model/errors.ts'
import { endAccount } from './end-account.ts'
import { lockAccount } from './lock.ts'
import { isNamedOnRecord } from './named-on-record.ts'
import { factsOfSession, type SessionFacts } from './session-facts.ts'
import { whereStoredToken, withStoredToken } from './sign-in/link-tokens.ts'

/**
 * Repairs, below every door, what Payload does to accounts: one that the record names is deactivated
 * where it would be deleted; sessions that begin and end at the same moment do not undo each other; and
 * who has left is sent no link to a new password.
 */
export function keepAccounts(db: BaseDatabaseAdapter): void {
  const { deleteOne, deleteMany, updateOne, findOne } = db
  const accountIn = (req: Request, where: Where) =>
    findOne.call<BaseDatabaseAdapter, [Parameters<typeof findOne>[0]], Promise<Account | null>>(
      db,
      { collection: 'users', where, ...(req && { req }) },
    )

  db.findOne = <T extends TypeWithID>(args: FindOneArgs) => {
    const where = args.collection === 'users' ? whereStoredToken(args.where) : args.where
    return findOne.call<BaseDatabaseAdapter, [FindOneArgs], Promise<T | null>>(
      db,
      where ? { ...args, where } : args,
    )
  }

  db.deleteOne = async (args): Promise<unknown> => {
    if (args.collection !== 'users') return deleteOne.call(db, args)
    const sql = await sqlOf(db, args.req)
    const account = await accountIn(args.req, args.where)
    if (!account) return null
    await lockAccount(sql, account.id)
    if (!(await isNamedOnRecord(sql, account.id))) return deleteOne.call(db, args)
    if (!isActive(account)) {
      throw new Conflict(
        {
          de: 'Dieses Konto ist deaktiviert und bleibt: Der Verlauf nennt diese Person.',
          en: 'This account is deactivated, and stays: the record names this person.',
        },
        'on_record',
      )
    }
    const req = await createLocalReq({ req: args.req ?? {} }, db.payload)
    await inTransaction(req, () => endAccount(req, account.id))
    return args.returning === false ? null : accountIn(args.req, args.where)
  }

  db.deleteMany = async (args) => {
    if (args.collection !== 'users') return deleteMany.call(db, args)
    const { docs } = await db.find<Account>({
      collection: 'users',
      pagination: false,
      where: args.where,
      ...(args.req && { req: args.req }),
    })
    for (const { id } of docs) {
      await db.deleteOne({ ...args, returning: false, where: { id: { equals: id } } })
    }
  }

  db.updateOne = async (args): Promise<unknown> => {
    if (args.collection !== 'users') return updateOne.call(db, args)
    // Only the commands that put it on record write this; Payload has it from before.
    const { deactivatedAt: _, ...given } = args.data
    const data = withStoredToken(given)
    if (typeof args.id === 'string' && isOfSessionsOnly(data)) {
      const sql = await sqlOf(db, args.req)
      await writeSessions(sql, args.id, {
        listed: data.sessions,
        facts: (person) => factsOfSession(sql, { req: args.req, payload: db.payload, person }),
      })
      return null
    }
    if (args.options?.atomic === true && args.where) {
      const isActive: Where = { deactivatedAt: { exists: false } }
      return updateOne.call(db, { ...args, data, where: { and: [args.where, isActive] } })
    }
    return updateOne.call(db, { ...args, data })
  }
}

type Request = Partial<PayloadRequest> | undefined

interface Account {
  id: string
  deactivatedAt?: string | null
}

interface Session {
  id: string
  createdAt?: string | Date | null
  expiresAt: string | Date
}

function sqlOf(db: BaseDatabaseAdapter, req: Request): Promise<Sql> {
  const transactionID = req?.transactionID
  return sqlIn({ payload: db.payload, ...(transactionID !== undefined && { transactionID }) })
}

/**
 * Payload writes the whole account when it means its sessions, as it has read it a moment ago. It marks
 * these writes: `updatedAt` is null in them, and nowhere else.
 */
function isOfSessionsOnly(data: Record<string, unknown>): data is WithSessions {
  return data.updatedAt === null && hasSessions(data)
}

type WithSessions = Record<string, unknown> & { sessions: Session[] }

function hasSessions(data: Record<string, unknown>): data is WithSessions {
  return Array.isArray(data.sessions) && data.sessions.every(isSession)
}

function isSession(value: unknown): value is Session {
  return isRecord(value) && typeof value.id === 'string'
}

/**
 * Writes what is meant of a list of sessions. The last one is new where somebody signs in: it is added to
 * those that are there now. In every other list something is taken away or prolonged, and the account
 * was locked before it was read (lock.ts).
 */
async function writeSessions(
  db: Sql,
  person: string,
  options: { listed: readonly Session[]; facts: (person: string) => Promise<SessionFacts> },
): Promise<void> {
  const { listed } = options
  await lockAccount(db, person)
  const ofPerson = eq(sessions.parentId, person)
  const there = await db.select({ id: sessions.id }).from(sessions).where(ofPerson)
  const isThere = ({ id }: Session) => there.some((session) => session.id === id)
  const last = listed.at(-1)
  if (last && !isThere(last)) {
    await db
      .delete(sessions)
      .where(and(ofPerson, lte(sessions.expiresAt, new Date().toISOString())))
    const [end] = await db
      .select({ order: max(sessions.order) })
      .from(sessions)
      .where(ofPerson)
    const facts = await options.facts(person)
    await db.insert(sessions).values({
      parentId: person,
      order: (end?.order ?? 0) + 1,
      id: last.id,
      createdAt: momentOf(last.createdAt ?? new Date()),
      expiresAt: momentOf(facts.isPending ? soonest(last.expiresAt) : last.expiresAt),
      ...facts,
    })
    return
  }
  const kept = listed.filter(isThere)
  const ids = kept.map(({ id }) => id)
  await db
    .delete(sessions)
    .where(ids.length > 0 ? and(ofPerson, notInArray(sessions.id, ids)) : ofPerson)
  for (const { id, expiresAt } of kept) {
    await db
      .update(sessions)
      .set({ expiresAt: momentOf(expiresAt) })
      .where(and(ofPerson, eq(sessions.id, id)))
  }
}

function momentOf(value: string | Date): string {
  return new Date(value).toISOString()
}

/** So long somebody has to show their second factor (ms). */
const patience = 15 * 60_000

function soonest(end: string | Date): Date {
  return new Date(Math.min(new Date(end).getTime(), Date.now() + patience))
}
