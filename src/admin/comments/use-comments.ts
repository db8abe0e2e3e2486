'use client'

import { toast } from '@payloadcms/ui'
import { useEffect } from 'react'
import type { ThreadView } from '#review/comments/comments.ts'
import { useLoaded } from '../kit/use-loaded.ts'
import { useSend } from '../kit/use-send.ts'
import type { CommentPlace } from './place.ts'

interface Conversation {
  threads: readonly ThreadView[]
}

/** The conversation on a document, and what can be done in it. Each call says whether it went through. */
export interface Comments {
  /** Whether the caller may write comments that hold the approval up. */
  mayBlock: boolean
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
  { mayBlock }: { mayBlock: boolean },
): Comments {
  const address = `/${document.collection}/${document.id}/workflow`
  const { body, problem, take } = useLoaded<Conversation>(`${address}/comments`)
  const { send } = useSend<Conversation>({ only: address })

  useEffect(() => {
    if (problem !== null) toast.error(problem)
  }, [problem])

  const change = async (path: string, options: Parameters<typeof send>[1]): Promise<boolean> => {
    const answer = await send(`${address}/comments${path}`, options)
    if (answer.ok) take(answer.body)
    else toast.error(answer.message)
    return answer.ok
  }

  return {
    mayBlock,
    threads: body?.threads ?? [],
    write: (comment) => change('', { method: 'POST', body: comment }),
    resolve: (thread, isResolved) =>
      change(`/${thread}`, { method: 'PATCH', body: { isResolved } }),
    takeBack: (comment) => change(`/${comment}`, { method: 'DELETE' }),
  }
}
