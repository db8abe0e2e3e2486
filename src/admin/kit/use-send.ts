'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useWords } from '../words/use-words.ts'
import { NotLoaded, read, type ApiAnswer, type CallOptions } from './api.ts'
import { touches, type Changed } from './keys.ts'

type Sent = Pick<CallOptions, 'method' | 'body'>

export interface Sending<Body> {
  /** Resolves when it is answered and what it changes has been loaded anew. Never throws. */
  send: (path: string, options?: Sent) => Promise<ApiAnswer<Body>>
  isSending: boolean
  /** Why the last one did not go through. */
  problem: string | null
  /** Forgets the last problem. */
  forget: () => void
}

/**
 * A call that a person makes. What it changes is loaded anew where it is on the screen, also after a
 * refusal, which mostly says that the screen is old.
 */
export function useSend<Body = unknown>(...changes: readonly Changed[]): Sending<Body> {
  const { say, language } = useWords()
  const client = useQueryClient()
  const { mutateAsync, isPending, error, reset } = useMutation({
    mutationFn: ({ path, options }: { path: string; options: Sent }) =>
      read<Body>(path, { say, language, ...options }),
    onSettled: () =>
      client.invalidateQueries({
        predicate: ({ queryKey }) => changes.some((changed) => touches(changed, queryKey)),
      }),
  })
  return {
    send: (path, options = {}) =>
      mutateAsync({ path, options }).then(
        (body) => ({ ok: true, body }),
        (failure: unknown) => {
          if (failure instanceof NotLoaded) return failure.answer
          throw failure
        },
      ),
    isSending: isPending,
    problem: error?.message ?? null,
    forget: reset,
  }
}
