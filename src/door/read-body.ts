import { setTimeout as wait } from 'node:timers/promises'
import type { BodyLimit } from './body-limits.ts'
import { judgeQuery } from './judge-query.ts'
import { isDeeper } from './nesting.ts'
import type { Lists } from './query-cost.ts'
import { noForm, tooDeep, tooLarge, tooSlow, type Refusal } from './refusals.ts'

/** How long a body may stand still, and take in all, in milliseconds. Files have longer. */
export const pace = { still: 10_000, whole: 30_000, files: 600_000 }

/**
 * The same request with a body that was read and found within its limit, or why it is refused. Reads no
 * further than the limit, whatever length is stated. Files are not gathered here: their stream breaks off
 * at the limit, which `hasOverrun` says afterwards.
 *
 * @param lists names of fields that hold lists, by which a query of GraphQL is judged
 */
export async function readWithin(
  request: Request,
  limit: BodyLimit,
  lists: Lists,
): Promise<{ request: Request; hasOverrun: () => boolean } | Refusal> {
  const never = () => false
  if (!request.body) return { request, hasOverrun: never }
  if (Number(request.headers.get('content-length') ?? 0) > limit.bytes) return tooLarge(limit.bytes)
  if (isMultipart(request)) return isGraphql(request) ? noForm : limitStream(request, limit.bytes)
  const bytes = await gather(request.body, limit.bytes)
  if (bytes === 'slow') return tooSlow
  if (bytes === 'large') return tooLarge(limit.bytes)
  if (isDeeper(bytes, limit.depth)) return tooDeep(limit.depth)
  const refused = isGraphql(request) ? judgeQuery(bytes, lists) : null
  return refused ?? { request: new Request(request, { body: bytes }), hasOverrun: never }
}

/** Whether files come with it, which are read as they come. */
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

/** The next piece, unless it takes too long, or all has. */
async function readNext(reader: ReadableStreamDefaultReader<Uint8Array>, end: number) {
  const patience = Math.min(pace.still, end - performance.now())
  if (patience <= 0) return 'slow' as const
  const ending = new AbortController()
  const late = wait(patience, 'slow' as const, { signal: ending.signal, ref: false })
  late.catch(() => undefined)
  try {
    return await Promise.race([reader.read(), late])
  } finally {
    ending.abort()
  }
}

function limitStream(request: Request, limit: number) {
  let length = 0
  const reader = request.body?.getReader()
  const end = performance.now() + pace.files
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = reader ? await readNext(reader, end) : { done: true as const, value: undefined }
      if (next === 'slow') controller.error(new Error('The body comes too slowly.'))
      else if (next.done) controller.close()
      else {
        length += next.value.byteLength
        if (length > limit) controller.error(new Error('The body is larger than its route takes.'))
        else controller.enqueue(next.value)
      }
    },
    cancel: async (reason) => {
      await reader?.cancel(reason)
    },
  })
  // Node asks to be told that the answer waits for the end of the body.
  const init: RequestInit & { duplex: 'half' } = { body, duplex: 'half' }
  return { request: new Request(request, init), hasOverrun: () => length > limit }
}
