'use client'

import { isRecord } from '#model/documents.ts'
import { rowsIn } from '#portrait/kinds/values.ts'
import type { Say } from '../words/say.ts'

/** What the API answered to a call: its body, or why not, in words for a person. */
export type ApiAnswer<Body> =
  { ok: true; body: Body } | { ok: false; status: number; code: string; message: string }

export interface CallOptions {
  say: Say
  language: string
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** An object is sent as JSON, form data as it is. */
  body?: object
  signal?: AbortSignal
}

/**
 * Calls an endpoint of ours below `/api`. Never throws: what went wrong, a network that fails among
 * it (status 0), is told in the answer.
 */
export async function callApi<Body>(path: string, options: CallOptions): Promise<ApiAnswer<Body>> {
  const { say, language, method = 'GET', body, signal } = options
  const isForm = body instanceof FormData
  try {
    const response = await fetch(`/api${path}`, {
      method,
      headers: {
        'Accept-Language': language,
        ...(body && !isForm ? { 'Content-Type': 'application/json' } : {}),
      },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
      ...(signal ? { signal } : {}),
    })
    const { status } = response
    const parsed: unknown = await response.json().catch(() => null)
    if (response.ok) return { ok: true, body: parsed as Body }
    return { ok: false, status, ...explainFailure(parsed, say('kit:failed', { status })) }
  } catch {
    return { ok: false, status: 0, code: 'unreachable', message: say('kit:unreachable') }
  }
}

/** Why something could not be loaded, in words for a person. */
export class NotLoaded extends Error {
  constructor(readonly answer: Extract<ApiAnswer<never>, { ok: false }>) {
    super(answer.message)
    this.name = 'NotLoaded'
  }
}

/**
 * What an endpoint gives.
 *
 * @throws NotLoaded where it gives nothing.
 */
export async function read<Body>(path: string, options: CallOptions): Promise<Body> {
  const answer = await callApi<Body>(path, options)
  if (!answer.ok) throw new NotLoaded(answer)
  return answer.body
}

/** What an answer says of its failure. Our endpoints say `{ error }`, Payload's `{ errors }`. */
export function explainFailure(
  body: unknown,
  otherwise: string,
): { code: string; message: string } {
  if (!isRecord(body)) return { code: 'failed', message: otherwise }
  const first: unknown = Array.isArray(body.errors) ? body.errors[0] : body.error
  if (!isRecord(first) || typeof first.message !== 'string') {
    return { code: 'failed', message: otherwise }
  }
  const data = isRecord(first.data) ? first.data : first
  const details = rowsIn(data.details)
  const reasons = details.flatMap(({ reason }) => (typeof reason === 'string' ? [reason] : []))
  return {
    code: typeof data.code === 'string' ? data.code : 'failed',
    message: [first.message, ...reasons].join(' '),
  }
}
