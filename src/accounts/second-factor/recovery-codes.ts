import { createHmac, randomInt } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { derivedKey } from '#database/derived-key.ts'
import type { Sql } from '#database/sql.ts'
import { recoveryCodes as codes } from '#database/tables.ts'

/** Letters and digits that nobody takes for another (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const [howMany, length] = [10, 10]

interface Owner {
  person: string
  installationSecret: string
}

/**
 * Makes ten codes of 50 bits, each good once; those before are good for nothing any more. They are shown
 * this once: what is stored are hashes under a key of the installation.
 */
export async function renewRecoveryCodes(db: Sql, owner: Owner): Promise<string[]> {
  const made = Array.from({ length: howMany }, makeCode)
  await removeRecoveryCodes(db, owner.person)
  await db
    .insert(codes)
    .values(made.map((code) => ({ person: owner.person, hash: hashOf(code, owner) })))
  return made.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`)
}

/** Whether a code is one of somebody's that was not used yet. It is used up. */
export async function takeRecoveryCode(db: Sql, owner: Owner, given: string): Promise<boolean> {
  const code = given
    .toUpperCase()
    .replace(/[\s-]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1')
  if (code.length !== length) return false
  const taken = await db
    .update(codes)
    .set({ usedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(codes.person, owner.person),
        eq(codes.hash, hashOf(code, owner)),
        isNull(codes.usedAt),
      ),
    )
    .returning({ hash: codes.hash })
  return taken.length > 0
}

export async function removeRecoveryCodes(db: Sql, person: string): Promise<void> {
  await db.delete(codes).where(eq(codes.person, person))
}

function makeCode(): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
}

function hashOf(code: string, { person, installationSecret }: Owner): string {
  return createHmac('sha256', derivedKey(installationSecret, 'recovery codes'))
    .update(JSON.stringify([person, code]))
    .digest('base64url')
}
