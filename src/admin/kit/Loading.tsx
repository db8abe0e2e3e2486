'use client'

import { useAuth } from '@payloadcms/ui'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Fragment, useState, type ReactNode } from 'react'
import { storeFor } from './store-of-person.ts'

/** Keeps what the pages of the admin have loaded, for one person at a time. */
export function Loading({ children }: { children: ReactNode }) {
  const { user } = useAuth()
  const person = user?.id ?? null
  const [held, setHeld] = useState(() => ({ person, store: makeClient(), round: 0 }))
  const current = storeFor(held, person, makeClient)
  if (current !== held) setHeld(current)
  return (
    <QueryClientProvider client={current.store}>
      <Fragment key={current.round}>{children}</Fragment>
    </QueryClientProvider>
  )
}

/** Nothing is asked again unasked: not on failure, not when a window comes to the front. */
function makeClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // A browser that takes itself for offline asks all the same, and is told what came of it.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
}
