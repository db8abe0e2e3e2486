import { sectionKinds, type SectionKind } from '#model/section-kinds.ts'
import { rowsOf, type PlainDocument } from './reading/document.ts'
import type { Sentence } from './german/sentences.ts'
import type { Prose } from './reading/prose.ts'
import type { Readability } from './reading/readability.ts'

/** What can be counted of a text. */
export interface Measures {
  /** Words of the introduction and of all sections. */
  words: number
  /** Whole minutes, at least 1 where there is any text. */
  readingMinutes: number
  readability: Readability | null
  /** One entry a section, in its order; `path` is that of its row. */
  sections: { path: string; kind: SectionKind | null; words: number }[]
}

/**
 * Words a minute that an adult reads silently. For English non-fiction it is 238 on average, and most
 * adults read 175 to 300 (M. Brysbaert: How many words do we read per minute? Journal of Memory and
 * Language 109, 2019, over 190 studies). German says the same in fewer and longer words: hence 200.
 */
export const wordsPerMinute = 200

/** Counts words, sentences and minutes of a document, and says how hard it is to read. */
export function measure(document: PlainDocument, { passages, readability }: Prose): Measures {
  const counted = passages.map(({ path, sentences }) => ({ path, words: countWords(sentences) }))
  const words = counted.reduce((total, passage) => total + passage.words, 0)
  return {
    words,
    readingMinutes: words === 0 ? 0 : Math.max(1, Math.round(words / wordsPerMinute)),
    readability,
    sections: rowsOf(document.sections).map((row, index) => {
      const path = `sections.${String(index)}`
      return {
        path,
        kind: sectionKinds.find((kind) => kind === row.kind) ?? null,
        words: counted.find((passage) => passage.path === `${path}.body`)?.words ?? 0,
      }
    }),
  }
}

function countWords(sentences: readonly Sentence[]): number {
  return sentences.reduce((total, { words }) => total + words.length, 0)
}
