import { and, eq } from 'drizzle-orm'
import { createLocalReq, type Endpoint, type PayloadRequest } from 'payload'
import * as z from 'zod'
import { isActiveAccount } from '#access/active.ts'
import { answer, callerLanguage, readBody } from '#access/answer.ts'
import { hasSignedIn } from '#access/signed-in.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import { users } from '#database/tables.ts'
import { retryAfterOf } from '#model/errors.ts'
import { parseInput, storableText } from '#model/input.ts'
import { inLanguage } from '#model/text.ts'
import { requireLocalSignIn } from './local-passwords.ts'
import { addressOf } from './sign-in/attempts.ts'
import { attemptKey, foldedAddress } from './sign-in/keys.ts'
import { countAttempt } from './sign-in/slow-down.ts'

const forgotSchema = z.strictObject({ email: storableText(254) })

/**
 * Mails to one account, and requests from one address, before they slow down; in seconds. Whoever asks is told
 * of the second alone: what strangers ask for an account keeps nobody from asking, and no more mails go out.
 */
const ofMail = { free: 3, longest: 900 } as const
const ofAddress = { free: 20, longest: 60 } as const

/**
 * `POST /api/users/forgot-password` in place of Payload's: the answer comes before anybody looks whether
 * there is such an account, so that neither its words nor its time say so. An invitation that is still
 * open stays as it is.
 */
export const forgotPasswordEndpoint: Endpoint = {
  path: '/forgot-password',
  method: 'post',
  handler: (req) =>
    answer(req, async () => {
      const refusal = 'Whose password has been forgotten cannot be read.'
      const body = parseInput(forgotSchema, (await readBody(req)) ?? {}, refusal)
      const email = foldedAddress(body.email)
      requireLocalSignIn(req)
      const db = await sqlIn({ payload: req.payload })
      const { payload } = req
      await countAttempt(db, attemptKey(payload.secret, 'mail', 'from', addressOf(req)), ofAddress)
      void sendLink(req, db, email)
      return { message: inLanguage(sent, callerLanguage(req)) }
    }),
}

const sent = {
  de: 'Gibt es zu dieser Adresse ein Konto, so ist eine Mail unterwegs.',
  en: 'If there is an account with this address, a mail is on its way.',
}

/** Sends the link, where there is an account that somebody has been in. Its failure is nobody's answer. */
async function sendLink({ payload }: PayloadRequest, db: Sql, email: string): Promise<void> {
  try {
    const [account] = await db
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.email, email), isActiveAccount(users), hasSignedIn(users)))
    if (!account) return
    await countAttempt(db, attemptKey(payload.secret, 'mail', email), ofMail)
    const req = await createLocalReq({}, payload)
    await payload.forgotPassword({ collection: 'users', data: { email }, req })
  } catch (error) {
    if (retryAfterOf(error) !== undefined) return
    payload.logger.error({ msg: 'A link to a new password could not be sent.', err: error })
  }
}
