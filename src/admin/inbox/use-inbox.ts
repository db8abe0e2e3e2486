'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { InboxEntry, InboxPage } from '#notifications/inbox.ts'
import { usePages } from '../kit/use-pages.ts'
import { useSend } from '../kit/use-send.ts'
import { useWords } from '../words/use-words.ts'
import { withRead, type Marked } from './entries.ts'
import { unreadKey } from './use-unread.ts'

/** The reader's inbox, a page at a time: what is unread, or all of it. */
export function useInbox(isUnreadOnly: boolean): {
  entries: readonly InboxEntry[] | null
  unread: number
  problem: string | null
  hasMore: boolean
  reload: () => void
  more: () => void
  mark: (id: string) => void
  markAll: () => void
} {
  const client = useQueryClient()
  const { language } = useWords()
  const inbox = usePages<InboxPage>(isUnreadOnly ? '/inbox?unread=true' : '/inbox')
  const { send, problem } = useSend<{ unread: number }>()
  const unread = inbox.pages?.at(-1)?.unread

  // The badge beside the link knows it without asking.
  useEffect(() => {
    if (unread !== undefined) client.setQueryData(unreadKey(language), { unread })
  }, [client, language, unread])

  const mark = async (marked: Marked) => {
    const answer = await send('/inbox/read', { method: 'POST', body: marked })
    if (!answer.ok) return
    const read = { readAt: new Date().toISOString(), unread: answer.body.unread }
    inbox.change((page) => withRead(page, marked, read))
  }

  return {
    entries: inbox.pages?.flatMap(({ entries }) => entries) ?? null,
    unread: unread ?? 0,
    problem: inbox.problem ?? problem,
    hasMore: inbox.hasMore,
    reload: inbox.reload,
    more: inbox.more,
    mark: (id) => void mark({ ids: [id] }),
    markAll: () => void mark({ all: true }),
  }
}
