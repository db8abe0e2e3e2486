import { createHash } from 'node:crypto'
import { isRecord, relationId } from '#model/documents.ts'

/**
 * How each field that a reader sees, or that a claim rests on, enters the digest. A field of an
 * editorial document stands either here or in `fieldsOutsideDigest`; a test demands it.
 */
const canonicalFields: Readonly<Record<string, (value: unknown) => unknown>> = {
  profession: relationId,
  region: relationId,
  kicker: text,
  headline: text,
  intro: text,
  sections: list((section) => ({
    kind: text(section.kind),
    heading: text(section.heading),
    body: richText(section.body),
  })),
  salaryFigures: list((figure) => ({
    kind: text(figure.kind),
    min: number(figure.min),
    max: number(figure.max),
    median: number(figure.median),
    q25: number(figure.q25),
    q75: number(figure.q75),
    upperHint: number(figure.upperHint),
    period: text(figure.period),
    isPeriodStated: bool(figure.isPeriodStated),
    gross: bool(figure.gross),
    fullTime: bool(figure.fullTime),
    currency: text(figure.currency),
    region: relationId(figure.region),
    source: relationId(figure.source),
    referenceYear: number(figure.referenceYear),
    sampleSize: number(figure.sampleSize),
    censored: bool(figure.censored),
    statedAs: text(figure.statedAs),
  })),
  sources: relations,
  media: list((item) => ({
    file: relationId(item.file),
    caption: text(item.caption),
  })),
  seo: (value) => {
    const seo = isRecord(value) ? value : {}
    return { title: text(seo.title), description: text(seo.description) }
  },
  provenance: (value) => {
    const provenance = isRecord(value) ? value : {}
    return {
      origin: text(provenance.origin),
      tool: text(provenance.tool),
      date: moment(provenance.date),
      responsible: text(provenance.responsible),
    }
  },
  sites: (value) => relations(value).sort(),
}

/** Bookkeeping: fields that no reader sees and no claim rests on. */
export const fieldsOutsideDigest: readonly string[] = [
  'author',
  'digest',
  'importedFrom',
  'updatedAt',
  'createdAt',
  '_status',
]

/** The names of all fields that enter the digest. */
export const fieldsInDigest: readonly string[] = Object.keys(canonicalFields)

/**
 * The SHA-256 (hex) over the canonical form of a document: the fields above, relations as ids,
 * absent, null and empty alike, keys sorted, ids of rows and volatile keys of the editor left out.
 */
export function digestOf(document: Readonly<Record<string, unknown>>): string {
  const canonical = Object.fromEntries(
    Object.entries(canonicalFields).map(([name, normalise]) => [name, normalise(document[name])]),
  )
  return createHash('sha256').update(stringify(canonical)).digest('hex')
}

/** Keys of Lexical nodes that change when an editor opens a text, without a reader seeing it. */
const volatileKeys = new Set([
  'id',
  'version',
  'textFormat',
  'textStyle',
  'detail',
  'mode',
  'value',
])

function richText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(richText)
  if (!isRecord(value)) return value ?? null
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, part]) => !volatileKeys.has(key) && !isDefaultOfEditor(key, part))
      .map(([key, part]) => [key, richText(part)]),
  )
}

function isDefaultOfEditor(key: string, value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === 0) return true
  return key === 'direction' && value === 'ltr'
}

function list(normalise: (row: Record<string, unknown>) => unknown): (value: unknown) => unknown[] {
  return (value) => (Array.isArray(value) ? value.filter(isRecord).map(normalise) : [])
}

function relations(value: unknown): string[] {
  return Array.isArray(value) ? value.flatMap((item: unknown) => relationId(item) ?? []) : []
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}

function bool(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null
}

function moment(value: unknown): string | null {
  if (typeof value !== 'string' && !(value instanceof Date)) return null
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

function stringify(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stringify).join(',')}]`
  if (isRecord(value)) {
    const entries = Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${stringify(value[key])}`)
    return `{${entries.join(',')}}`
  }
  return JSON.stringify(value ?? null)
}
