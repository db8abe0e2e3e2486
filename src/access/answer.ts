import { addDataAndFileToRequest, type PayloadRequest } from 'payload'
import { inOneSpelling } from '#model/documents.ts'
import { InvalidRequest, isApplicationError, retryAfterOf, toErrorBody } from '#model/errors.ts'
import { knownLanguage, type Language } from '#model/text.ts'
import { isPayloadError } from './payload-errors.ts'

/** Answers a request of our own endpoints: what the work gives, or `{ error: … }` and its status. */
export async function answer(
  req: PayloadRequest,
  work: () => Promise<unknown>,
  status = 200,
): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' }
  try {
    return Response.json(await work(), { status, headers })
  } catch (error) {
    if (!isApplicationError(error)) throw error
    const retryAfter = retryAfterOf(error)
    return Response.json(toErrorBody(error, callerLanguage(req)), {
      status: error.status,
      headers:
        retryAfter === undefined ? headers : { ...headers, 'Retry-After': String(retryAfter) },
    })
  }
}

/** Answers with a stream of text, or `{ error: … }` where it cannot begin. */
export async function answerStream(
  req: PayloadRequest,
  contentType: string,
  begin: () => AsyncGenerator<string> | Promise<AsyncGenerator<string>>,
): Promise<Response> {
  try {
    const chunks = await begin()
    // What cannot begin is refused as anything else is, not broken off.
    let first: IteratorResult<string> | undefined = await chunks.next()
    const encoder = new TextEncoder()
    const stream = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        const next = first ?? (await chunks.next())
        first = undefined
        if (next.done === true) controller.close()
        else controller.enqueue(encoder.encode(next.value))
      },
      cancel: async () => {
        await chunks.return(undefined)
      },
    })
    // A proxy that gathers the whole answer first would hide how far the work is.
    const headers = {
      'Content-Type': contentType,
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    }
    return new Response(stream, { headers })
  } catch (error) {
    return answer(req, () =>
      Promise.reject(error instanceof Error ? error : new Error(String(error))),
    )
  }
}

/**
 * The language of what a caller is told: the one that they ask for, as the admin does with every call.
 * A program that asks for none gets English.
 */
export function callerLanguage(req: Pick<PayloadRequest, 'headers' | 'i18n'>): Language {
  return askedLanguage(req) ?? 'en'
}

/** The language that a caller asks for; null where they ask for none. */
export function askedLanguage(req: Pick<PayloadRequest, 'headers' | 'i18n'>): Language | null {
  const cookies = req.headers.get('cookie') ?? ''
  const hasChosen = req.headers.has('accept-language') || cookies.includes('payload-lng=')
  if (!hasChosen) return null
  return knownLanguage(req.i18n.language)
}

/** The parsed body of a request; undefined where there is none. @throws InvalidRequest */
export async function readBody(req: PayloadRequest): Promise<unknown> {
  try {
    await addDataAndFileToRequest(req)
  } catch (error) {
    if (!(isPayloadError(error) || error instanceof SyntaxError)) throw error
    throw new InvalidRequest('The body cannot be read.', [{ path: 'body', reason: error.message }])
  }
  return req.data
}

/** A part of the request's path, by its name in the endpoint's; '' where there is none. */
export function pathPart(req: PayloadRequest, name: string): string {
  const value = req.routeParams?.[name]
  return typeof value === 'string' ? inOneSpelling(value) : ''
}

/** The parameters of a request's query, as they were sent; the last one of a name counts. */
export function queryOf(req: PayloadRequest): Record<string, string> {
  return Object.fromEntries(req.searchParams)
}
