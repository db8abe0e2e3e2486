'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { EditorialCollection } from '#model/documents.ts'
import type { Difference } from '#portrait/difference/change.ts'
import { useApi } from '../kit/use-api.ts'

/** What the text is compared with. */
export type Since = 'live' | 'approved:me' | 'nothing'

interface Compared extends Difference {
  from: string | null
  rule: { approvals: number; role: string | null } | null
}

export interface Review {
  document: Record<string, unknown> | null
  difference: Compared | null
  failure: string | null
  reload: () => void
}

/** The text under review and its difference, read anew when the text has become another one. */
export function useReview(
  text: { collection: EditorialCollection; id: string },
  since: Since,
  digest: string | undefined,
): Review {
  const call = useApi()
  const [document, setDocument] = useState<Record<string, unknown> | null>(null)
  const [difference, setDifference] = useState<Compared | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const lastAsked = useRef(0)
  const address = `/${text.collection}/${text.id}`

  const load = useCallback(async () => {
    const asked = (lastAsked.current += 1)
    const from = since === 'nothing' ? 'live' : since
    const [read, compared] = await Promise.all([
      call<Record<string, unknown>>(`${address}?draft=true&depth=0`),
      call<Compared>(`${address}/workflow/diff?from=${from}`),
    ])
    if (asked !== lastAsked.current) return
    if (read.ok) setDocument(read.body)
    if (compared.ok) setDifference(compared.body)
    setFailure(read.ok ? (compared.ok ? null : compared.message) : read.message)
  }, [call, address, since])

  useEffect(() => {
    void load()
  }, [load, digest])

  return { document, difference, failure, reload: () => void load() }
}
