import type { Payload } from 'payload'
import { signWords, type SigningKey } from '#read-model/log/note.ts'
import { signedWords } from '#read-model/log/statement.ts'

/** The key that signs, as it is now: a rotation counts at once. undefined while there is none. */
export function signingKeyOf({ config }: Payload): SigningKey | undefined {
  const read: unknown = config.custom.signingKey
  const key: unknown = typeof read === 'function' ? Reflect.apply(read, undefined, []) : undefined
  return isSigningKey(key) ? key : undefined
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
