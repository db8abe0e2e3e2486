import { setTimeout as wait } from 'node:timers/promises'
import type { BodyLimit } from './body-limits.ts'
import { judgeQuery } from './judge-query.ts'
import { isDeeper } from './nesting.ts'
import type { Lists } from './query-cost.ts'
import { isUnreadableQuestion } from './question-in-body.ts'
import { noForm, tooDeep, tooLarge, tooSlow, unreadableQuestion, type Refusal } from './refusals.ts'

/**
 * How long a body may stand still, and take in all, in milliseconds. Files have longer, but come at a pace that
 * the worst of lines has: `least` bytes a second, from `grace` milliseconds of waiting for them on.
 */
export const pace = { still: 10_000, whole: 30_000, files: 600_000, grace: 20_000, least: 1000 }

/** A request whose body may be read. */
export interface Readable {
  request: Request
  /** What was read of it; null where it is still coming. */
  body: Uint8Array | null
  /** What was wrong with files that were read as they came; null where nothing was. */
  refusedSince: () => Refusal | null
}

/**
 * The same request with a body that was read and found within its limit, or why it is refused. Reads no
 * further than the limit, whatever length is stated. Files are not gathered here: their stream breaks off
 * at the limit, or where they come too slowly, which `refusedSince` says afterwards.
 *
 * @param lists names of fields that hold lists, by which a query of GraphQL is judged
 */
export async function readWithin(
  request: Request,
  limit: BodyLimit,
  lists: Lists,
): Promise<Readable | Refusal> {
  const never = () => null
  if (!request.body) {
    const bytes = new Uint8Array()
    return isUnreadableQuestion(request, bytes)
      ? unreadableQuestion
      : { request, body: bytes, refusedSince: never }
  }
  if (Number(request.headers.get('content-length') ?? 0) > limit.bytes) return tooLarge(limit.bytes)
  const isForm = isMultipart(request)
  if (isForm && isGraphql(request)) return noForm
  if (isForm && limit.takesFiles) return limitStream(request, limit.bytes)
  const bytes = await gather(request.body, limit.bytes)
  if (bytes === 'slow') return tooSlow
  if (bytes === 'large') return tooLarge(limit.bytes)
  // A form brings its JSON in a part of its own.
  if (isDeeper(bytes, limit.depth)) return tooDeep(limit.depth)
  if (isUnreadableQuestion(request, bytes)) return unreadableQuestion
  const refused = isGraphql(request) ? judgeQuery(bytes, lists) : null
  return (
    refused ?? {
      request: new Request(request, { body: bytes }),
      body: bytes,
      refusedSince: never,
    }
  )
}

/** Whether it is a form, in which files may be. */
export function isMultipart({ headers }: Request): boolean {
  return /^multipart\//i.test(headers.get('content-type') ?? '')
}

function isGraphql({ url }: Request): boolean {
  return new URL(url).pathname.endsWith('/graphql')
}

async function gather(
  body: ReadableStream<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | 'large' | 'slow'> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = body.getReader()
  const end = performance.now() + pace.whole
  for (;;) {
    const next = await readNext(reader, end)
    if (next === 'slow' || length + (next.value?.byteLength ?? 0) > limit) {
      // Nobody waits for whoever sends nothing.
      void reader.cancel().catch(() => undefined)
      return next === 'slow' ? 'slow' : 'large'
    }
    if (next.done) break
    length += next.value.byteLength
    chunks.push(next.value)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}

/** The next piece, unless it takes too long, or all has, or nobody is there any more who would send it. */
async function readNext(reader: ReadableStreamDefaultReader<Uint8Array>, end: number) {
  const patience = Math.min(pace.still, end - performance.now())
  if (patience <= 0) return 'slow' as const
  const ending = new AbortController()
  const late = wait(patience, 'slow' as const, { signal: ending.signal, ref: false })
  late.catch(() => undefined)
  try {
    return await Promise.race([reader.read().catch(() => 'slow' as const), late])
  } finally {
    ending.abort()
  }
}

function limitStream(request: Request, limit: number): Readable {
  let length = 0
  let waited = 0
  let refused: Refusal | null = null
  const reader = request.body?.getReader()
  const end = performance.now() + pace.files
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const asked = performance.now()
      const next = reader ? await readNext(reader, end) : { done: true as const, value: undefined }
      // Only the time that we wait for them counts: whoever reads them may take as long as they like.
      waited += performance.now() - asked
      if (next !== 'slow' && next.done) {
        controller.close()
        return
      }
      length += next === 'slow' ? 0 : next.value.byteLength
      if (next === 'slow' || isTooSlow({ length, waited })) refused = tooSlow
      else if (length > limit) refused = tooLarge(limit)
      else controller.enqueue(next.value)
      if (refused) {
        controller.error(new Error(refused.message.en))
        void reader?.cancel().catch(() => undefined)
      }
    },
    cancel: async (reason) => {
      await reader?.cancel(reason)
    },
  })
  // Node asks to be told that the answer waits for the end of the body.
  const init: RequestInit & { duplex: 'half' } = { body, duplex: 'half' }
  return { request: new Request(request, init), body: null, refusedSince: () => refused }
}

/** @param read.waited milliseconds for which nothing was there */
function isTooSlow({ length, waited }: { length: number; waited: number }): boolean {
  return waited > pace.grace && length < (waited / 1000) * pace.least
}
