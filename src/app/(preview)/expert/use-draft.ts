'use client'

import { useSyncExternalStore } from 'react'
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
  const key = `expert-${token.split('.')[0] ?? ''}`
  const draft = useSyncExternalStore(
    listen,
    () => draftOf(key),
    () => emptyDraft,
  )
  const change = (parts: Partial<Draft>) => {
    const next = { ...draftOf(key), ...parts }
    drafts.set(key, next)
    inStore((store) => {
      store.setItem(key, JSON.stringify(next))
    })
    for (const told of listeners) told()
  }
  const forget = () => {
    drafts.delete(key)
    inStore((store) => {
      store.removeItem(key)
    })
  }
  return { draft, change, forget }
}

/** Where a browser keeps nothing, a draft lives as long as the page. */
const drafts = new Map<string, Draft>()
const listeners = new Set<() => void>()

function listen(told: () => void): () => void {
  listeners.add(told)
  return () => {
    listeners.delete(told)
  }
}

function draftOf(key: string): Draft {
  const known = drafts.get(key)
  if (known) return known
  const draft = readDraft(inStore((store) => store.getItem(key))) ?? emptyDraft
  drafts.set(key, draft)
  return draft
}

function inStore<Result>(act: (store: Storage) => Result): Result | null {
  try {
    return act(window.sessionStorage)
  } catch {
    return null
  }
}
