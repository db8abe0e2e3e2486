'use client'

import { useSyncExternalStore } from 'react'

/**
 * Whether React has taken over what the server has drawn. Before, a form would be sent by the browser itself,
 * past the code that sends it.
 */
export function useIsLive(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  )
}

const neverChanges = () => () => undefined
