import { and, eq, isNotNull } from 'drizzle-orm'
import type { Payload } from 'payload'
import type { Sql } from '#database/sql.ts'
import { signWords, verifierLineOf, type SigningKey } from '#read-model/log/note.ts'
import { signedWords } from '#read-model/log/statement.ts'
import { logKeys } from '#read-model/tables.ts'

/** The key that signs, as it is now: a rotation counts at once. undefined while there is none. */
export function signingKeyOf({ config }: Payload): SigningKey | undefined {
  const read: unknown = config.custom.signingKey
  const key: unknown = typeof read === 'function' ? Reflect.apply(read, undefined, []) : undefined
  return isSigningKey(key) ? key : undefined
}

/** The same; `isEnded`: there is one, but another one took its place before, and it signs nothing any more. */
export async function findSigningKey(
  db: Sql,
  payload: Payload,
): Promise<{ key: SigningKey | undefined; isEnded: boolean }> {
  const key = signingKeyOf(payload)
  if (!key) return { key, isEnded: false }
  const ended = await db
    .select({ verifier: logKeys.verifier })
    .from(logKeys)
    .where(and(eq(logKeys.verifier, verifierLineOf(key)), isNotNull(logKeys.validUntil)))
  return ended.length === 0 ? { key, isEnded: false } : { key: undefined, isEnded: true }
}

/** A signature of an entry as it is kept: the name and id of the key, a blank, and base64. */
export function signEntry(entry: Buffer, key: SigningKey): string {
  return `${key.name}+${key.id} ${signWords(signedWords(key.name, entry), key)}`
}

function isSigningKey(value: unknown): value is SigningKey {
  return (
    typeof value === 'object' &&
    value !== null &&
    'seed' in value &&
    Buffer.isBuffer(value.seed) &&
    'name' in value &&
    'id' in value
  )
}
