import { isRecord } from '#model/documents.ts'
import type { Risk } from '#model/risk.ts'
import { plainTextOf } from '#quality/rich-text.ts'
import { canonicalFormOf, fieldsInDigest, isSameForm } from '../digest.ts'
import { gravest, mostTypos, riskOfWords } from './risk.ts'
import { matchRows, type Row } from './rows.ts'
import { diffWords, type WordChange } from './words.ts'

/** One difference between two texts of a document. */
export interface Change {
  /** Where it stands: in the later text, or in the earlier one if it was removed from there. */
  path: string
  /** The field of the document. */
  field: string
  kind: 'added' | 'removed' | 'changed' | 'moved'
  risk: Risk
  before: unknown
  after: unknown
  /** The change word by word, where it is one of running text. */
  words?: WordChange[]
  /** The section that it belongs to. */
  section?: { kind: string | null; heading: string | null }
}

export interface Difference {
  changes: Change[]
  /** The gravest of all; null where nothing has changed. */
  risk: Risk | null
}

/** A change before it is known how many misspellings the whole document mends. */
type Draft = Change & { typos?: number }

type Values = Readonly<Record<string, unknown>>

/** Fields whose change is one of facts; every other one is judged by its words, or is text. */
const factFields = new Set(['profession', 'region', 'salaryFigures', 'sources'])

/** Fields that are running text. */
const textFields = new Set([
  'kicker',
  'headline',
  'intro',
  'heading',
  'caption',
  'title',
  'description',
])

/** What is looked at within a row, and what tells one row from another. */
const lists: Readonly<
  Record<string, { key: (row: Values) => unknown[]; likeness: (row: Values) => unknown[] }>
> = {
  sections: { key: (row) => [row.kind, row.heading], likeness: (row) => [row.kind] },
  salaryFigures: { key: (row) => [row.kind, row.region], likeness: () => [] },
  media: { key: (row) => [row.file], likeness: (row) => [row.file] },
}

/**
 * Everything that differs between two texts of a document, and what it puts at risk. Two texts differ
 * here exactly when their digests do.
 *
 * @param before the earlier text, relations as ids or populated; null: there was none
 */
export function compareTexts(before: Values | null, after: Values): Difference {
  const from = before ?? {}
  const forms = { from: canonicalFormOf(from), to: canonicalFormOf(after) }
  const drafts = fieldsInDigest.flatMap((field): Draft[] => {
    const [a, b] = [forms.from[field], forms.to[field]]
    if (isSameForm(a, b)) return []
    if (field in lists) return compareRows(field, rowsOf(from[field], a), rowsOf(after[field], b))
    if (isRecord(a) && isRecord(b)) return compareValues({ field, prefix: field, a, b })
    return [compareValue({ field, name: field, path: field, a, b })]
  })
  const typos = drafts.reduce((sum, draft) => sum + (draft.typos ?? 0), 0)
  const changes = drafts.map(({ typos: mended = 0, ...change }): Change => {
    const isTooMuch = change.risk === 'cosmetic' && mended > 0 && typos > mostTypos
    return isTooMuch ? { ...change, risk: 'text' } : change
  })
  return { changes, risk: gravest(changes.map(({ risk }) => risk)) ?? null }
}

/** A row with its canonical form and the value it was made of. */
interface FormedRow extends Row {
  values: Values
}

function rowsOf(raw: unknown, form: unknown): { raw: Values; values: Values }[] {
  const rows = Array.isArray(raw) ? raw.filter(isRecord) : []
  const forms = Array.isArray(form) ? form.filter(isRecord) : []
  return forms.map((values, index) => ({ raw: rows[index] ?? {}, values }))
}

function compareRows(
  field: string,
  before: { raw: Values; values: Values }[],
  after: { raw: Values; values: Values }[],
): Draft[] {
  const toRow = ({ raw, values }: { raw: Values; values: Values }, index: number): FormedRow => ({
    index,
    id: typeof raw.id === 'string' ? raw.id : null,
    form: JSON.stringify(values),
    key: JSON.stringify(lists[field]?.key(values)),
    likeness: JSON.stringify(lists[field]?.likeness(values)),
    values,
  })
  const match = matchRows(before.map(toRow), after.map(toRow))
  return [
    ...match.removed.map((row) => wholeRow(field, 'removed', row)),
    ...match.added.map((row) => wholeRow(field, 'added', row)),
    ...match.pairs.flatMap((pair): Draft[] => {
      const path = `${field}.${String(pair.after.index)}`
      const section = sectionOf(field, pair.after.values)
      const moved: Draft[] = pair.isMoved
        ? [
            {
              path,
              field,
              kind: 'moved',
              risk: 'text',
              before: pair.before.index,
              after: pair.after.index,
              ...section,
            },
          ]
        : []
      const [a, b] = [pair.before.values, pair.after.values]
      return [...moved, ...compareValues({ field, prefix: path, a, b, section })]
    }),
  ]
}

function wholeRow(field: string, kind: 'added' | 'removed', row: FormedRow): Draft {
  const text = readable(row.values)
  const words = diffWords(kind === 'added' ? '' : text, kind === 'added' ? text : '')
  const isFact = factFields.has(field) || riskOfWords(words).risk === 'facts'
  return {
    path: `${field}.${String(row.index)}`,
    field,
    kind,
    risk: isFact ? 'facts' : 'text',
    before: kind === 'removed' ? row.values : null,
    after: kind === 'added' ? row.values : null,
    ...(field === 'sections' ? { words } : {}),
    ...sectionOf(field, row.values),
  }
}

function compareValues(options: {
  field: string
  prefix: string
  a: Values
  b: Values
  section?: Pick<Change, 'section'> | undefined
}): Draft[] {
  const { field, prefix, a, b, section } = options
  return Object.keys(b)
    .filter((name) => !isSameForm(a[name], b[name]))
    .map((name) => ({
      ...compareValue({ field, name, path: `${prefix}.${name}`, a: a[name], b: b[name] }),
      ...section,
    }))
}

function compareValue(options: {
  field: string
  name: string
  path: string
  a: unknown
  b: unknown
}): Draft {
  const { field, name, path, a, b } = options
  const isBody = name === 'body'
  const change = {
    path,
    field,
    kind: isEmpty(a) ? 'added' : isEmpty(b) ? 'removed' : 'changed',
    before: isBody ? plainTextOf(a) : a,
    after: isBody ? plainTextOf(b) : b,
  } as const
  if (factFields.has(field)) return { ...change, risk: 'facts' }
  if (!isBody && !textFields.has(name)) return { ...change, risk: 'text' }
  const words = diffWords(textOf(change.before), textOf(change.after))
  const { risk, typos } = riskOfWords(words)
  // What is formatted, or linked, otherwise is more than a matter of typing.
  const isReshaped =
    isBody && (change.before === change.after || !isSameForm(shapeOf(a), shapeOf(b)))
  return { ...change, words, typos, risk: isReshaped && risk === 'cosmetic' ? 'text' : risk }
}

/** A rich text without its words: its blocks, formats and links. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'text')
      .map(([key, part]) => [key, shapeOf(part)]),
  )
}

function sectionOf(field: string, values: Values): Pick<Change, 'section'> {
  if (field !== 'sections') return {}
  const { kind, heading } = values
  return {
    section: {
      kind: typeof kind === 'string' ? kind : null,
      heading: typeof heading === 'string' ? heading : null,
    },
  }
}

function readable(values: Values): string {
  return [textOf(values.heading), plainTextOf(values.body), textOf(values.caption)]
    .filter((text) => text !== '')
    .join('\n')
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isEmpty(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0)
}
