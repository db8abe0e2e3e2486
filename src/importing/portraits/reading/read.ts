import path from 'node:path'
import { Piscina } from 'piscina'
import { PortraitTextError } from '../file/errors.ts'
import type { PortraitText } from '../text/anatomy.ts'
import { mapPortrait, type MappedPortrait } from './map.ts'
import { parse, type Parsed } from './thread.ts'

/**
 * Files up to this are read where they are asked for: it takes less than a blink, and less than to send
 * them elsewhere. In bytes; a portrait has ten or twenty thousand.
 */
const small = 16_000
/** How long a file may take, in milliseconds: the largest takes a second or two. */
const patience = 10_000

const maxThreads = 2

let pool: Piscina | undefined
let running = 0
const waiting: (() => void)[] = []

/** Two threads, so that somebody's slow file is not everybody's; they end when nobody needs them for a minute. */
function threads(): Piscina {
  pool ??= new Piscina({
    filename: path.resolve('src/importing/portraits/reading/open-thread.mjs'),
    minThreads: 0,
    maxThreads,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  return pool
}

/**
 * Takes the bytes of a file apart as a portrait, a large one in a thread of its own.
 *
 * @throws PortraitTextError with the line where it is none, or where it takes too long
 */
export async function readPortrait(bytes: Uint8Array): Promise<PortraitText> {
  const parsed = bytes.length <= small ? parse(bytes) : await inThread<Parsed>('parse', bytes)
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
  return size <= small ? mapPortrait(input) : inThread<MappedPortrait>('map', input)
}

async function inThread<Result>(name: 'parse' | 'map', input: unknown): Promise<Result> {
  // The time of a file begins when it has a thread.
  if (running >= maxThreads) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  const signal = AbortSignal.timeout(patience)
  try {
    return (await threads().run(input, { name, signal })) as Result
  } catch (error) {
    if (!signal.aborted) throw error
    throw new PortraitTextError(null, {
      de: 'Die Datei zu lesen dauert zu lange; ein Porträt hat ein, zwei Seiten.',
      en: 'It takes too long to read the file; a portrait has a page or two.',
    })
  } finally {
    // Its place goes to whoever has waited longest.
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
