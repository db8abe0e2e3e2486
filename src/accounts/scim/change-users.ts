import { and, desc, eq, ne, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { bootstrapContext } from '#access/bootstrap.ts'
import { holdLock } from '#database/advisory-lock.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import {
  provisionedMembers as members,
  provisionedUsers as provisioned,
  users,
  workflowEvents,
} from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { isRecord } from '#model/documents.ts'
import { endWaysIn } from '../second-factor/end-ways-in.ts'
import { deactivate, reactivate } from '../leaving.ts'
import { lockAccount } from '../lock.ts'
import { mailAddress } from '../mail-address.ts'
import type { RoleRule } from '../role-rules.ts'
import { notThere, ScimError } from './errors.ts'
import { findUser, type ScimUser } from './find-users.ts'
import { giveRoles } from './give-roles.ts'
import type { UserChange } from './user-input.ts'
import { unknownPassword } from '../unknown-password.ts'

/**
 * Makes an account for somebody. It is an author's, the least that there is, until a group says more. Whoever has left, and
 * was deleted by the directory, comes back with the account that they had.
 *
 * @throws ScimError 400, 409 `uniqueness`
 */
export async function createUser(
  req: PayloadRequest,
  rules: readonly RoleRule[],
  wanted: UserChange & { userName: string },
): Promise<ScimUser> {
  return inTransaction(req, async () => {
    const db = await sqlIn(req)
    await holdLock(db, 'accounts.identities')
    const email = wanted.email ?? addressIn(wanted.userName)
    const [account] = await db.select({ id: users.id }).from(users).where(eq(users.email, email))
    if (account && (await findUser(db, account.id))) throw taken(email)
    await requireFree(db, account?.id ?? null, wanted.userName)
    if (account) await comeBack(req, account.id, email)
    const id = account?.id ?? (await makeAccount(req, { ...wanted, email }))
    await db
      .insert(provisioned)
      .values({ person: id, userName: wanted.userName, externalId: wanted.externalId ?? null })
    await giveRoles(req, rules, [id])
    return apply(req, id, { active: true, ...wanted, email })
  })
}

/**
 * Lets somebody have their account again, without any way in of before. Whom the newsroom has let go, the directory
 * does not bring back.
 */
async function comeBack(req: PayloadRequest, id: string, email: string): Promise<void> {
  const db = await sqlIn(req)
  await lockAccount(db, id)
  if (!(await isEndedByDirectory(db, id))) throw taken(email)
  await endWaysIn(req, id)
}

/** Whether it was the directory that let somebody go, and not the newsroom. */
async function isEndedByDirectory(db: Sql, id: string): Promise<boolean> {
  const { transition, data, document, documentCollection, sequence } = workflowEvents
  const [ended] = await db
    .select({ data })
    .from(workflowEvents)
    .where(and(eq(document, id), eq(documentCollection, 'users'), eq(transition, 'deactivate')))
    .orderBy(desc(sequence))
    .limit(1)
  return isRecord(ended?.data) && ended.data.by === 'SCIM'
}

/** Changes somebody. @throws ScimError 400, 403 (the newsroom has let them go), 404, 409 `uniqueness`; Conflict 409 for the last administrator */
export async function changeUser(
  req: PayloadRequest,
  id: string,
  change: UserChange,
): Promise<ScimUser> {
  return inTransaction(req, async () => {
    const db = await sqlIn(req)
    await holdLock(db, 'accounts.identities')
    const before = await findUser(db, id)
    if (!before) throw notThere('User', id)
    const userName = change.userName ?? before.userName
    await requireFree(db, before.id, userName)
    const externalId = change.externalId === undefined ? before.externalId : change.externalId
    await db
      .insert(provisioned)
      .values({ person: before.id, userName, externalId })
      .onConflictDoUpdate({ target: provisioned.person, set: { userName, externalId } })
    return apply(req, before.id, change)
  })
}

/**
 * Deactivates somebody, and the directory sees them no more; their name stays where the record has it.
 *
 * @throws ScimError 404; Conflict 409 for the last administrator
 */
export async function deleteUser(req: PayloadRequest, id: string): Promise<void> {
  await inTransaction(req, async () => {
    const db = await sqlIn(req)
    await holdLock(db, 'accounts.identities')
    const before = await findUser(db, id)
    if (!before) throw notThere('User', id)
    if (before.isActive) await deactivate(req, { id: before.id })
    await db.delete(members).where(eq(members.person, before.id))
    await db.delete(provisioned).where(eq(provisioned.person, before.id))
  })
}

/** Writes what is kept with the account: through the collection, which checks it and puts it on record. */
async function apply(req: PayloadRequest, id: string, change: UserChange): Promise<ScimUser> {
  const db = await sqlIn(req)
  const before = await findUser(db, id)
  if (!before) throw notThere('User', id)
  const name = change.name === undefined ? before.name : nameOf(change.name, before.name)
  const email = change.email ?? before.email
  if (email !== before.email) {
    const [other] = await db
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.email, email), ne(users.id, id)))
    if (other) throw taken(email)
  }
  if (name !== before.name || email !== before.email) {
    await req.payload.update({
      collection: 'users',
      id,
      data: { name, email },
      depth: 0,
      overrideAccess: true,
      overrideLock: true,
      req,
    })
  }
  if (change.active === false && before.isActive) await deactivate(req, { id })
  if (change.active === true && !before.isActive) {
    if (!(await isEndedByDirectory(db, id))) throw letGo()
    await reactivate(req, { id })
  }
  const after = await findUser(db, id)
  if (!after) throw notThere('User', id)
  return after
}

async function makeAccount(
  req: PayloadRequest,
  wanted: UserChange & { userName: string; email: string },
): Promise<string> {
  const { id } = await req.payload.create({
    collection: 'users',
    data: {
      name: nameOf(wanted.name ?? {}, wanted.userName),
      email: wanted.email,
      role: 'author',
      allTexts: false,
      password: unknownPassword(),
    },
    depth: 0,
    overrideAccess: true,
    context: bootstrapContext,
    req,
  })
  return id
}

/** The name of the account is one; of who has two parts the last word is the family's. */
function nameOf({ display, given, family }: NonNullable<UserChange['name']>, before: string) {
  if (display !== undefined) return display
  if (given === undefined && family === undefined) return before
  const words = before.split(' ')
  const last = words.pop() ?? ''
  return `${given ?? words.join(' ')} ${family ?? last}`.trim().slice(0, 200)
}

function addressIn(userName: string): string {
  const parsed = mailAddress.safeParse(userName)
  if (parsed.success) return parsed.data
  throw new ScimError(
    400,
    'There is no address of mail, neither in emails nor as userName.',
    'invalidValue',
  )
}

/** Another account may be called so, or have this as its address. */
async function requireFree(db: Sql, id: string | null, userName: string): Promise<void> {
  const [other] = await db
    .select({ id: users.id })
    .from(users)
    .leftJoin(provisioned, eq(provisioned.person, users.id))
    .where(
      and(
        sql`lower(coalesce(${provisioned.userName}, ${users.email})) = lower(${userName})`,
        id === null ? undefined : ne(users.id, id),
      ),
    )
    .limit(1)
  if (other) throw taken(userName)
}

function letGo(): ScimError {
  return new ScimError(
    403,
    'The newsroom has deactivated this account; it is for its administrators to reactivate it, not for the directory.',
  )
}

function taken(name: string): ScimError {
  return new ScimError(409, `"${name}" has an account already.`, 'uniqueness')
}
