'use client'

import { isRecord, type EditorialCollection } from '#model/documents.ts'
import type { Language } from '#model/text.ts'
import { explainFailure } from '../kit/api.ts'
import { writeToClipboard } from '../kit/clipboard.ts'
import { previewWords } from '../words/preview.ts'

export interface SharedDocument {
  collection: EditorialCollection
  id: string
}

export type MadeLink =
  { ok: true; link: string; expiresAt: string; isCopied: boolean } | { ok: false; message: string }

/** Seconds for which a link holds: a week, in which somebody finds the time to read. */
const week = 7 * 86_400

/**
 * Makes a link with which whoever holds it sees the working copy as it is now, without an account, and
 * puts it on the clipboard where the browser allows that. Never throws.
 */
export async function makePreviewLink(
  { collection, id }: SharedDocument,
  language: Language,
): Promise<MadeLink> {
  try {
    const response = await fetch(`/api/${collection}/${id}/preview`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
      body: JSON.stringify({ expiresIn: week }),
    })
    const body: unknown = await response.json()
    if (!isRecord(body) || typeof body.page !== 'string' || typeof body.expiresAt !== 'string') {
      return { ok: false, message: explainFailure(body, previewWords.failed[language]).message }
    }
    const link = new URL(body.page, window.location.origin).href
    return { ok: true, link, expiresAt: body.expiresAt, isCopied: await writeToClipboard(link) }
  } catch {
    return { ok: false, message: previewWords.failed[language] }
  }
}
