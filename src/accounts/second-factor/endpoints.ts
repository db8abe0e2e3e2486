import type { Endpoint, PayloadRequest } from 'payload'
import * as z from 'zod'
import { answer, pathPart, readBody } from '#access/answer.ts'
import { requireAdmin } from '#access/require-admin.ts'
import { requirePerson } from '#access/require-person.ts'
import { sqlIn } from '#database/sql.ts'
import { inTransaction } from '#database/transaction.ts'
import { Conflict, InvalidRequest } from '#model/errors.ts'
import { parseInput, storableText } from '#model/input.ts'
import { recordOfSignIn } from '../account-events.ts'
import { refuseOwnAccount } from '../guard.ts'
import { lockAccount } from '../lock.ts'
import { callerOf, signedInCaller, type Caller } from '../sign-in/caller.ts'
import { codeKey, confirmCaller, hasNoPassword, ofSignedIn } from '../sign-in/confirm.ts'
import { countAttempt, forgetAttempts } from '../sign-in/slow-down.ts'
import { refuseWhoMovedAddress } from './after-address-change.ts'
import { beginApp, removeApp, takeAppCode } from './app.ts'
import { completeSession } from './complete.ts'
import { factorsOf, hasFactor, isDemandedOf, owedBy } from '../factors.ts'
import { renewRecoveryCodes, takeRecoveryCode } from './recovery-codes.ts'
import { waysInOf } from '../ways-in.ts'
import { requireEnough, resetFactors } from './remove.ts'

const passwordSchema = z.strictObject({ password: storableText(1000).optional() })
const codeSchema = z.strictObject({ code: storableText(40) })
const confirmSchema = z.strictObject({ code: storableText(40) })

/**
 * What somebody proves themselves by beside the password:
 *
 * - `GET /api/account/sign-in` what is set up, and what a session that has begun still owes
 * - `POST /api/account/second-factor` with a code of the app, or a recovery code, completes a session
 * - `POST /api/account/app` begins to set up an app, `POST …/confirm` with a code of it makes it count,
 *   `POST …/remove` removes it
 * - `POST /api/account/recovery-codes` makes ten new ones
 * - `DELETE /api/people/{id}/second-factors`: the administration helps somebody who has lost theirs
 */
export const secondFactorEndpoints: Endpoint[] = [
  { path: '/account/sign-in', method: 'get', handler: (req) => answer(req, () => standing(req)) },
  {
    path: '/account/second-factor',
    method: 'post',
    handler: (req) => answer(req, () => prove(req)),
  },
  { path: '/account/app', method: 'post', handler: (req) => answer(req, () => begin(req), 201) },
  {
    path: '/account/app/confirm',
    method: 'post',
    handler: (req) => answer(req, () => confirm(req)),
  },
  {
    path: '/account/app/remove',
    method: 'post',
    handler: (req) => answer(req, () => removeOwnApp(req)),
  },
  {
    path: '/account/recovery-codes',
    method: 'post',
    handler: (req) => answer(req, () => renewCodes(req), 201),
  },
  {
    path: '/people/:id/second-factors',
    method: 'delete',
    handler: (req) => answer(req, () => reset(req)),
  },
]

async function standing(req: PayloadRequest) {
  const caller = callerOf(req)
  const db = await sqlIn(req)
  const factors = await factorsOf(db, caller.id)
  const offers = {
    app: factors.appSince !== null,
    passkey: factors.passkeys.length > 0,
    recoveryCode: factors.recoveryCodes > 0,
  }
  const isDemanded = isDemandedOf(req.payload, caller.role)
  if (caller.isPending)
    return { owes: await owedBy(db, req.payload, caller.id), offers, isDemanded }
  const { provider } = waysInOf(req.payload)
  return { owes: null, offers, isDemanded, factors, provider, hasPassword: !hasNoPassword(caller) }
}

/** Completes a session by a code. @throws InvalidRequest 400, TooManyAttempts 429 */
async function prove(req: PayloadRequest) {
  const caller = callerOf(req)
  const { code } = parseInput(codeSchema, (await readBody(req)) ?? {}, 'This is no code.')
  const kind = /^[\d\s]{6,8}$/u.test(code) ? 'app' : 'recovery'
  const by = await inTurn(req, { caller, kind }, async () => {
    const db = await sqlIn(req)
    const owner = ownerOf(req, caller)
    if (await takeAppCode(db, owner, { code })) return 'proveSecondFactor' as const
    return (await takeRecoveryCode(db, owner, code)) ? ('useRecoveryCode' as const) : null
  })
  return inTransaction(req, async () => {
    const db = await sqlIn(req)
    await completeSession(req, caller)
    await recordOfSignIn(req, { id: caller.id, by: caller }, by)
    return { recoveryCodes: (await factorsOf(db, caller.id)).recoveryCodes }
  })
}

async function begin(req: PayloadRequest) {
  const caller = await confirmedBy(req)
  const db = await sqlIn(req)
  return beginApp(db, { ...ownerOf(req, caller), email: caller.email })
}

/** The app counts from now on; whoever had none before gets recovery codes, this once. */
async function confirm(req: PayloadRequest) {
  const caller = callerOf(req)
  await refuseInPlaceOfProof(req, caller)
  const { code } = parseInput(confirmSchema, (await readBody(req)) ?? {}, 'This is no code.')
  await inTurn(req, { caller, kind: 'app' }, async () =>
    (await takeAppCode(await sqlIn(req), ownerOf(req, caller), { code, confirms: true }))
      ? true
      : null,
  )
  return inTransaction(req, async () => {
    await completeSession(req, caller)
    await recordOfSignIn(req, { id: caller.id, by: caller }, 'addApp')
    return { recoveryCodes: await firstCodes(req, caller) }
  })
}

/** Recovery codes for whoever has none that could be used. */
export async function firstCodes(req: PayloadRequest, caller: Caller): Promise<string[]> {
  const db = await sqlIn(req)
  const { recoveryCodes } = await factorsOf(db, caller.id)
  return recoveryCodes > 0 ? [] : renewRecoveryCodes(db, ownerOf(req, caller))
}

async function removeOwnApp(req: PayloadRequest) {
  const caller = await confirmedBy(req)
  return inTransaction(req, async () => {
    const db = await sqlIn(req)
    await lockAccount(db, caller.id)
    if (await removeApp(db, caller.id)) {
      await requireEnough(req, caller)
      await recordOfSignIn(req, { id: caller.id, by: caller }, 'removeApp')
    }
    return { removed: true }
  })
}

async function renewCodes(req: PayloadRequest) {
  const caller = await confirmedBy(req)
  return inTransaction(req, async () => {
    const db = await sqlIn(req)
    if (!hasFactor(await factorsOf(db, caller.id))) {
      throw new Conflict(
        {
          de: 'Notfallcodes gibt es, sobald eine App oder ein Passkey eingerichtet ist.',
          en: 'There are recovery codes once an app or a passkey is set up.',
        },
        'no_second_factor',
      )
    }
    const codes = await renewRecoveryCodes(db, ownerOf(req, caller))
    await recordOfSignIn(req, { id: caller.id, by: caller }, 'newRecoveryCodes')
    return { recoveryCodes: codes }
  })
}

async function reset(req: PayloadRequest) {
  requireAdmin(req, {
    de: 'Verlorene zweite Faktoren setzt die Verwaltung zurück.',
    en: 'Second factors that were lost are reset by the administration.',
  })
  const id = pathPart(req, 'id')
  refuseOwnAccount(req, id)
  return inTransaction(req, async () => {
    await resetFactors(req, id)
    await refuseWhoMovedAddress(req, id)
    await recordOfSignIn(req, { id, by: requirePerson(req) }, 'resetSecondFactors')
    return { reset: true }
  })
}

/** Whoever changes what they prove themselves by: signed in wholly, or about to set up their first. */
export async function confirmedBy(req: PayloadRequest): Promise<Caller> {
  const caller = callerOf(req)
  const body = (await readBody(req)) ?? {}
  const { password } = parseInput(passwordSchema, body, 'What confirms this cannot be read.')
  await refuseInPlaceOfProof(req, caller)
  await confirmCaller(req, caller, password)
  return caller
}

/** Who owes a proof by what they have does not set up something new instead. @throws NotAllowed 403 */
export async function refuseInPlaceOfProof(req: PayloadRequest, caller: Caller): Promise<void> {
  if (!caller.isPending) return
  if ((await owedBy(await sqlIn(req), req.payload, caller.id)) === 'proof') signedInCaller(req)
}

/** Judges a code, slowly after wrong ones. @throws InvalidRequest 400, TooManyAttempts 429 */
async function inTurn<T>(
  req: PayloadRequest,
  { caller, kind }: { caller: Caller; kind: 'app' | 'recovery' },
  judge: () => Promise<T | null>,
): Promise<T> {
  const db = await sqlIn({ payload: req.payload })
  const key = codeKey(req, caller, kind)
  await countAttempt(db, key, ofSignedIn)
  const judged = await judge()
  if (judged === null) throw new InvalidRequest(wrongCode, [{ path: 'code', reason: wrongCode.en }])
  await forgetAttempts(db, [key])
  return judged
}

const wrongCode = {
  de: 'Dieser Code gilt nicht, oder er wurde schon verwendet.',
  en: 'This code is not valid, or it was used before.',
}

export function ownerOf({ payload }: PayloadRequest, { id }: Caller) {
  return { person: id, installationSecret: payload.secret }
}
