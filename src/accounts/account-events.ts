import { eq } from 'drizzle-orm'
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionAfterLoginHook,
  CollectionAfterLogoutHook,
  CollectionAfterOperationHook,
  CollectionBeforeChangeHook,
  GlobalAfterChangeHook,
  PayloadRequest,
} from 'payload'
import { personActing } from '#access/actor.ts'
import { sqlIn } from '#database/sql.ts'
import { users } from '#database/tables.ts'
import { isRecord, relationId, relationIds, withIdsOnly } from '#model/documents.ts'
import { recordEntries } from '#record/entry-events.ts'
import { appendEvent } from '#record/events.ts'
import type { Person } from '#model/person.ts'
import type { Desk, User } from '#payload-types'
import { byProgram } from './acting-program.ts'
import { signInMethodOf } from './sign-in-method.ts'

/** Puts a login on record, and how it was proved who signs in. */
export const recordLogin: CollectionAfterLoginHook<User> = async ({ req, user }) => {
  const { id, name } = user
  await appendEvent(req, {
    kind: 'account',
    collection: 'users',
    id,
    transition: 'login',
    actor: { id, name },
    data: { method: signInMethodOf(req) },
  })
}

/** Puts on record what somebody does about how they sign in, or what is done about it for them. */
export async function recordOfSignIn(
  req: PayloadRequest,
  { id, by }: { id: string; by: Person },
  transition: SignInEvent,
  data: Record<string, unknown> = {},
): Promise<void> {
  await appendEvent(req, {
    kind: 'account',
    collection: 'users',
    id,
    transition,
    actor: { id: by.id, name: by.name },
    data,
  })
}

/** What is on record of how somebody signs in, beside `login` itself. */
export type SignInEvent =
  | 'proveSecondFactor'
  | 'useRecoveryCode'
  | 'addApp'
  | 'removeApp'
  | 'addPasskey'
  | 'removePasskey'
  | 'newRecoveryCodes'
  | 'resetSecondFactors'
  | 'endSessions'

/** Puts the end of a session on record. */
export const recordLogout: CollectionAfterLogoutHook = async ({ req }) => {
  const actor = personActing(req)
  if (!actor) return
  await appendEvent(req, {
    kind: 'account',
    collection: 'users',
    id: actor.id,
    transition: 'logout',
    actor,
  })
}

/** In a context, which no request can write: whose password a save changes. */
const newPasswordOf = 'accounts.newPasswordOf'

/** Payload has taken a new password out of the data by the time that hooks are told of the change. */
export const noteNewPassword: CollectionBeforeChangeHook<User> = ({
  data,
  originalDoc,
  operation,
  context,
}) => {
  const isNew = operation === 'update' && typeof Reflect.get(data, 'password') === 'string'
  context[newPasswordOf] = isNew ? originalDoc?.id : undefined
  return data
}

/** Puts on record who makes accounts and changes what they may do, or how they sign in. */
export const recordAccountChange: CollectionAfterChangeHook<User> = async ({
  doc,
  previousDoc,
  operation,
  context,
  req,
}) => {
  const [before, after] = [permissionsOf(previousDoc), permissionsOf(doc)]
  const isNew = operation === 'create'
  const hasNewPassword = !isNew && context[newPasswordOf] === doc.id
  if (!isNew && previousDoc.name !== doc.name) await recordName(req, previousDoc, doc)
  // Another address is on record by itself.
  const isChanged =
    JSON.stringify({ ...before, email: '' }) !== JSON.stringify({ ...after, email: '' })
  if (!isNew && !isChanged && !hasNewPassword) return
  await appendEvent(req, {
    kind: 'account',
    collection: 'users',
    id: doc.id,
    transition: isNew ? 'createAccount' : isChanged ? 'changePermissions' : 'changePassword',
    actor: personActing(req),
    data: {
      ...(isNew ? { after: { ...after, name: doc.name } } : { before, after }),
      ...byProgram(req),
    },
  })
}

/** The record says under which name somebody acts: where it changes, it says that. It goes with what is erased of them. */
async function recordName(req: PayloadRequest, before: User, after: User): Promise<void> {
  await appendEvent(req, {
    kind: 'account',
    collection: 'users',
    id: after.id,
    transition: 'changeName',
    actor: personActing(req),
    data: { before: { name: before.name }, after: { name: after.name }, ...byProgram(req) },
  })
}

/** Puts on record that an account has another address of mail. */
export async function recordAddressChange(
  req: PayloadRequest,
  { id, before, after }: { id: string; before: string; after: string },
): Promise<void> {
  await appendEvent(req, {
    kind: 'account',
    collection: 'users',
    id,
    transition: 'changeAddress',
    actor: personActing(req),
    data: { before: { email: before }, after: { email: after }, ...byProgram(req) },
  })
}

/** A password that is set by a link in a mail: Payload changes the account below its hooks. */
export const recordPasswordReset: CollectionAfterOperationHook = async ({
  operation,
  req,
  result,
}) => {
  const answer: unknown = result
  if (operation !== 'resetPassword' || !isRecord(answer)) return answer
  const id = relationId(answer.user)
  if (id !== null) {
    const name =
      isRecord(answer.user) && typeof answer.user.name === 'string' ? answer.user.name : ''
    await appendEvent(req, {
      kind: 'account',
      collection: 'users',
      id,
      transition: 'resetPassword',
      actor: { id, name },
    })
  }
  return answer
}

/**
 * Puts on record that an account was deleted, or, where its row is still there because the record names
 * it, deactivated. The answer says the same.
 */
export const recordAccountEnd: CollectionAfterDeleteHook<User> = async ({ doc, req }) => {
  const db = await sqlIn(req)
  const [kept] = await db
    .select({ deactivatedAt: users.deactivatedAt })
    .from(users)
    .where(eq(users.id, doc.id))
  await appendEvent(req, {
    kind: 'account',
    collection: 'users',
    id: doc.id,
    transition: kept ? 'deactivate' : 'deleteAccount',
    actor: personActing(req),
    data: { before: permissionsOf(doc) },
  })
  return kept ? { ...doc, ...kept } : doc
}

/** Puts on record what a desk covers: it says what its editors may do. */
export const deskEvents = recordEntries<Desk>({
  kind: 'setting',
  collection: 'desks',
  transitions: { made: 'createDesk', changed: 'changeDesk', ended: 'deleteDesk' },
  tell: coverageOf,
})

/** Puts on record how many approvals are asked for. */
export const recordSettings: GlobalAfterChangeHook = async ({ doc, previousDoc, global, req }) => {
  await appendEvent(req, {
    kind: 'setting',
    collection: global.slug,
    id: global.slug,
    transition: 'changeSettings',
    actor: personActing(req),
    data: { before: rulesOf(previousDoc), after: rulesOf(doc) },
  })
}

/** What a person may do. Of an account that is being made, Payload hands over nothing as the one before. */
function permissionsOf(account: Partial<User> | undefined) {
  const { role = null, desks, email = null } = account ?? {}
  return { role, allTexts: account?.allTexts === true, desks: sortedIds(desks), email }
}

function coverageOf(desk: Partial<Desk> | undefined) {
  const { name = null, regions, professions } = desk ?? {}
  return {
    name,
    allRegions: desk?.allRegions === true,
    regions: sortedIds(regions),
    allProfessions: desk?.allProfessions === true,
    professions: sortedIds(professions),
  }
}

function rulesOf(document: unknown): Record<string, unknown> {
  if (!isRecord(document)) return {}
  const bookkeeping = new Set(['id', 'createdAt', 'updatedAt', 'globalType'])
  const rules = Object.entries(document).filter(([name]) => !bookkeeping.has(name))
  return withIdsOnly(Object.fromEntries(rules))
}

function sortedIds(value: unknown): string[] {
  return relationIds(value).sort()
}
