import { isRecord } from '#model/documents.ts'
import type { Language } from '#model/text.ts'
import { answerOf, type Draft } from './draft.ts'

/** What became of an answer: taken, or why not. `code` is the API's; `unreachable` where it said nothing. */
export type Sent = { ok: true } | { ok: false; status: number; code: string; reason: string | null }

/** How long a server may take, in milliseconds. */
const patience = 30_000

/** Sends an answer. Never throws: a network that fails is told in what comes back. */
export async function sendAnswer(options: {
  token: string
  draft: Draft
  language: Language
}): Promise<Sent> {
  const { token, draft, language } = options
  try {
    const response = await fetch(`/api/expert-review/${encodeURIComponent(token)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
      body: JSON.stringify(answerOf(draft)),
      signal: AbortSignal.timeout(patience),
    })
    if (response.ok) return { ok: true }
    const body: unknown = await response.json().catch(() => null)
    return { ok: false, status: response.status, ...explain(body) }
  } catch {
    return { ok: false, status: 0, code: 'unreachable', reason: null }
  }
}

function explain(body: unknown): { code: string; reason: string | null } {
  const error: unknown = isRecord(body) ? body.error : null
  if (!isRecord(error)) return { code: 'failed', reason: null }
  const details = (Array.isArray(error.details) ? error.details : []).filter(isRecord)
  return {
    code: typeof error.code === 'string' ? error.code : 'failed',
    reason: [error.message, ...details.map(({ reason }) => reason)]
      .filter((part) => typeof part === 'string')
      .join(' '),
  }
}
