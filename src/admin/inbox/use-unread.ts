'use client'

import { useQuery } from '@tanstack/react-query'
import { read } from '../kit/api.ts'
import { keyOf } from '../kit/keys.ts'
import { useWords } from '../words/use-words.ts'
import { pauseAfter } from './pause.ts'

/** A number that is no older than this is not asked for again, in milliseconds. */
const newFor = 10_000
const path = '/inbox?unread=true&limit=1'

/** Under what the number of unread messages is kept. */
export function unreadKey(language: string): readonly unknown[] {
  return keyOf(path, language)
}

/**
 * Asks now and then how many are unread: not while nobody looks at the page, and less often as long as
 * it fails. What was known before stays.
 */
export function useUnread(): number {
  const { say, language } = useWords()
  const { data } = useQuery({
    queryKey: unreadKey(language),
    queryFn: ({ signal }) => read<{ unread: number }>(path, { say, language, signal }),
    staleTime: newFor,
    refetchInterval: pauseAfter(0),
    refetchOnWindowFocus: true,
    retry: true,
    retryDelay: (failuresBefore) => pauseAfter(failuresBefore + 1),
  })
  return data?.unread ?? 0
}
