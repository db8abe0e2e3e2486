import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { and, eq, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn, type Sql } from '#database/sql.ts'
import { passkeys } from '#database/tables.ts'
import { Conflict, InvalidRequest } from '#model/errors.ts'
import type { Caller } from '../sign-in/caller.ts'
import { readWord, signWord } from '../signed-word.ts'
import { useOnce } from '../use-once.ts'

// Passkeys after WebAuthn level 3. Whoever holds one has shown the device who they are (by a finger, a face, a
// number): it stands for both factors. A challenge goes out as a signed word and is good once.

/** What a browser is asked, and the word that has to come back with its answer. */
export interface Asked<Options> {
  options: Options
  word: string
}

/** How long somebody may take, in seconds. */
const patience = 300
/** More than anybody has devices. */
const most = 20

/** How devices are reached; what else a browser says is not kept. */
const transports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const

/** Asks a browser for a new passkey. @throws Conflict 409 where there are too many */
export async function askForPasskey(
  req: PayloadRequest,
  caller: Caller,
  origin: string,
): Promise<Asked<PublicKeyCredentialCreationOptionsJSON>> {
  const db = await sqlIn(req)
  const there = await db
    .select({ id: passkeys.id })
    .from(passkeys)
    .where(eq(passkeys.person, caller.id))
  if (there.length >= most) {
    throw new Conflict(
      {
        de: `Mehr als ${String(most)} Passkeys hat ein Konto nicht.`,
        en: `An account has at most ${String(most)} passkeys.`,
      },
      'too_many_passkeys',
    )
  }
  const options = await generateRegistrationOptions({
    rpName: 'Berufsbild',
    rpID: new URL(origin).hostname,
    userID: new TextEncoder().encode(caller.id),
    userName: caller.email,
    userDisplayName: caller.name,
    attestationType: 'none',
    excludeCredentials: there,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    timeout: patience * 1000,
  })
  return withWord(req, options, { add: caller.id })
}

/** Keeps a passkey that a browser has made. @throws InvalidRequest 400, Conflict 409 where it is known */
export async function addPasskey(
  req: PayloadRequest,
  caller: Caller,
  given: { word: string; response: RegistrationResponseJSON; name: string; origin: string },
): Promise<void> {
  const { word, response, name, origin } = given
  const challenge = await challengeIn(req, word, { add: caller.id })
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: new URL(origin).hostname,
    requireUserVerification: true,
  }).catch(() => null)
  if (!verified?.verified) throw refused()
  const { credential } = verified.registrationInfo
  const db = await sqlIn(req)
  const added = await db
    .insert(passkeys)
    .values({
      id: credential.id,
      person: caller.id,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      transports: transports.filter((known) =>
        response.response.transports?.some((said) => said === known),
      ),
      name,
    })
    .onConflictDoNothing()
    .returning({ id: passkeys.id })
  if (added.length > 0) return
  throw new Conflict(
    { de: 'Diesen Passkey gibt es schon.', en: 'This passkey is known already.' },
    'passkey_known',
  )
}

/** Asks a browser to show a passkey, whosever it is. */
export async function askToShow(
  req: PayloadRequest,
  origin: string,
): Promise<Asked<PublicKeyCredentialRequestOptionsJSON>> {
  const options = await generateAuthenticationOptions({
    rpID: new URL(origin).hostname,
    userVerification: 'required',
    timeout: patience * 1000,
  })
  return withWord(req, options, { show: true })
}

/** Whose passkey a browser has shown. @throws InvalidRequest 400 */
export async function personOfPasskey(
  req: PayloadRequest,
  given: { word: string; response: AuthenticationResponseJSON; origin: string },
): Promise<string> {
  const { word, response, origin } = given
  const challenge = await challengeIn(req, word, { show: true })
  const db = await sqlIn(req)
  const key = await findPasskey(db, response.id)
  if (!key) throw refused()
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: new URL(origin).hostname,
    requireUserVerification: true,
    credential: {
      id: key.id,
      publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64url')),
      counter: key.counter,
    },
  }).catch(() => null)
  if (!verified?.verified) throw refused()
  await db
    .update(passkeys)
    .set({
      counter: verified.authenticationInfo.newCounter,
      lastUsedAt: sql`clock_timestamp()`,
    })
    .where(eq(passkeys.id, key.id))
  return key.person
}

/** Forgets a passkey. Gives whether there was one of this name and owner. */
export async function removePasskey(db: Sql, person: string, id: string): Promise<boolean> {
  const gone = await db
    .delete(passkeys)
    .where(and(eq(passkeys.person, person), eq(passkeys.id, id)))
    .returning({ id: passkeys.id })
  return gone.length > 0
}

async function findPasskey(db: Sql, id: string) {
  const { person, publicKey, counter } = passkeys
  const [key] = await db
    .select({ id: passkeys.id, person, publicKey, counter })
    .from(passkeys)
    .where(eq(passkeys.id, id))
  return key
}

async function withWord<Options extends { challenge: string }>(
  { payload }: PayloadRequest,
  options: Options,
  purpose: Record<string, string | boolean>,
): Promise<Asked<Options>> {
  const content = { challenge: options.challenge, ...purpose }
  const word = await signWord(payload.secret, 'passkey', { content, seconds: patience })
  return { options, word }
}

/** The challenge in a word of ours that nobody has used, for this purpose. @throws InvalidRequest 400 */
async function challengeIn(
  req: PayloadRequest,
  word: string,
  purpose: Record<string, string | boolean>,
): Promise<string> {
  const content = await readWord(req.payload.secret, 'passkey', word)
  const fits = content && Object.entries(purpose).every(([name, value]) => content[name] === value)
  if (!fits || typeof content.challenge !== 'string') throw refused()
  const until = new Date(Date.now() + patience * 1000)
  if (!(await useOnce(req, content.challenge, until))) throw refused()
  return content.challenge
}

function refused(): InvalidRequest {
  const message = {
    de: 'Dieser Passkey gilt hier nicht, oder es hat zu lange gedauert.',
    en: 'This passkey is not valid here, or it took too long.',
  }
  return new InvalidRequest(message, [{ path: 'response', reason: message.en }])
}
