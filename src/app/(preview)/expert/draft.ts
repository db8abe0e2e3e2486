import type { expertWords } from '#admin/words/expert.ts'
import { isRecord } from '#model/documents.ts'
import { findHits } from '#portrait/passages.ts'
import type { ExpertAnswer } from '#review/experts/review.ts'

/** A comment on words of the text. What stood around them is known where they were marked. */
export interface PassageDraft {
  id: string
  quote: string
  body: string
  prefix?: string
  suffix?: string
}

/** An answer that is being written. */
export interface Draft {
  name: string
  opinion: ExpertAnswer['opinion'] | null
  comment: string
  passages: readonly PassageDraft[]
}

/** What is wrong with a part of a draft: the id of its field, and the word that says it. */
export interface Fault {
  field: string
  word: keyof typeof expertWords
}

export const emptyDraft: Draft = { name: '', opinion: null, comment: '', passages: [] }

/** How many passages an answer may speak of. */
export const mostPassages = 100

/** The ids of a passage's fields. */
export function fieldsOf({ id }: Pick<PassageDraft, 'id'>): { quote: string; body: string } {
  return { quote: `quote-${id}`, body: `body-${id}` }
}

/** What is missing or wrong, in the order of the form. A quote stands in one of the texts. */
export function faultsOf(draft: Draft, texts: readonly string[]): Fault[] {
  const { name, opinion } = draft
  const faults: Fault[] = []
  if (name.trim() === '') faults.push({ field: 'name', word: 'nameMissing' })
  if (opinion === null) faults.push({ field: 'opinion', word: 'opinionMissing' })
  for (const passage of draft.passages.filter(isBegun)) {
    const { quote, body } = fieldsOf(passage)
    if (passage.quote.trim() === '') faults.push({ field: quote, word: 'quoteMissing' })
    else if (!isQuoted(passage.quote, texts)) faults.push({ field: quote, word: 'quoteNotFound' })
    if (passage.body.trim() === '') faults.push({ field: body, word: 'bodyMissing' })
  }
  return faults
}

/** A draft without faults as the API takes it; a passage that was never begun is left out. */
export function answerOf(draft: Draft): Omit<ExpertAnswer, 'opinion'> & Pick<Draft, 'opinion'> {
  const { name, opinion, comment, passages } = draft
  return {
    name: name.trim(),
    opinion,
    ...(comment.trim() === '' ? {} : { comment: comment.trim() }),
    comments: passages.filter(isBegun).map(({ quote, body, prefix, suffix }) => ({
      body: body.trim(),
      on: {
        quote: quote.trim(),
        ...(prefix === undefined ? {} : { prefix }),
        ...(suffix === undefined ? {} : { suffix }),
      },
    })),
  }
}

/** A draft out of what a browser has kept; undefined where that is none. */
export function readDraft(kept: string | null): Draft | undefined {
  const value = parse(kept)
  if (!isRecord(value) || typeof value.name !== 'string' || typeof value.comment !== 'string') {
    return undefined
  }
  const { name, comment, opinion } = value
  return {
    name,
    comment,
    opinion: opinion === 'agree' || opinion === 'object' ? opinion : null,
    passages: (Array.isArray(value.passages) ? value.passages : []).filter(isPassage),
  }
}

function isBegun({ quote, body }: PassageDraft): boolean {
  return quote.trim() !== '' || body.trim() !== ''
}

function isQuoted(quote: string, texts: readonly string[]): boolean {
  return texts.some((text) => findHits(text, { quote, prefix: '', suffix: '' }).length > 0)
}

function isPassage(value: unknown): value is PassageDraft {
  if (!isRecord(value)) return false
  const { id, quote, body, prefix = '', suffix = '' } = value
  return [id, quote, body, prefix, suffix].every((part) => typeof part === 'string')
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    // Whoever wrote that, it was not this page.
    return null
  }
}
