import type { BilingualText } from '#model/text.ts'
import { decodeText } from '../file/decode.ts'
import { PortraitTextError } from '../file/errors.ts'
import { parsePortrait, type PortraitText } from '../text/anatomy.ts'
import { mapPortrait, type MappedPortrait } from './map.ts'

// What a thread of its own does for whoever imports: see read.ts. An error's class does not come through
// between threads, so that what a file lacks is told as data.

export type Parsed = { portrait: PortraitText } | { line: number | null; reason: BilingualText }

/** Takes the text of a file apart. */
export function parse(bytes: Uint8Array): Parsed {
  try {
    const { text } = decodeText(bytes)
    return hasTooManyLines(text) ? tooManyLines : { portrait: parsePortrait(text) }
  } catch (error) {
    if (error instanceof PortraitTextError) return { line: error.line, reason: error.reason }
    throw error
  }
}

/** A text that an editor takes has a fraction of it; what is read has to be sent on, too. */
const mostLines = 10_000

function hasTooManyLines(text: string): boolean {
  let lines = 0
  for (const _ of text.matchAll(/[\n\f\v\u0085\u2028\u2029]/gu)) {
    lines += 1
    if (lines > mostLines) return true
  }
  return false
}

const tooManyLines: Parsed = {
  line: mostLines,
  reason: {
    de: 'Die Datei hat mehr als 10.000 Zeilen; ein Porträt hat ein, zwei Seiten.',
    en: 'The file has more than 10,000 lines; a portrait has a page or two.',
  },
}

/** Maps a portrait's text to the fields of the CMS. */
export function map(input: Parameters<typeof mapPortrait>[0]): MappedPortrait {
  return mapPortrait(input)
}
