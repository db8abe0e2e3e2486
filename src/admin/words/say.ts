import { knownLanguage, type Language } from '#model/text.ts'
import type { Word } from './index.ts'
import type { WordValues } from './words.ts'

/** Says a word in the reader's language, with its values put in. */
export type Say = (word: Word, values?: WordValues) => string

/** The part of Payload's i18n that words need; it is there on the server and in the browser. */
export interface Translating {
  language: string
  t: unknown
}

/** Says words with Payload's i18n: `sayWith(req.i18n)` on the server, `useWords()` in the browser. */
export function sayWith({ t }: Translating): Say {
  // Payload types its own keys only; ours are typed here.
  const translate = t as (key: string, values?: WordValues) => string
  return (word, values) => translate(word, values)
}

/** The language of the admin for somebody; whoever reads none of ours reads English. */
export function languageOf({ language }: Pick<Translating, 'language'>): Language {
  return knownLanguage(language)
}
