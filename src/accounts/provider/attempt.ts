import { parseCookies } from 'payload'
import * as z from 'zod'
import { readWord, signWord } from '../signed-word.ts'

/** A sign-in that has begun in one browser, and has not come back from the provider. */
export interface Attempt {
  state: string
  nonce: string
  verifier: string
  /** Where its owner goes afterwards. */
  returnTo: string
  /** The provider is to ask again who they are: since when (in seconds since 1970); null: it may know them already. */
  askedAt: number | null
}

/** Seconds in which somebody has to come back. */
export const attemptLength = 600

const attemptSchema = z.object({
  state: z.string().min(20).max(200),
  nonce: z.string().min(20).max(200),
  verifier: z.string().min(40).max(200),
  returnTo: z.string().max(2000),
  askedAt: z.number().int().nullable(),
})

/**
 * The cookie by which a browser is known again that has begun a sign-in: the value of `Set-Cookie`. It is `Lax`:
 * the browser comes back from another site.
 */
export async function attemptCookie(
  attempt: Attempt,
  { secret, isSecure }: { secret: string; isSecure: boolean },
): Promise<string> {
  const content = { ...attempt }
  const value = await signWord(secret, 'sign-in attempt', { content, seconds: attemptLength })
  return cookie(value, { isSecure, seconds: attemptLength })
}

/** Takes the cookie away. */
export function endedAttemptCookie({ isSecure }: { isSecure: boolean }): string {
  return cookie('', { isSecure, seconds: 0 })
}

/** The sign-in that a browser has begun; null where it has begun none, or too long ago. */
export async function attemptIn(
  headers: Headers,
  { secret, isSecure }: { secret: string; isSecure: boolean },
): Promise<Attempt | null> {
  const value = parseCookies(headers).get(nameOf(isSecure))
  if (value === undefined) return null
  const parsed = attemptSchema.safeParse(await readWord(secret, 'sign-in attempt', value))
  return parsed.success ? parsed.data : null
}

/** No other host of the same domain can set a cookie of this name, where the address is https. */
function nameOf(isSecure: boolean): string {
  return isSecure ? '__Host-berufsbild-sign-in' : 'berufsbild-sign-in'
}

function cookie(value: string, { isSecure, seconds }: { isSecure: boolean; seconds: number }) {
  const secure = isSecure ? '; Secure' : ''
  return `${nameOf(isSecure)}=${value}; Max-Age=${String(seconds)}; Path=/; HttpOnly; SameSite=Lax${secure}`
}
