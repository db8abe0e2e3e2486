import { isRecord } from '#model/documents.ts'

/** The headers by which Payload takes a POST for a GET that brings what it asks in its body. */
const overrides = ['x-payload-http-method-override', 'x-http-method-override']
/** What Payload puts into the address, as it is. */
const inAddress = ['locale', 'fallbackLocale']

/** Whether a POST stands for a GET. */
export function isQuestion({ headers }: Pick<Request, 'headers'>): boolean {
  return overrides.some((name) => headers.get(name) === 'GET')
}

/**
 * Whether a body is a question that Payload would stumble over: it parses the JSON of a POST that stands for a GET
 * before anything catches what that throws, and takes its languages for words.
 *
 * @param bytes the body
 */
export function isUnreadableQuestion({ method, headers }: Request, bytes: Uint8Array): boolean {
  const isJson = headers.get('content-type') === 'application/json'
  if (method !== 'POST' || !isJson) return false
  if (!isQuestion({ headers })) return false
  try {
    const question: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return !isRecord(question) || inAddress.some((key) => !isWord(question[key]))
  } catch {
    return true
  }
}

function isWord(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string'
}
