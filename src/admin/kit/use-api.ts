'use client'

import { useMemo } from 'react'
import { useWords } from '../words/use-words.ts'
import { callApi, type ApiAnswer } from './api.ts'

/** Calls of endpoints below `/api` in the reader's language. */
export function useApi(): <Body>(
  path: string,
  options?: Omit<Parameters<typeof callApi>[1], 'say' | 'language'>,
) => Promise<ApiAnswer<Body>> {
  const { say, language } = useWords()
  return useMemo(
    () =>
      (path, options = {}) =>
        callApi(path, { say, language, ...options }),
    [say, language],
  )
}
