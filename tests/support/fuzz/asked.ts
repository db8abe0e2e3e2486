import { createHash } from 'node:crypto'
import type { Method } from '../http.ts'

/** Who asks the authoring plane. `pending` has signed in by a password, and owes a second factor. */
export const askers = [
  'anonymous',
  'site',
  'author',
  'editor',
  'admin',
  'pending',
  'directory',
] as const
export type Asker = (typeof askers)[number]

/**
 * A request as it is drawn: the same for a seed, whatever is in the database. `~~regions~~` stands for
 * what is there by then (see `Standing.resolve`).
 */
export interface Asked {
  asker: Asker
  method: Method
  /** Below the root of its plane, with the query. */
  address: string
  headers: Readonly<Record<string, string>>
  body: { type: string; text: string } | null
}

/** A number as it is written in JSON, which no number of JavaScript would be written as. */
export function rawNumber(written: string): string {
  return `~~number ${written}~~`
}

/** The text with what stands for something replaced by it. */
export function resolved(text: string, known: ReadonlyMap<string, string>): string {
  return text
    .replace(/"~~number ([^~]*)~~"/g, '$1')
    .replace(/~~([a-z-]+)~~/g, (_, name: string) => known.get(name) ?? nowhere)
}

/** The id of nothing. */
export const nowhere = '00000000-0000-4000-8000-000000000000'

const longestShown = 4000

/** The request as somebody would send it again; of a long body its beginning, its length and its digest. */
export function asCurl(origin: string, { asker, method, address, headers, body }: Asked): string {
  const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`
  const { length } = body?.text ?? ''
  const digest = createHash('sha256')
    .update(body?.text ?? '')
    .digest('hex')
  return [
    `curl -X ${method} ${quoted(`${origin}${address}`)}`,
    ...Object.entries(headers).map(
      ([name, value]) => `-H ${quoted(`${name}: ${shortened(value)}`)}`,
    ),
    ...(body
      ? [
          `-H ${quoted(`Content-Type: ${body.type}`)}`,
          `--data-binary ${quoted(shortened(body.text))}`,
        ]
      : []),
    `# as ${asker}${length > longestShown ? `; the body has ${String(length)} characters, SHA-256 ${digest}` : ''}`,
  ].join(' \\\n  ')
}

function shortened(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
}
