import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { TextUse } from './kinds/texts.ts'
import type { Subject } from './subject.ts'

/** Where words stand that are looked for. */
export interface Place {
  kind: Subject['kind'] | 'entry'
  title: string
  /** What to ask to be erased; null where that is not possible now, or where an entry is changed instead. */
  subject: Subject | null
  /** Of versions that are not emptied: what they are. */
  inUse: TextUse[]
  /** The words with some around them. */
  excerpt: string
}

/** At most so many of a kind are told; what is erased makes room for others. */
export const most = 100

/** Whether a text holds the words. */
export const holds = (text: SQLWrapper, words: string): SQL =>
  sql`strpos(lower(${text}::text), lower(${words}::text)) > 0`

/** The same of a JSON column, where quotation marks and the like are escaped. */
export const holdsJson = (json: SQLWrapper, words: string): SQL => holds(json, inJson(words))

/** Words as they stand within a string of JSON. */
export const inJson = (words: string) => JSON.stringify(words).slice(1, -1)

const around = 60

/** The first place of the words in a text, with some of it around them. */
export function excerptOf(text: string, words: string): string {
  const at = text.toLowerCase().indexOf(words.toLowerCase())
  if (at < 0) return text.slice(0, 2 * around)
  const [from, to] = [Math.max(0, at - around), at + words.length + around]
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`
}

/** The same of a JSON text: of the string in it that holds the words. */
export function excerptOfJson(json: string, words: string): string {
  const at = json.toLowerCase().indexOf(inJson(words).toLowerCase())
  const strings = json.matchAll(/(?<!\\)"(?:[^"\\]|\\.)*"/gu)
  for (const { 0: quoted, index } of strings) {
    if (index > at || index + quoted.length <= at) continue
    const text: unknown = JSON.parse(quoted)
    return typeof text === 'string' ? excerptOf(text, words) : quoted
  }
  return excerptOf(json, words)
}
