'use client'

import { toast } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { ThreadView } from '#review/comments/comments.ts'
import { useApi } from '../kit/use-api.ts'

/** What a comment stands on, as the API takes it: nothing for the whole document. */
export interface CommentPlace {
  section?: string | number
  path?: string
  quote?: string
  position?: number
}

/** The conversation on a document, and what can be done in it. Each call says whether it went through. */
export interface Comments {
  threads: readonly ThreadView[]
  write: (comment: {
    body: string
    isBlocking?: boolean
    parent?: string
    on?: CommentPlace
  }) => Promise<boolean>
  resolve: (thread: string, isResolved: boolean) => Promise<boolean>
  takeBack: (comment: string) => Promise<boolean>
}

export function useComments(
  document: { collection: string; id: string },
  onChange: () => void,
): Comments {
  const call = useApi()
  const [threads, setThreads] = useState<readonly ThreadView[]>([])
  const address = `/${document.collection}/${document.id}/workflow/comments`

  useEffect(() => {
    void call<{ threads: ThreadView[] }>(address).then((answer) => {
      if (answer.ok) setThreads(answer.body.threads)
      else toast.error(answer.message)
    })
  }, [call, address])

  const change = useCallback(
    async (path: string, options: Parameters<typeof call>[1]): Promise<boolean> => {
      const answer = await call<{ threads: ThreadView[] }>(path, options)
      if (answer.ok) {
        setThreads(answer.body.threads)
        onChange()
      } else {
        toast.error(answer.message)
      }
      return answer.ok
    },
    [call, onChange],
  )

  return {
    threads,
    write: (comment) => change(address, { method: 'POST', body: comment }),
    resolve: (thread, isResolved) =>
      change(`${address}/${thread}`, { method: 'PATCH', body: { isResolved } }),
    takeBack: (comment) => change(`${address}/${comment}`, { method: 'DELETE' }),
  }
}
