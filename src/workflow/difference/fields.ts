import type { Risk } from '#model/risk.ts'

/**
 * How a field is compared. `prose` is running text and may change cosmetically; `wording` is short
 * text in which every letter counts; `value` is anything else; a `relation` is compared by its id.
 */
export type FieldShape =
  | { shape: 'prose' | 'wording' | 'richText' | 'value' | 'relation'; risk: Risk }
  | { shape: 'relations'; risk: Risk; isOrdered: boolean }
  | { shape: 'group'; risk: Risk; parts: Parts }
  | { shape: 'rows'; risk: Risk; parts: Parts; matchedBy: readonly RowMatch[] }

/** The parts of a row or group that are compared other than as a `value` with the risk of the whole. */
export type Parts = Readonly<Record<string, FieldShape>>

/**
 * By what a row of one version is found in the other, after its id and its content: rows that agree
 * in all of these parts, or rows whose texts resemble each other.
 */
export type RowMatch = { parts: readonly string[] } | { resemblance: readonly string[] }

const text = { shape: 'wording', risk: 'text' } as const
const prose = { shape: 'prose', risk: 'text' } as const

/** What each field of an editorial document is, and what a change of it touches. */
const fields: Parts = {
  profession: { shape: 'relation', risk: 'facts' },
  region: { shape: 'relation', risk: 'facts' },
  kicker: text,
  headline: prose,
  intro: prose,
  sections: {
    shape: 'rows',
    risk: 'text',
    parts: { heading: prose, body: { shape: 'richText', risk: 'text' } },
    matchedBy: [
      { parts: ['kind', 'heading'] },
      { resemblance: ['heading', 'body'] },
      { parts: ['kind'] },
    ],
  },
  salaryFigures: {
    shape: 'rows',
    risk: 'facts',
    parts: {
      region: { shape: 'relation', risk: 'facts' },
      source: { shape: 'relation', risk: 'facts' },
    },
    matchedBy: [
      { parts: ['kind', 'period', 'region', 'source'] },
      { parts: ['kind', 'period'] },
      { parts: ['kind'] },
    ],
  },
  sources: { shape: 'relations', risk: 'facts', isOrdered: true },
  media: {
    shape: 'rows',
    risk: 'text',
    parts: { file: { shape: 'relation', risk: 'text' }, caption: text },
    matchedBy: [{ parts: ['file'] }, { resemblance: ['caption'] }],
  },
  seo: { shape: 'group', risk: 'text', parts: { title: text, description: text } },
  provenance: { shape: 'group', risk: 'text', parts: {} },
  sites: { shape: 'relations', risk: 'text', isOrdered: false },
}

/** How a field of a document is compared. One that nobody has thought about is a fact. */
export function shapeOfField(name: string): FieldShape {
  return fields[name] ?? { shape: 'value', risk: 'facts' }
}

/** How a part of a row or group is compared. */
export function shapeOfPart(whole: { risk: Risk; parts: Parts }, name: string): FieldShape {
  return whole.parts[name] ?? { shape: 'value', risk: whole.risk }
}
