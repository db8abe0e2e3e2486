import { createHash } from 'node:crypto'
import { jwtSign } from 'payload'

/** What the door has to know of an installation, where there is none. */
export const facts = { secret: 'a secret for the tests only', cookiePrefix: 'payload', custom: {} }

/** A token as a sign-in gives it, for an account of this id; of another installation by another secret. */
export async function tokenOf(
  id: string,
  { secret = facts.secret, seconds = 600 }: { secret?: string; seconds?: number } = {},
): Promise<string> {
  const { token } = await jwtSign({
    fieldsToSign: { id, collection: 'users', sid: 'one' },
    secret: createHash('sha256').update(secret).digest('hex').slice(0, 32),
    tokenExpiration: seconds,
  })
  return token
}
