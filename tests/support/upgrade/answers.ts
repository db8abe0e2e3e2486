import { setTimeout as wait } from 'node:timers/promises'
import { berlinDay } from '#model/berlin-time.ts'
import { isRecord } from '#model/documents.ts'
import { completeText } from '#portrait/delivered.ts'
import type { Delivery } from '../delivery.ts'
import { fixtureSiteKey, type SavedAnswer } from './fixture.ts'

const formats = ['html', 'markdown', 'text', 'lexical'] as const
const callers = ['everyone', 'site'] as const

const lists = [
  '/v1/portraits?limit=100',
  '/v1/changes?limit=1000',
  '/v1/professions?limit=100',
  '/v1/regions?limit=100',
  '/v1/jobs?limit=100',
  '/v1/search?q=Pflege',
  '/v1/search?q=Schichtdienst',
]

/** Asks what sites ask: the lists, the feed, and every portrait in every format, with and without a key. */
export async function askAsSites(delivery: Delivery): Promise<SavedAnswer[]> {
  const answers: SavedAnswer[] = []
  for (const caller of callers) {
    const ask = async (path: string) => {
      let answer = await delivery.get(path, headersOf(caller))
      // A busy machine sends people away for a moment, who come back.
      for (let again = 0; answer.status === 503 && again < 20; again += 1) {
        await wait(500)
        answer = await delivery.get(path, headersOf(caller))
      }
      const { status, headers, text } = answer
      answers.push({ path, caller, status, etag: headers.get('etag'), body: text })
      return answer
    }
    for (const path of lists) await ask(path)
    const listed = (await delivery.get('/v1/portraits?limit=100', headersOf(caller))).get('items')
    for (const address of addressesIn(listed)) {
      for (const format of formats) await ask(`${address}?format=${format}`)
    }
  }
  return answers
}

function headersOf(caller: SavedAnswer['caller']): Record<string, string> {
  return caller === 'site' ? { authorization: `Bearer ${fixtureSiteKey}` } : {}
}

/** The addresses of the portraits in a list. */
function addressesIn(items: unknown): string[] {
  if (!Array.isArray(items)) throw new Error('The list of portraits has no items.')
  return items.map((item: unknown) => {
    const href: unknown =
      typeof item === 'object' && item !== null ? Reflect.get(item, 'href') : undefined
    if (typeof href !== 'string') throw new Error('A portrait in the list has no address.')
    return href
  })
}

/**
 * An answer without the fields that texts have got since it was saved, as long as they are empty in it:
 * beside them everything is to be what it was.
 */
export function withoutLaterFields(saved: SavedAnswer, now: SavedAnswer): SavedAnswer {
  if (now.body === saved.body) return now
  const body = JSON.stringify(reduced(JSON.parse(saved.body), JSON.parse(now.body)))
  // The bytes are others, and so is what tells them apart.
  return { ...now, body, etag: saved.etag === null ? now.etag : saved.etag }
}

function reduced(saved: unknown, now: unknown): unknown {
  if (typeof saved === 'string' && typeof now === 'string' && isDayOf(saved, now)) return saved
  if (Array.isArray(saved) && Array.isArray(now)) {
    return now.map((item: unknown, index) => reduced(saved[index], item))
  }
  if (!isRecord(saved) || !isRecord(now)) return now
  return Object.fromEntries(
    Object.entries(now)
      .filter(([name, value]) => name in saved || !isEmptyLater(name, value))
      .map(([name, value]) => [name, reduced(saved[name], value)]),
  )
}

/** Whether a moment is told by its day in Berlin now. */
function isDayOf(moment: string, day: string): boolean {
  return /^\d{4}-\d\d-\d\dT/.test(moment) && berlinDay(new Date(moment)) === day
}

/** Says whether a value is what an absent one of a delivered field renders as. */
function isEmptyLater(name: string, value: unknown): boolean {
  // What a receipt says since then is absent in the same way.
  const nothing: Readonly<Record<string, unknown>> = {
    ...completeText({}),
    signOffs: [],
    person: null,
    reference: null,
    log: null,
  }
  return name in nothing && JSON.stringify(nothing[name]) === JSON.stringify(value)
}
