import type { PayloadRequest } from 'payload'
import { bootstrapContext } from '#access/bootstrap.ts'
import { holdLock } from '#database/advisory-lock.ts'
import { sqlIn } from '#database/sql.ts'
import { inTransaction } from '#database/transaction.ts'
import { appendEvent } from '#record/events.ts'
import { noteActingProgram } from '../acting-program.ts'
import { endWaysIn } from '../second-factor/end-ways-in.ts'
import { permissionsOf } from '../give-role.ts'
import type { GivenRole } from '../role-rules.ts'
import type { Claims } from './claims.ts'
import {
  findByAddress,
  findByIdentity,
  joinIdentity,
  type FoundAccount,
  type Identity,
} from './identities.ts'
import { SignInRefused } from './refusals.ts'
import { unknownPassword } from '../unknown-password.ts'

/**
 * The account of somebody whom a provider has named. The identity decides. Who has none here yet is joined to
 * the account with their address, where that is allowed, or gets an account, where the rules give a role.
 *
 * @returns the account, which may do something, whatever the claims say
 * @throws SignInRefused
 */
export async function accountFor(
  req: PayloadRequest,
  who: { identity: Identity; claims: Claims; given: GivenRole | null; assertsEmails: boolean },
): Promise<FoundAccount> {
  const { identity, given } = who
  noteActingProgram(req, 'OIDC')
  return inTransaction(req, async () => {
    const db = await sqlIn(req)
    // Two that come for the first time at the same moment are one.
    await holdLock(db, 'accounts.identities')
    const known = await findByIdentity(db, identity)
    if (known) {
      if (!known.isActive) throw new SignInRefused('left')
      requireRole(known, given)
      return known
    }
    const email = verifiedAddress(who)
    if (email === null) throw new SignInRefused('noAddress')
    const namesake = await findByAddress(db, email)
    if (namesake) {
      if (!namesake.isActive) throw new SignInRefused('left')
      if (!namesake.mayBeJoined) throw new SignInRefused('addressTaken')
    }
    requireRole(namesake, given)
    const id = namesake?.id ?? (await makeAccount(req, { ...who, email }))
    // From now on the role of the account is that of who comes by the provider: nobody else stays in it.
    await endWaysIn(req, id)
    await joinIdentity(db, id, identity)
    await appendEvent(req, {
      kind: 'account',
      collection: 'users',
      id,
      transition: 'joinIdentity',
      actor: null,
      data: { ...identity, by: 'OIDC' },
    })
    return namesake ?? { id, isActive: true, directory: 'none' }
  })
}

/** Whose role a directory says keeps what it gave, whatever the claims say; for all others the claims have to give one. */
function requireRole(account: FoundAccount | null, given: GivenRole | null): void {
  if (given === null && account?.directory !== 'decides') throw new SignInRefused('noRole')
}

/** What a provider says that it has not verified counts for nothing, whatever else is set. */
function verifiedAddress(who: { claims: Claims; assertsEmails: boolean }): string | null {
  const { email, isEmailVerified } = who.claims
  return (isEmailVerified ?? who.assertsEmails) ? email : null
}

async function makeAccount(
  req: PayloadRequest,
  { claims, given, email }: { claims: Claims; given: GivenRole | null; email: string },
): Promise<string> {
  if (given === null) throw new SignInRefused('noRole')
  const { id } = await req.payload.create({
    collection: 'users',
    data: {
      name: claims.name ?? email,
      email,
      ...(await permissionsOf(req, given)),
      password: unknownPassword(),
    },
    depth: 0,
    overrideAccess: true,
    context: bootstrapContext,
    req,
  })
  return id
}
