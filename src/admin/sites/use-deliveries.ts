'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useApi } from '../kit/use-api.ts'

/** A delivery of a webhook as the API tells it. */
export interface SiteDelivery {
  id: string
  type: string
  status: 'pending' | 'delivered' | 'dead'
  attempts: number
  createdAt: string
  nextAttemptAt: string | null
  settledAt: string | null
  lastStatus: number | null
  lastError: string | null
  message: string
}

interface Page {
  deliveries: SiteDelivery[]
  nextCursor: string | null
}

/** The deliveries of a webhook, newest first, a page at a time. */
export function useDeliveries(path: string, status: string) {
  const api = useApi()
  const [page, setPage] = useState<Page | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const asked = useRef(0)

  const load = useCallback(
    async (before: Page | null) => {
      const mine = (asked.current += 1)
      const query = new URLSearchParams({
        ...(status === '' ? {} : { status }),
        ...(before?.nextCursor ? { cursor: before.nextCursor } : {}),
      })
      const answer = await api<Page>(`${path}/deliveries?${query.toString()}`)
      if (mine !== asked.current) return
      setProblem(answer.ok ? null : answer.message)
      if (!answer.ok) return
      const { deliveries, nextCursor } = answer.body
      setPage({ deliveries: [...(before?.deliveries ?? []), ...deliveries], nextCursor })
    },
    [api, path, status],
  )

  useEffect(() => {
    void load(null)
  }, [load])

  return {
    page,
    problem,
    reload: () => load(null),
    more: () => load(page),
  }
}
