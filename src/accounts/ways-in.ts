import type { Payload } from 'payload'
import { isRecord } from '#model/documents.ts'
import type { SignInSettings } from './provider/settings.ts'

/** How people sign in, as the pages of the sign-in show it: nothing that is a secret. */
export interface WaysIn {
  /** What the provider of sign-ins is called; null where there is none. */
  provider: string | null
  hasLocalPasswords: boolean
}

/** What the product's configuration keeps of it, as `waysIn` of its `custom`. */
export function toWaysIn({ provider, hasLocalPasswords }: SignInSettings): WaysIn {
  return { provider: provider?.label ?? null, hasLocalPasswords }
}

/** The same, read from the configuration. */
export function waysInOf({ config }: Pick<Payload, 'config'>): WaysIn {
  const kept: unknown = config.custom.waysIn
  if (!isRecord(kept)) throw new Error('The configuration does not say how people sign in.')
  const { provider, hasLocalPasswords } = kept
  return {
    provider: typeof provider === 'string' ? provider : null,
    hasLocalPasswords: hasLocalPasswords === true,
  }
}
