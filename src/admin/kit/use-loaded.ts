'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useApi } from './use-api.ts'

/** What an endpoint gives: loaded at once, and again on demand. What is there stays until the next is. */
export function useLoaded<Body>(path: string): {
  body: Body | null
  problem: string | null
  isLoading: boolean
  reload: () => Promise<void>
} {
  const api = useApi()
  const [body, setBody] = useState<Body | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isLoading, setIsLoading] = useState(true)
  const asked = useRef(0)

  const reload = useCallback(async () => {
    const mine = (asked.current += 1)
    setIsLoading(true)
    const answer = await api<Body>(path)
    // An answer that was overtaken by a later question is none any more.
    if (mine !== asked.current) return
    if (answer.ok) setBody(answer.body)
    setProblem(answer.ok ? null : answer.message)
    setIsLoading(false)
  }, [api, path])

  useEffect(() => {
    void reload()
  }, [reload])

  return { body, problem, isLoading, reload }
}
