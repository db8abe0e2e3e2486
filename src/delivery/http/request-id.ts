import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** What an id is: short enough for a line of the log, and for the headers of the answer that repeats it. */
const form = /^[\x21-\x7e]{1,128}$/

/** The id of a request: the one that it brings in `X-Request-Id`, if that is one, else a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const brought = headers['x-request-id']
  return typeof brought === 'string' && form.test(brought) ? brought : randomUUID()
}
