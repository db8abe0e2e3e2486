import { threadsOf, TookTooLong } from '#threads/threads.ts'
import { PortraitTextError } from '../file/errors.ts'
import type { PortraitText } from '../text/anatomy.ts'
import { mapPortrait, type MappedPortrait } from './map.ts'
import type * as tasks from './thread.ts'
import { parse } from './thread.ts'

/**
 * Files up to this are read where they are asked for: it takes less than a blink, and less than to send
 * them elsewhere. In bytes; a portrait has ten or twenty thousand.
 */
const small = 16_000
/** How long a file may take, in milliseconds: the largest takes a second or two. */
const patience = 10_000

const threads = threadsOf<typeof tasks>('src/importing/portraits/reading/open-thread.mjs', patience)

/**
 * Takes the bytes of a file apart as a portrait, a large one in a thread of its own.
 *
 * @throws PortraitTextError with the line where it is none, or where it takes too long
 */
export async function readPortrait(bytes: Uint8Array): Promise<PortraitText> {
  const parsed = bytes.length <= small ? parse(bytes) : await inTime(threads.run('parse', bytes))
  if ('portrait' in parsed) return parsed.portrait
  throw new PortraitTextError(parsed.line, parsed.reason)
}

/**
 * Maps a portrait's text to the fields of the CMS, that of a large file in a thread of its own.
 *
 * @param size bytes of the file
 * @throws PortraitTextError where it takes too long
 */
export async function mapRead(
  input: Parameters<typeof mapPortrait>[0],
  size: number,
): Promise<MappedPortrait> {
  return size <= small ? mapPortrait(input) : inTime(threads.run('map', input))
}

async function inTime<Result>(reading: Promise<Result>): Promise<Result> {
  try {
    return await reading
  } catch (error) {
    if (!(error instanceof TookTooLong)) throw error
    throw new PortraitTextError(null, {
      de: 'Die Datei zu lesen dauert zu lange; ein Porträt hat ein, zwei Seiten.',
      en: 'It takes too long to read the file; a portrait has a page or two.',
    })
  }
}
