'use client'

import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import { useSyncExternalStore } from 'react'

/** Whether the browser knows passkeys; not before it has the page. */
export function useKnowsPasskeys(): boolean {
  return useSyncExternalStore(neverChanges, browserSupportsWebAuthn, () => false)
}

const neverChanges = () => () => undefined
