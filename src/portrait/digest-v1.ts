import { createHash } from 'node:crypto'
import { isRecord, relationId } from '#model/documents.ts'
import { canonicalState } from '#rich-text/canonical.ts'
import { spell } from './canonical.ts'
import type { Canonical } from './kinds/field.ts'

// Version 1 of the digest, with the fields of its time. Texts are on record under it: nothing here
// changes any more, and golden digests in the tests hold it.

/** How each field of version 1 entered the digest. */
const canonicalFields: Readonly<Record<string, (value: unknown) => unknown>> = {
  profession: relationId,
  region: relationId,
  kicker: text,
  headline: text,
  intro: text,
  sections: list((section) => ({
    kind: text(section.kind),
    heading: text(section.heading),
    body: canonicalState(section.body),
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

/** The fields of version 1 and, of rows and groups, their parts. null: the field has no parts. */
const partsOfVersion1: Readonly<Record<string, readonly string[] | null>> = Object.fromEntries(
  Object.entries(canonicalFields).map(([name, normalise]) => {
    const ofRow = normalise([{}])
    const row: unknown = Array.isArray(ofRow) ? ofRow[0] : normalise({})
    return [name, isRecord(row) ? Object.keys(row) : null]
  }),
)

/**
 * Says whether version 1 covers a text, by its canonical form of today: it knows the fields and parts of
 * its time, and with any other filled a digest of it would stand for less than the text.
 */
export function isCoveredByVersion1(form: Readonly<Record<string, Canonical>>): boolean {
  return Object.entries(form).every(([name, value]) => {
    const parts = partsOfVersion1[name]
    if (parts === undefined) return false
    if (parts === null) return true
    const wholes: readonly unknown[] = Array.isArray(value) ? value : [value]
    return wholes
      .filter(isRecord)
      .every((whole) => Object.keys(whole).every((part) => parts.includes(part)))
  })
}

/**
 * The SHA-256 (hex) over the fields above, relations as ids, absent, null and empty alike, keys
 * sorted, ids of rows and volatile keys of the editor left out.
 */
export function digestVersion1Of(document: Readonly<Record<string, unknown>>): string {
  const canonical = Object.fromEntries(
    Object.entries(canonicalFields).map(([name, normalise]) => [name, normalise(document[name])]),
  )
  return createHash('sha256').update(spell(canonical)).digest('hex')
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
