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
      const answer = await delivery.get(path, headersOf(caller))
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
