import { Type, type TArray, type TSchema } from '@sinclair/typebox'
import type { ArrayField, Field, GroupField } from 'payload'
import type { BilingualText } from '#model/text.ts'
import type { FormKit, Kind, Parts, RowMatch } from './field.ts'
import { recordIn, rowsIn } from './values.ts'
import {
  canonicalParts,
  completeParts,
  formsOf,
  partsIn,
  partsInWords,
  presenterOf,
  presenterOfAll,
  renderParts,
  shapesOf,
  textsOfParts,
  type PartsShape,
} from './parts.ts'
import { nothingReferred } from './relations.ts'

// Values that are made of others: a group of parts, a list of rows.

interface GroupOptions {
  /** Name of the shape in OpenAPI and GraphQL; null: it is described where it stands. */
  shape: string | null
  /** What the form says below the label. */
  description?: BilingualText
}

/** Some parts under one name. */
export function group<const P extends Parts>(
  parts: P,
  { shape, description }: GroupOptions,
): Kind<PartsShape<P, 'stored'>, PartsShape<P, 'shown'>> {
  return {
    form: ({ name, label, kit }): GroupField => ({
      name,
      label,
      type: 'group',
      fields: formsOf(parts, kit),
      ...(description === undefined ? {} : { admin: { description: { ...description } } }),
    }),
    canonical: (value) => {
      const canonical = canonicalParts(parts, recordIn(value))
      return Object.keys(canonical).length > 0 ? canonical : undefined
    },
    comparison: { as: 'group', parts },
    limit: null,
    ...shapesOf(parts, shape),
    render: (value, referred) => renderParts(parts, recordIn(value), referred),
    complete: (stored) => completeParts(parts, recordIn(stored)),
    present: presenterOf(parts),
    refersTo: (value) =>
      partsIn(parts, recordIn(value)).flatMap(({ part, value: own }) => part.kind.refersTo(own)),
    textsIn: (value) => textsOfParts(parts, recordIn(value), ''),
    inWords: (value, language) => partsInWords(parts, recordIn(value), language),
  }
}

interface RowsOptions {
  /** Name of a row's shape in OpenAPI and GraphQL. */
  shape: string
  /** How many there may be. */
  most: number
  labels: { singular: BilingualText; plural: BilingualText }
  /** By what a row is found again in another version, after its id and its content. */
  matchedBy: readonly RowMatch[]
  /** Lines of the form, by the names of the parts; without: one part below the other. */
  lines?: readonly (readonly string[])[]
  /** Says whether a row is one: a broken one is not delivered. */
  isRow?: (row: Readonly<Record<string, unknown>>) => boolean
  /** The last day on which a row is delivered, as YYYY-MM-DD in Berlin; undefined: it does not end. */
  lastDay?: (row: Readonly<Record<string, unknown>>) => string | undefined
  /** Whether the rows are the sections of a text, which comments and changes name. */
  isSections?: boolean
  /** The component that names a row in the form, by its path. */
  rowLabel?: string
  /** What the form shows below the parts without storing it. */
  virtual?: readonly Field[]
}

/** A list of rows, each of the same parts. */
export function rows<const P extends Parts>(
  parts: P,
  options: RowsOptions,
): Kind<TArray<PartsShape<P, 'stored'>>, TArray<PartsShape<P, 'shown'>>> {
  const {
    shape,
    most,
    labels,
    matchedBy,
    isRow = () => true,
    isSections = false,
    lastDay,
  } = options
  const row = shapesOf(parts, shape)
  return {
    form: ({ name, label, kit }): ArrayField => ({
      name,
      label,
      type: 'array',
      maxRows: most,
      labels: { singular: { ...labels.singular }, plural: { ...labels.plural } },
      fields: [...linesOf(parts, options, kit), ...(options.virtual ?? [])],
      ...(options.rowLabel === undefined
        ? {}
        : { admin: { components: { RowLabel: options.rowLabel } } }),
    }),
    canonical: (value) => {
      const list = rowsIn(value).map((own) => canonicalParts(parts, own))
      return list.length > 0 ? list : undefined
    },
    limit: { most },
    comparison: { as: 'rows', parts, matchedBy, row: labels.singular, isSections },
    named: row.named,
    stored: Type.Array(row.stored),
    shown: Type.Array(row.shown),
    render: (value, referred) =>
      rowsIn(value)
        .filter(isRow)
        .map((own) => renderParts(parts, own, referred)),
    complete: (stored) => rowsIn(stored).map((own) => completeParts(parts, own)),
    present: presenterOfAll(parts),
    refersTo: (value) =>
      rowsIn(value).flatMap((own) =>
        partsIn(parts, own).flatMap(({ part, value: named }) => part.kind.refersTo(named)),
      ),
    textsIn: (value) =>
      rowsIn(value).flatMap((own, index) => textsOfParts(parts, own, nameOfRow(own, index))),
    ...(lastDay && {
      lapses: {
        left: (value, day) => rowsIn(value).filter((own) => (lastDay(own) ?? day) >= day),
        lastDays: (value) => rowsIn(value).flatMap((own) => lastDay(own) ?? []),
      },
    }),
    inWords: (value, language) =>
      rowsIn(value)
        .map((own) => partsInWords(parts, own, language))
        .join('; '),
  }
}

/** By what a comment names a row: its id, else its position, counted from 0. */
export function nameOfRow(row: Readonly<Record<string, unknown>>, index: number): string {
  return typeof row.id === 'string' && row.id !== '' ? row.id : String(index)
}

function linesOf(parts: Parts, { lines }: RowsOptions, kit: FormKit): Field[] {
  if (!lines) return formsOf(parts, kit)
  const inLines = new Set(lines.flat())
  const rest = Object.keys(parts).filter((name) => !inLines.has(name))
  return [
    ...lines.map((line): Field => ({ type: 'row', fields: formsOf(pick(parts, line), kit) })),
    ...formsOf(pick(parts, rest), kit),
  ]
}

function pick(parts: Parts, names: readonly string[]): Parts {
  return Object.fromEntries(
    names.map((name) => {
      const part = parts[name]
      if (!part) throw new Error(`A line of the form names "${name}", which is no part.`)
      return [name, part]
    }),
  )
}

/** The same kind, delivered otherwise than part by part. */
export function deliveredAs<S extends TSchema, W extends TSchema>(
  kind: Kind,
  delivery: Pick<Kind<S, W>, 'stored' | 'shown' | 'render' | 'present'> &
    Partial<Pick<Kind<S, W>, 'complete' | 'named'>>,
): Kind<S, W> {
  const { form, canonical, comparison, limit, refersTo, textsIn, inWords, lapses } = kind
  return {
    ...(lapses && { lapses }),
    form,
    canonical,
    comparison,
    limit,
    refersTo,
    textsIn,
    inWords,
    complete: (stored) =>
      stored === undefined ? delivery.render(undefined, nothingReferred) : stored,
    ...delivery,
  }
}
