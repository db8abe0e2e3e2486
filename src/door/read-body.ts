import type { BodyLimit } from './body-limits.ts'
import { isDeeper } from './nesting.ts'
import { queryTooLong, tooDeep, tooLarge, type Refusal } from './refusals.ts'

/** What a query of GraphQL may have, in characters; its variables come beside it. */
const longestQuery = 100_000
/** Braces and brackets of a query within each other: its parser recurses. */
const deepestQuery = 60

/**
 * The same request with a body that was read and found within its limit, or why it is refused. Reads no
 * further than the limit, whatever length is stated. Files are not gathered here: their stream breaks off
 * at the limit, which `hasOverrun` says afterwards.
 */
export async function readWithin(
  request: Request,
  limit: BodyLimit,
): Promise<{ request: Request; hasOverrun: () => boolean } | Refusal> {
  const never = () => false
  if (!request.body) return { request, hasOverrun: never }
  if (Number(request.headers.get('content-length') ?? 0) > limit.bytes) return tooLarge(limit.bytes)
  if (isMultipart(request)) return limitStream(request, limit.bytes)
  const bytes = await gather(request.body, limit.bytes)
  if (!bytes) return tooLarge(limit.bytes)
  if (isDeeper(bytes, limit.depth)) return tooDeep(limit.depth)
  const refused = isGraphql(request) ? judgeQuery(bytes) : null
  return refused ?? { request: new Request(request, { body: bytes }), hasOverrun: never }
}

function isMultipart({ headers }: Request): boolean {
  return /^multipart\//i.test(headers.get('content-type') ?? '')
}

function isGraphql({ url }: Request): boolean {
  return new URL(url).pathname.endsWith('/graphql')
}

/** undefined: there is more than the limit. */
async function gather(
  body: ReadableStream<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.byteLength
    if (length > limit) {
      await reader.cancel()
      return undefined
    }
    chunks.push(value)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}

function limitStream(request: Request, limit: number) {
  let length = 0
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      length += chunk.byteLength
      if (length > limit) controller.error(new Error('The body is larger than its route takes.'))
      else controller.enqueue(chunk)
    },
  })
  const body = request.body?.pipeThrough(counting) ?? null
  // Node asks to be told that the answer waits for the end of the body.
  const init: RequestInit & { duplex: 'half' } = { body, duplex: 'half' }
  return { request: new Request(request, init), hasOverrun: () => length > limit }
}

/** The query inside the body: to the scan of the body it is one text in quotes. */
function judgeQuery(bytes: Uint8Array): Refusal | null {
  const query = queryIn(new TextDecoder().decode(bytes))
  if (query.length > longestQuery) return queryTooLong(longestQuery)
  return isDeeper(new TextEncoder().encode(query), deepestQuery) ? tooDeep(deepestQuery) : null
}

function queryIn(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body)
    const query: unknown =
      typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'query') : undefined
    return typeof query === 'string' ? query : ''
  } catch {
    // Whoever parses it next says what is wrong with it.
    return ''
  }
}
