import * as z from 'zod'
import { isRecord } from '#model/documents.ts'
import { writtenText } from '#model/input.ts'

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

const emailText = writtenText(254).pipe(z.email())

/**
 * Reads claims, which come from outside: what is not of the form that it should be is not there.
 *
 * @param roleClaim where the values of rules stand, as `groups` or `realm_access.roles`; a name with dots in it
 *   counts as it stands first
 */
export function readClaims(claims: Readonly<Record<string, unknown>>, roleClaim: string): Claims {
  const { email, email_verified: verified } = claims
  const parsed = emailText.safeParse(typeof email === 'string' ? email.trim().toLowerCase() : email)
  return {
    name: nameIn(claims),
    email: parsed.success ? parsed.data : null,
    // Some send it as a word.
    isEmailVerified:
      verified === undefined || verified === null
        ? undefined
        : verified === true || verified === 'true',
    values: valuesOf(claimAt(claims, roleClaim)),
  }
}

function nameIn(claims: Readonly<Record<string, unknown>>): string | null {
  const { name, given_name: given, family_name: family, preferred_username: username } = claims
  const both = [given, family].filter((part) => typeof part === 'string').join(' ')
  for (const candidate of [name, both, username]) {
    const parsed = writtenText(200).safeParse(candidate)
    if (parsed.success) return parsed.data.trim()
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
