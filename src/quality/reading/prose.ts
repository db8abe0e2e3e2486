import { isFilled, rowsOf, type PlainDocument } from './document.ts'
import { sentencesOf, type Sentence } from '../german/sentences.ts'
import { findReadability, type Readability } from './readability.ts'
import { paragraphsOf, type Paragraph } from './rich-text.ts'

/** The running prose of one field. */
interface Passage {
  /** Path of the field, as in `sections.2.body`. */
  path: string
  paragraphs: Paragraph[]
  sentences: Sentence[]
}

/** All running prose of a document, taken apart once for every check. */
export interface Prose {
  passages: Passage[]
  readability: Readability | null
}

/** Reads the introduction and the sections, in the order of the page; fields without text are left out. */
export function readProse(document: PlainDocument): Prose {
  const intro = isFilled(document.intro) ? document.intro.split('\n') : []
  const passages = [
    toPassage(
      'intro',
      intro.map((text) => ({ text, hasLink: false })),
    ),
    ...rowsOf(document.sections).map(({ body }, index) =>
      toPassage(`sections.${String(index)}.body`, paragraphsOf(body)),
    ),
  ].filter(({ paragraphs }) => paragraphs.length > 0)
  return { passages, readability: findReadability(passages.flatMap(({ sentences }) => sentences)) }
}

function toPassage(path: string, all: readonly Paragraph[]): Passage {
  const paragraphs = all.filter(({ text }) => text.trim() !== '')
  return { path, paragraphs, sentences: paragraphs.flatMap(({ text }) => sentencesOf(text)) }
}
