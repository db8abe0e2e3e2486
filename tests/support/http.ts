const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const
export type Method = (typeof methods)[number]

export function isMethod(value: string): value is Method {
  return methods.some((method) => method === value)
}

export interface CallOptions {
  authorization?: string | undefined
  /** Sent as JSON; a form, of files or of words, and bytes are sent as they are. */
  body?: unknown
  headers?: Record<string, string> | undefined
}

/** An answer of the API. */
export interface Answer {
  status: number
  text: string
  body: unknown
  /** What stands in the body at a dotted path; undefined where nothing does. */
  get: (path: string) => unknown
}

/** Calls an API as somebody, `path` below its root. */
export type Call = (method: Method, path: string, options?: CallOptions) => Promise<Answer>

/** The API of a running installation, over the network. */
export function callOver(origin: string): Call {
  return async (method, path, options = {}) =>
    toAnswer(await fetch(toRequest(`${origin}/api${path}`, method, options)))
}

export function toRequest(url: string, method: Method, options: CallOptions): Request {
  const headers = new Headers(options.headers)
  if (options.authorization !== undefined) headers.set('Authorization', options.authorization)
  const { body } = options
  if (isSentAsItIs(body)) return new Request(url, { method, headers, body })
  if (body !== undefined) headers.set('Content-Type', 'application/json')
  return new Request(url, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

function isSentAsItIs(body: unknown): body is FormData | URLSearchParams | Uint8Array<ArrayBuffer> {
  return [FormData, URLSearchParams, Uint8Array].some((kind) => body instanceof kind)
}

export async function toAnswer(response: Response): Promise<Answer> {
  const text = await response.text()
  const body: unknown = text ? JSON.parse(text) : null
  const get = (path: string) =>
    path
      .split('.')
      .reduce<unknown>(
        (value, key) =>
          typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
        body,
      )
  return { status: response.status, text, body, get }
}
