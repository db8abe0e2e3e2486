import type * as z from 'zod'
import { isRecord } from '#model/documents.ts'
import { storableText, writtenText } from '#model/input.ts'
import { mailAddress } from '../mail-address.ts'

/** Values of one claim that are looked at; who is in more groups than that has to be told of fewer. */
const mostValues = 500

/** Who somebody is by the word of a provider. */
export interface Claims {
  name: string | null
  /** In small letters. */
  email: string | null
  /** undefined: the provider has said nothing of it. */
  isEmailVerified: boolean | undefined
  /** What rules of roles are about. */
  values: string[]
}

/** The name of somebody at a provider, and the one that it has for a session. Half a character would be kept as another. */
export const subjectText = writtenText(255)
export const sessionText = storableText(1000).min(1)

/**
 * Reads claims, which come from outside: what is not of the form that it should be is not there.
 *
 * @param roleClaim where the values of rules stand, as `groups` or `realm_access.roles`; a name with dots in it
 *   counts as it stands first
 */
export function readClaims(claims: Readonly<Record<string, unknown>>, roleClaim: string): Claims {
  const { email, email_verified: verified } = claims
  return {
    name: nameIn(claims),
    email: readAs(mailAddress, email),
    // Some send it as a word.
    isEmailVerified:
      verified === undefined || verified === null
        ? undefined
        : verified === true || verified === 'true',
    values: valuesOf(claimAt(claims, roleClaim)),
  }
}

/** What is of the form that it should be; null for everything else. */
export function readAs<T>(schema: z.ZodType<T>, value: unknown): T | null {
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : null
}

function nameIn(claims: Readonly<Record<string, unknown>>): string | null {
  const { name, given_name: given, family_name: family, preferred_username: username } = claims
  const both = [given, family].filter((part) => typeof part === 'string').join(' ')
  for (const candidate of [name, both, username]) {
    const text = readAs(writtenText(200), candidate)
    if (text !== null) return text.trim()
  }
  return null
}

function claimAt(claims: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path]
  let value: unknown = claims
  for (const part of path.split('.')) {
    value = isRecord(value) && Object.hasOwn(value, part) ? value[part] : undefined
  }
  return value
}

function valuesOf(claim: unknown): string[] {
  if (typeof claim === 'string') return [claim]
  if (!Array.isArray(claim) || claim.length > mostValues) return []
  return claim.filter((value) => typeof value === 'string')
}
