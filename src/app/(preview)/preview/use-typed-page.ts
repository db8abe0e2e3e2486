'use client'

import { useEffect, useState } from 'react'
import { isRecord, type EditorialCollection } from '#model/documents.ts'
import type { PreviewPage } from '#preview/page.ts'

/** What Payload's admin calls its messages to a preview, and this page its answer that it is there. */
const messageType = 'payload-live-preview'
/** The writer's pause after which the page follows, in milliseconds. */
const pause = 250

/**
 * The page of a document as it stands in the form of the admin that shows this one, beside it or
 * as its opener. Messages count from there only: same origin, and that very window.
 */
export function useTypedPage(options: {
  collection: EditorialCollection
  id: string
  first: PreviewPage
}): { page: PreviewPage; isBehind: boolean } {
  const { collection, id, first } = options
  const [page, setPage] = useState(first)
  const [isBehind, setIsBehind] = useState(false)

  useEffect(() => {
    const admin = adminWindow()
    if (!admin) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let running = new AbortController()

    const follow = async (data: Record<string, unknown>) => {
      running.abort()
      running = new AbortController()
      const { signal } = running
      try {
        const response = await fetch(`/api/${collection}/${id}/preview/page`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ data }),
          signal,
        })
        const body: unknown = await response.json()
        if (response.ok && isPage(body)) setPage(body)
        setIsBehind(!response.ok)
      } catch {
        // A newer text is on its way, or the network is gone: then the page says that it is behind.
        if (!signal.aborted) setIsBehind(true)
      }
    }
    const listen = ({ origin, source, data }: MessageEvent<unknown>) => {
      if (origin !== window.location.origin || source !== admin || !isRecord(data)) return
      if (data.type !== messageType || data.collectionSlug !== collection) return
      const { data: form } = data
      if (!isRecord(form)) return
      clearTimeout(timer)
      timer = setTimeout(() => void follow(form), pause)
    }
    window.addEventListener('message', listen)
    admin.postMessage({ type: messageType, ready: true }, window.location.origin)
    return () => {
      window.removeEventListener('message', listen)
      clearTimeout(timer)
      running.abort()
    }
  }, [collection, id])

  return { page, isBehind }
}

function adminWindow(): Window | null {
  if (window.parent !== window) return window.parent
  const opener: unknown = window.opener
  return isWindow(opener) ? opener : null
}

function isWindow(value: unknown): value is Window {
  return typeof value === 'object' && value !== null && 'postMessage' in value
}

function isPage(value: unknown): value is PreviewPage {
  return isRecord(value) && isRecord(value.text) && Array.isArray(value.jobs)
}
