import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'identity' | 'gzip' | 'br'

/** A finished answer in one encoding. */
export interface Answer {
  contentType: string
  /** The same for every encoding of one content. */
  etag: string
  encoding: Encoding
  body: Buffer
  lastModified: string | null
  /** What it shows: when one of these changes, it is over. */
  tags: readonly string[]
  /** When it is over by itself, in milliseconds since 1970; Infinity: never. */
  until: number
  /** Whether anybody but the caller may keep it. */
  isShared: boolean
  /** Whether its form depends on what the caller accepts. */
  isNegotiated?: boolean
  /** Names and values of its headers, one after the other, from the first time that it is sent. */
  headers?: readonly string[]
}

const worthCompressing = 1024
const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/** Makes an answer of bytes, compressed here because nobody did it before. */
export async function makeAnswer(options: {
  body: Buffer
  wanted: Encoding
  contentType?: string
  tags: readonly string[]
  until?: number
  isShared: boolean
  isNegotiated?: boolean
  lastModified?: string | null
}): Promise<Answer> {
  const { body, tags, isShared } = options
  const encoding = body.length >= worthCompressing ? options.wanted : 'identity'
  return {
    contentType: options.contentType ?? 'application/json; charset=utf-8',
    etag: createHash('sha256').update(body).digest('base64url').slice(0, 27),
    encoding,
    body: await compress(body, encoding),
    lastModified: options.lastModified ?? null,
    tags,
    until: options.until ?? Infinity,
    isShared,
    isNegotiated: options.isNegotiated ?? false,
  }
}

async function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  switch (encoding) {
    case 'br':
      return compressBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
    case 'gzip':
      return compressGzip(body)
    case 'identity':
      return body
  }
}

/** The best encoding that a caller takes: Brotli, gzip, or none. */
export function chooseEncoding(header: string | string[] | undefined): Encoding {
  const accepted = Array.isArray(header) ? header.join(',') : header
  if (accepted === undefined || accepted === '') return 'identity'
  if (accepts(accepted, 'br')) return 'br'
  if (accepts(accepted, 'gzip')) return 'gzip'
  return 'identity'
}

function accepts(accepted: string, encoding: string): boolean {
  let isOtherwiseAccepted = false
  for (const part of accepted.split(',')) {
    const [name = '', ...parameters] = part.trim().toLowerCase().split(';')
    const quality = parameters.map((text) => /^\s*q\s*=\s*([\d.]+)\s*$/.exec(text)?.[1])[0]
    const isAccepted = quality === undefined || Number(quality) > 0
    if (name.trim() === encoding) return isAccepted
    if (name.trim() === '*') isOtherwiseAccepted = isAccepted
  }
  return isOtherwiseAccepted
}

/** The strong entity tag of one encoding of an answer (RFC 9110, 8.8.3). */
export function etagOf({ etag, encoding }: Answer): string {
  return encoding === 'identity' ? `"${etag}"` : `"${etag}-${encoding}"`
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
  const left = Math.max(0, Math.floor((answer.until - now) / 1000))
  const age = Math.min(60, left)
  const beyond = (most: number): string => String(Math.min(most, left - age))
  const scope = answer.isShared ? 'public' : 'private'
  if (left <= 60) return `${scope}, max-age=${String(age)}, must-revalidate`
  return `${scope}, max-age=60, stale-while-revalidate=${beyond(600)}, stale-if-error=${beyond(86_400)}`
}
