import { pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

// Passwords as Payload hashes them: PBKDF2 (RFC 8018) with HMAC-SHA-256, in the number of rounds that OWASP
// asks for; hashes of older versions of Payload have other parameters, and no mark.

const mark = 'pbkdf2-sha256-v1:'
const current = { rounds: 600_000, length: 32 } as const
const older = { rounds: 25_000, length: 512 } as const

/** Whether a password is that of an account, as it is stored. */
export async function isPasswordOf(
  { hash, salt }: { hash: string | null; salt: string | null },
  password: string,
): Promise<boolean> {
  if (hash === null || salt === null) return false
  const { rounds, length } = hash.startsWith(mark) ? current : older
  const stored = Buffer.from(hash.replace(mark, ''), 'hex')
  const given = await promisify(pbkdf2)(password, salt, rounds, length, 'sha256')
  return stored.length === given.length && timingSafeEqual(stored, given)
}

/** Takes as long as it takes to judge a password. */
export async function spendTimeOfPassword(password: string): Promise<void> {
  const salt = randomBytes(32).toString('hex')
  await promisify(pbkdf2)(password, salt, current.rounds, current.length, 'sha256')
}
