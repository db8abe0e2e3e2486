'use client'

import { useEffect, useState } from 'react'
import { emptyDraft, readDraft, type Draft } from './draft.ts'

/**
 * The draft of an answer. The tab keeps it, so that it is there again after a page was loaded anew, and
 * forgets it when it is closed or the answer was taken.
 */
export function useDraft(token: string): {
  draft: Draft
  change: (parts: Partial<Draft>) => void
  forget: () => void
} {
  const [draft, setDraft] = useState(emptyDraft)
  const key = `expert-${token.split('.')[0] ?? ''}`
  useEffect(() => {
    const kept = readDraft(inStore((store) => store.getItem(key)))
    if (kept) setDraft(kept)
  }, [key])
  const change = (parts: Partial<Draft>) => {
    const next = { ...draft, ...parts }
    setDraft(next)
    inStore((store) => {
      store.setItem(key, JSON.stringify(next))
    })
  }
  const forget = () => {
    inStore((store) => {
      store.removeItem(key)
    })
  }
  return { draft, change, forget }
}

/** Where a browser keeps nothing, the draft lives as long as the page. */
function inStore<Result>(use: (store: Storage) => Result): Result | null {
  try {
    return use(window.sessionStorage)
  } catch {
    return null
  }
}
