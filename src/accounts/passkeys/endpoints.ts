import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Endpoint, PayloadRequest } from 'payload'
import * as z from 'zod'
import { answer, pathPart, readBody } from '#access/answer.ts'
import { sessionOf } from '#access/session.ts'
import { sqlIn } from '#database/sql.ts'
import { inTransaction } from '#database/transaction.ts'
import { DocumentNotFound } from '#model/errors.ts'
import { parseInput, storableText, writtenText } from '#model/input.ts'
import { recordOfSignIn } from '../account-events.ts'
import { requireLocalSignIn } from '../local-passwords.ts'
import { lockAccount } from '../lock.ts'
import { openSession } from '../open-session.ts'
import { completeSession } from '../second-factor/complete.ts'
import { confirmedBy, firstCodes, refuseInPlaceOfProof } from '../second-factor/endpoints.ts'
import { requireEnough } from '../second-factor/remove.ts'
import { addressOf } from '../sign-in/attempts.ts'
import { callerOf, type Caller } from '../sign-in/caller.ts'
import { attemptKey } from '../sign-in/keys.ts'
import { countAttempt, takeOff } from '../sign-in/slow-down.ts'
import {
  addPasskey,
  askForPasskey,
  askToShow,
  personOfPasskey,
  removePasskey,
} from './ceremonies.ts'

const text = storableText(8000)
/** What `navigator.credentials` gives, as JSON (WebAuthn level 3, 5.1); what it means is verified later. */
const common = {
  id: storableText(1400),
  rawId: storableText(1400),
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
  authenticatorAttachment: z.enum(['cross-platform', 'platform']).optional(),
}
const registrationSchema = z.strictObject({
  word: text,
  name: writtenText(100),
  response: z.object({
    ...common,
    response: z.object({
      clientDataJSON: text,
      attestationObject: storableText(40_000),
      transports: z.array(z.string().max(40)).max(10).optional(),
    }),
  }),
})
const assertionSchema = z.strictObject({
  word: text,
  response: z.object({
    ...common,
    response: z.object({
      clientDataJSON: text,
      authenticatorData: text,
      signature: text,
      userHandle: storableText(200).optional(),
    }),
  }),
})

/** Passkeys that are shown from one address; in seconds. */
const ofAddress = { free: 30, longest: 60 } as const

/**
 * `POST /api/account/passkeys/options` and `POST /api/account/passkeys` make one, `POST …/{id}/remove` forgets
 * it; `POST /api/sign-in/passkey/options` and `POST /api/sign-in/passkey` sign in by one, or complete a
 * session that has begun. `origin` is where people sign in.
 */
export const passkeyEndpoints = (origin: string): Endpoint[] => [
  {
    path: '/account/passkeys/options',
    method: 'post',
    handler: (req) => answer(req, async () => askForPasskey(req, await confirmedBy(req), origin)),
  },
  {
    path: '/account/passkeys',
    method: 'post',
    handler: (req) => answer(req, () => add(req, origin), 201),
  },
  {
    path: '/account/passkeys/:id/remove',
    method: 'post',
    handler: (req) => answer(req, () => remove(req)),
  },
  {
    path: '/sign-in/passkey/options',
    method: 'post',
    handler: (req) => answer(req, () => askToShow(req, origin)),
  },
  {
    path: '/sign-in/passkey',
    method: 'post',
    handler: (req) => answer(req, () => signIn(req, origin)),
  },
]

async function add(req: PayloadRequest, origin: string) {
  const caller = callerOf(req)
  await refuseInPlaceOfProof(req, caller)
  const body = (await readBody(req)) ?? {}
  const given = parseInput(registrationSchema, body, 'This is no new passkey.')
  const response = withoutUndefined<RegistrationResponseJSON>(given.response)
  return inTransaction(req, async () => {
    await lockAccount(await sqlIn(req), caller.id)
    await addPasskey(req, caller, { ...given, response, origin })
    await completeSession(req, caller)
    await recordOfSignIn(req, { id: caller.id, by: caller }, 'addPasskey', { name: given.name })
    return { recoveryCodes: await firstCodes(req, caller) }
  })
}

async function remove(req: PayloadRequest) {
  const caller = await confirmedBy(req)
  const id = pathPart(req, 'id')
  return inTransaction(req, async () => {
    const db = await sqlIn(req)
    await lockAccount(db, caller.id)
    if (!(await removePasskey(db, caller.id, id))) throw new DocumentNotFound('passkeys', id)
    await requireEnough(req, caller)
    await recordOfSignIn(req, { id: caller.id, by: caller }, 'removePasskey')
    return { removed: true }
  })
}

async function signIn(req: PayloadRequest, origin: string) {
  const begun = sessionOf(req) === null ? null : callerOf(req)
  if (begun === null) requireLocalSignIn(req)
  const body = (await readBody(req)) ?? {}
  const given = parseInput(assertionSchema, body, 'This is no answer of a passkey.')
  const response = withoutUndefined<AuthenticationResponseJSON>(given.response)
  const db = await sqlIn({ payload: req.payload })
  const key = attemptKey(req.payload.secret, 'address', 'passkey', addressOf(req))
  await countAttempt(db, key, ofAddress)
  const person = await personOfPasskey(req, { word: given.word, response, origin })
  await takeOff(db, [key])
  if (begun?.id === person) return complete(req, begun)
  // A session of somebody else completes nothing.
  requireLocalSignIn(req)
  const { token, exp, cookie } = await openSession(req, { id: person, method: 'passkey' })
  req.responseHeaders ??= new Headers()
  req.responseHeaders.append('Set-Cookie', cookie)
  return { token, exp }
}

async function complete(req: PayloadRequest, caller: Caller) {
  return inTransaction(req, async () => {
    await completeSession(req, caller)
    await recordOfSignIn(req, { id: caller.id, by: caller }, 'proveSecondFactor')
    return { completed: true }
  })
}

/** JSON has no undefined; the types of the library say so. */
function withoutUndefined<Response>(given: object): Response {
  return JSON.parse(JSON.stringify(given)) as Response
}
