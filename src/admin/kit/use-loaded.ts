'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useWords } from '../words/use-words.ts'
import { read } from './api.ts'
import { isSamePlace, keyOf } from './keys.ts'

export interface Loaded<Body> {
  body: Body | null
  problem: string | null
  isLoading: boolean
  /** Whether the body is the answer to the last question, and no other is on its way. */
  isCurrent: boolean
  reload: () => Promise<void>
  /** Takes for the body what another call has answered. */
  take: (body: Body) => void
}

interface Options {
  /** A question that goes along with it, by POST. */
  question?: object
  /** Keeps showing what the same place gave to the question before until the answer is there. */
  keepsLast?: boolean
  /** Of which state of something else the answer has to be: another one is another answer. */
  revision?: unknown
  /** Asks for nothing for now. */
  isPaused?: boolean
  /** How long an answer counts as new, in milliseconds; without it, as long as it takes to ask again. */
  isFreshFor?: number
}

/**
 * What an endpoint gives: loaded at once, and again on demand. What is there stays while it is loaded
 * again. null: nothing is asked.
 */
export function useLoaded<Body>(path: string | null, options: Options = {}): Loaded<Body> {
  const { question, keepsLast = false, revision, isPaused = false, isFreshFor = 0 } = options
  const { say, language } = useWords()
  const client = useQueryClient()
  const key = [
    ...keyOf(path ?? '', language, question),
    ...(revision === undefined ? [] : [revision]),
  ]
  const query = useQuery<Body>({
    queryKey: key,
    queryFn: ({ signal }) =>
      read<Body>(path ?? '', {
        say,
        language,
        signal,
        ...(question ? { method: 'POST', body: question } : {}),
      }),
    enabled: path !== null && !isPaused,
    staleTime: isFreshFor,
    placeholderData: (last, from) =>
      keepsLast && from && isSamePlace(from.queryKey, key) ? last : undefined,
    // A state that is over will not be asked for again.
    ...(revision === undefined ? {} : { gcTime: 0 }),
  })
  const { refetch } = query
  const reload = useCallback(async () => {
    await refetch()
  }, [refetch])
  return {
    body: query.data ?? null,
    problem: query.error?.message ?? null,
    isLoading: query.isFetching,
    isCurrent: query.isSuccess && !query.isPlaceholderData && !query.isFetching,
    reload,
    take: (body) => {
      // What is on its way was asked for before, and would undo it.
      void client.cancelQueries({ queryKey: key })
      client.setQueryData(key, body)
    },
  }
}
