import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Portrait } from './shapes.ts'

/** A prerendered answer: its bytes, whole and compressed, and what tells it from any other. */
export interface Body {
  etag: string
  body: string
  gzip: Buffer
  brotli: Buffer
}

/** Makes the bytes of a portrait, once, so that no request has to. */
export function bodyOf(portrait: Portrait): Body {
  const plain = plainBodyOf(portrait)
  const bytes = Buffer.from(plain.body)
  return {
    ...plain,
    gzip: gzipSync(bytes, { level: 9 }),
    brotli: brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 6,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  }
}

/** The same without what is compressed. */
export function plainBodyOf(portrait: Portrait): Pick<Body, 'etag' | 'body'> {
  const body = JSON.stringify(portrait)
  return { etag: etagOf(body), body }
}

export function etagOf(body: string): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 27)
}
