import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** A finished answer: its bytes, whole and, where they are worth it, compressed. */
export interface Answer {
  contentType: string
  etag: string
  body: Buffer
  gzip: Buffer | null
  brotli: Buffer | null
  lastModified: string | null
  /** What it shows: when one of these changes, it is over. */
  tags: readonly string[]
  /** When it is over by itself, in milliseconds since 1970; Infinity: never. */
  until: number
  /** Whether anybody but the caller may keep it. */
  isShared: boolean
  headers: Readonly<Record<string, string>>
  /** About how many bytes it takes. */
  size: number
}

export type Encoding = 'identity' | 'gzip' | 'br'

const worthCompressing = 1024
const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/** Makes an answer of bytes, compressed here because nobody did it before. */
export async function makeAnswer(options: {
  body: Buffer
  contentType?: string
  tags: readonly string[]
  until?: number
  isShared: boolean
  lastModified?: string | null
  headers?: Readonly<Record<string, string>>
}): Promise<Answer> {
  const { body, tags, isShared } = options
  const isWorthIt = body.length >= worthCompressing
  const [small, smaller] = isWorthIt
    ? await Promise.all([
        compressGzip(body),
        compressBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
      ])
    : [null, null]
  return {
    contentType: options.contentType ?? 'application/json; charset=utf-8',
    etag: createHash('sha256').update(body).digest('base64url').slice(0, 27),
    body,
    gzip: small,
    brotli: smaller,
    lastModified: options.lastModified ?? null,
    tags,
    until: options.until ?? Infinity,
    isShared,
    headers: options.headers ?? {},
    size: sizeOf(body, small, smaller),
  }
}

export function sizeOf(...buffers: readonly (Buffer | null)[]): number {
  return buffers.reduce((sum, buffer) => sum + (buffer?.length ?? 0), 1000)
}

/** The encoding that a caller takes and an answer has: Brotli, gzip, or none. */
export function chooseEncoding(accepted: string | undefined, answer: Answer): Encoding {
  if (accepted === undefined || accepted === '') return 'identity'
  if (answer.brotli && accepts(accepted, 'br')) return 'br'
  if (answer.gzip && accepts(accepted, 'gzip')) return 'gzip'
  return 'identity'
}

function accepts(accepted: string, encoding: string): boolean {
  for (const part of accepted.split(',')) {
    const [name = '', ...parameters] = part.trim().toLowerCase().split(';')
    if (name.trim() !== encoding) continue
    const quality = parameters.map((text) => /^\s*q\s*=\s*([\d.]+)\s*$/.exec(text)?.[1])[0]
    return quality === undefined || Number(quality) > 0
  }
  return false
}

export function bytesOf(answer: Answer, encoding: Encoding): Buffer {
  if (encoding === 'br') return answer.brotli ?? answer.body
  if (encoding === 'gzip') return answer.gzip ?? answer.body
  return answer.body
}

/** The strong entity tag of one encoding of an answer (RFC 9110, 8.8.3). */
export function etagOf(answer: Answer, encoding: Encoding): string {
  return encoding === 'identity' ? `"${answer.etag}"` : `"${answer.etag}-${encoding}"`
}

/** Says whether the caller has this answer already, in whatever encoding (RFC 9110, 13.1). */
export function isUnmodified(
  headers: { 'if-none-match'?: string | undefined; 'if-modified-since'?: string | undefined },
  answer: Answer,
): boolean {
  const match = headers['if-none-match']
  if (match !== undefined) {
    if (match.trim() === '*') return true
    return match
      .split(',')
      .map((tag) => tag.trim().replace(/^W\//, ''))
      .some((tag) => tag.startsWith(`"${answer.etag}`) && /^"[\w-]{27}(?:-br|-gzip)?"$/.test(tag))
  }
  const since = headers['if-modified-since']
  if (since === undefined || answer.lastModified === null) return false
  const moment = Date.parse(since)
  return !Number.isNaN(moment) && Date.parse(answer.lastModified) <= moment
}

/** For how long an answer may be kept: never longer than it is true. */
export function cacheControl(answer: Answer, now = Date.now()): string {
  const left = Math.floor((answer.until - now) / 1000)
  const age = Math.max(0, Math.min(60, left))
  const scope = answer.isShared ? 'public' : 'private'
  if (age < 60) return `${scope}, max-age=${String(age)}, must-revalidate`
  return `${scope}, max-age=60, stale-while-revalidate=600, stale-if-error=86400`
}
