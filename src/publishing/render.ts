import { isRecord, relationId } from '#model/documents.ts'
import { plainTextOf } from '#model/plain-text.ts'
import { salaryKinds, salaryPeriods } from '#model/salary.ts'
import { sectionKinds } from '#model/section-kinds.ts'
import { htmlOf } from '#read-model/rich-text/html.ts'
import { markdownOf } from '#read-model/rich-text/markdown.ts'
import type { DeliveredText, Picture, Receipt, SalaryFigure, Source } from '#read-model/shapes.ts'
import {
  boolOrNull,
  momentOrNull,
  numberOrNull,
  record,
  records,
  text,
  textOrNull,
} from '#read-model/values.ts'

/** The entries that a text refers to, by id. */
export interface Referred {
  sources: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  media: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  /** Names of the regions that salary figures speak of. */
  regions: ReadonlyMap<string, string>
}

/**
 * What sites see of a text: the live copy at depth 0, with the entries that it refers to. Nothing that
 * is not named here leaves the house.
 */
export function renderText(
  document: Readonly<Record<string, unknown>>,
  referred: Referred,
  receipt: Receipt,
): DeliveredText {
  const seo = record(document.seo)
  return {
    kicker: textOrNull(document.kicker),
    headline: text(document.headline),
    intro: text(document.intro),
    sections: records(document.sections).flatMap(renderSection),
    salaryFigures: records(document.salaryFigures).flatMap((row) => renderFigure(row, referred)),
    sources: relationIds(document.sources).flatMap((id) => renderSource(id, referred)),
    media: records(document.media).flatMap((row) => renderPicture(row, referred)),
    seo: { title: textOrNull(seo.title), description: textOrNull(seo.description) },
    provenance: renderProvenance(record(document.provenance)),
    receipt,
  }
}

/** The ids of a relation to many. */
export function relationIds(value: unknown): string[] {
  return Array.isArray(value) ? value.flatMap((item: unknown) => relationId(item) ?? []) : []
}

/** The ids of all entries that a text refers to. */
export function referredIds(document: Readonly<Record<string, unknown>>): {
  sources: string[]
  media: string[]
  regions: string[]
} {
  const figures = records(document.salaryFigures)
  const unique = (ids: readonly string[]) => [...new Set(ids)].sort()
  return {
    sources: unique([
      ...relationIds(document.sources),
      ...figures.flatMap(({ source }) => relationId(source) ?? []),
    ]),
    media: unique(records(document.media).flatMap(({ file }) => relationId(file) ?? [])),
    regions: unique(figures.flatMap(({ region }) => relationId(region) ?? [])),
  }
}

function renderSection(row: Record<string, unknown>): DeliveredText['sections'] {
  const kind = sectionKinds.find((name) => name === row.kind)
  if (kind === undefined) return []
  const body = isRecord(row.body) ? row.body : {}
  return [
    {
      kind,
      heading: textOrNull(row.heading),
      html: htmlOf(body),
      markdown: markdownOf(body),
      text: plainTextOf(body),
      lexical: body,
    },
  ]
}

function renderFigure(row: Record<string, unknown>, referred: Referred): SalaryFigure[] {
  const kind = salaryKinds.find((name) => name === row.kind)
  const period = salaryPeriods.find((name) => name === row.period)
  if (kind === undefined || period === undefined) return []
  const source = relationId(row.source)
  const region = relationId(row.region)
  return [
    {
      kind,
      period,
      currency: textOrNull(row.currency) ?? 'EUR',
      min: numberOrNull(row.min),
      q25: numberOrNull(row.q25),
      median: numberOrNull(row.median),
      q75: numberOrNull(row.q75),
      max: numberOrNull(row.max),
      upperHint: numberOrNull(row.upperHint),
      gross: boolOrNull(row.gross),
      fullTime: boolOrNull(row.fullTime),
      censored: boolOrNull(row.censored),
      isPeriodStated: boolOrNull(row.isPeriodStated),
      region: region === null ? null : (referred.regions.get(region) ?? null),
      source: source === null ? null : (renderSource(source, referred)[0] ?? null),
      referenceYear: numberOrNull(row.referenceYear),
      sampleSize: numberOrNull(row.sampleSize),
      statedAs: textOrNull(row.statedAs),
    },
  ]
}

function renderSource(id: string, { sources }: Referred): Source[] {
  const entry = sources.get(id)
  if (!entry) return []
  return [
    {
      id,
      name: text(entry.name),
      publisher: textOrNull(entry.publisher),
      url: textOrNull(entry.url),
      kind: textOrNull(entry.kind) ?? 'sonstige',
    },
  ]
}

function renderPicture(row: Record<string, unknown>, { media }: Referred): Picture[] {
  const id = relationId(row.file)
  const entry = id === null ? undefined : media.get(id)
  if (id === null || !entry) return []
  return [
    {
      id,
      url: textOrNull(entry.url),
      alt: text(entry.alt),
      caption: textOrNull(row.caption),
      credit: textOrNull(entry.credit),
      mimeType: textOrNull(entry.mimeType),
      width: numberOrNull(entry.width),
      height: numberOrNull(entry.height),
    },
  ]
}

const origins = ['human', 'ai-assisted', 'ai-generated'] as const

function renderProvenance(value: Record<string, unknown>): DeliveredText['provenance'] {
  return {
    origin: origins.find((name) => name === value.origin) ?? null,
    tool: textOrNull(value.tool),
    date: momentOrNull(value.date),
    responsible: textOrNull(value.responsible),
  }
}
