import type { BilingualText } from '#model/text.ts'
import { decodeText } from '../file/decode.ts'
import { PortraitTextError } from '../file/errors.ts'
import { parsePortrait, type PortraitText } from '../text/anatomy.ts'
import { mapPortrait, type MappedPortrait } from '../writing/map.ts'

// What a thread of its own does for whoever imports: see read.ts. An error's class does not come through
// between threads, so that what a file lacks is told as data.

export type Parsed = { portrait: PortraitText } | { line: number | null; reason: BilingualText }

/** Takes the text of a file apart. */
export function parse(bytes: Uint8Array): Parsed {
  try {
    return { portrait: parsePortrait(decodeText(bytes).text) }
  } catch (error) {
    if (error instanceof PortraitTextError) return { line: error.line, reason: error.reason }
    throw error
  }
}

/** Maps a portrait's text to the fields of the CMS. */
export function map(input: Parameters<typeof mapPortrait>[0]): MappedPortrait {
  return mapPortrait(input)
}
