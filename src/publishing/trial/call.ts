import { performance } from 'node:perf_hooks'

/** What the delivery plane answered to a trial, as a site would get it. */
export interface TrialAnswer {
  /** What was called. */
  url: string
  status: number
  headers: { name: string; value: string }[]
  /** From the call to the last byte, as the authoring plane sees it. */
  milliseconds: number
  /** In bytes, once unpacked. */
  length: number
  body: string
  /** Whether the body is longer than what is shown of it. */
  isCut: boolean
}

/** Nothing came back. */
export interface TrialFailure {
  url: string
  error: string
}

const patience = 10_000
const longestBody = 200_000

/**
 * Calls the delivery plane with a site's key. Redirects are shown, not followed: only the plane's own
 * address is ever called. Never throws; what keeps it from an answer is told.
 */
export async function callOnTrial(options: {
  /** Of the delivery plane, without a slash at its end. */
  origin: string
  path: string
  key: string
}): Promise<TrialAnswer | TrialFailure> {
  const url = `${options.origin}${options.path}`
  const start = performance.now()
  try {
    const response = await fetch(url, {
      headers: { Authorization: `Bearer ${options.key}`, 'User-Agent': 'Berufsbild-Trial' },
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    const text = await response.text()
    return {
      url,
      status: response.status,
      headers: [...response.headers].map(([name, value]) => ({ name, value })),
      milliseconds: Math.round((performance.now() - start) * 10) / 10,
      length: Buffer.byteLength(text),
      body: text.slice(0, longestBody),
      isCut: text.length > longestBody,
    }
  } catch (error) {
    return { url, error: explain(error) }
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `No answer within ${String(patience / 1000)} s.`
  return error.cause instanceof Error ? explain(error.cause) : error.message
}
