'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { InboxEntry, InboxPage } from '#notifications/inbox.ts'
import { useApi } from '../kit/use-api.ts'
import { tellUnread } from './unread.ts'

/** The reader's inbox, a page at a time: what is unread, or all of it. */
export function useInbox(isUnreadOnly: boolean) {
  const api = useApi()
  const [page, setPage] = useState<InboxPage | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const asked = useRef(0)

  const load = useCallback(
    async (before: InboxPage | null) => {
      const mine = (asked.current += 1)
      const query = new URLSearchParams({
        ...(isUnreadOnly ? { unread: 'true' } : {}),
        ...(before?.nextCursor ? { cursor: before.nextCursor } : {}),
      })
      const answer = await api<InboxPage>(`/inbox?${query.toString()}`)
      if (mine !== asked.current) return
      setProblem(answer.ok ? null : answer.message)
      if (!answer.ok) return
      const { body } = answer
      setPage({ ...body, entries: [...(before?.entries ?? []), ...body.entries] })
      tellUnread(body.unread)
    },
    [api, isUnreadOnly],
  )

  useEffect(() => {
    setPage(null)
    void load(null)
  }, [load])

  const mark = async (which: { ids: string[] } | { all: true }) => {
    const answer = await api<{ unread: number }>('/inbox/read', { method: 'POST', body: which })
    setProblem(answer.ok ? null : answer.message)
    if (!answer.ok) return
    const { unread } = answer.body
    const readAt = new Date().toISOString()
    const isMarked = ({ id }: InboxEntry) => 'all' in which || which.ids.includes(id)
    setPage(
      (current) =>
        current && {
          ...current,
          unread,
          entries: current.entries.map((entry) =>
            entry.readAt === null && isMarked(entry) ? { ...entry, readAt } : entry,
          ),
        },
    )
    tellUnread(unread)
  }

  return {
    page,
    problem,
    reload: () => load(null),
    more: () => load(page),
    mark: (id: string) => void mark({ ids: [id] }),
    markAll: () => void mark({ all: true }),
  }
}
