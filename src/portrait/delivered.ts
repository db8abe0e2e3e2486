import { Type, type Static, type TObject, type TSchema } from '@sinclair/typebox'
import type { Document, Kind, Reference, Referred, ReferenceTarget } from './kinds/field.ts'
import { referenceTargets } from './kinds/field.ts'
import { fieldEntries, type FieldName, type Fields } from './registry.ts'
import type { TextFormat } from './kinds/shapes.ts'

// What sites see of a text, as the registry says it. Nothing here names a field.

type DeliveredName = {
  [K in FieldName]: Fields[K]['delivered'] extends true ? K : never
}[FieldName]

const delivered = fieldEntries().filter(([, field]) => field.delivered) as [
  DeliveredName,
  { kind: Kind },
][]

type Shape<Side extends 'stored' | 'shown'> = TObject<{
  [K in DeliveredName]: Fields[K]['kind'][Side]
}>

/** A text as it lies in the read model: rich text in every form. */
export const StoredText = shapeOf('stored')
export type StoredText = Static<typeof StoredText>

/** The same as an answer shows it. */
export const ShownText = shapeOf('shown')
export type ShownText = Static<typeof ShownText>

/** Every shape that these refer to by name, once. */
export const namedShapes: Readonly<Record<string, TSchema>> = Object.fromEntries(
  delivered.flatMap(([, { kind }]) =>
    (kind.named ?? []).map((shape): [string, TSchema] => [shape.$id ?? '', shape]),
  ),
)

/**
 * What sites see of a text: the live copy at depth 0, with the entries that it refers to. Nothing that
 * is not delivered leaves the house.
 */
export function renderText(document: Document, referred: Referred): StoredText {
  return fromDelivered((name, kind) => kind.render(document[name], referred)) as StoredText
}

/** A row of the read model, whenever it was written: of a later field it has what the absent renders as. */
export function completeText(stored: Document): StoredText {
  return fromDelivered((name, kind) => kind.complete(stored[name])) as StoredText
}

/** A text in one form, or in all of them. */
export function presentText(stored: StoredText, format: TextFormat | 'all'): ShownText {
  return fromDelivered((name, kind) => kind.present(stored[name], format)) as ShownText
}

/** The ids of all entries that a text refers to, by collection, each once and sorted. */
export function referencesIn(document: Document): Record<ReferenceTarget, string[]> {
  const found: readonly Reference[] = delivered.flatMap(([name, { kind }]) =>
    kind.refersTo(document[name]),
  )
  return Object.fromEntries(
    referenceTargets.map((target) => [
      target,
      [...new Set(found.filter(({ to }) => to === target).map(({ id }) => id))].sort(),
    ]),
  ) as Record<ReferenceTarget, string[]>
}

function shapeOf<Side extends 'stored' | 'shown'>(side: Side): Shape<Side> {
  return Type.Object(fromDelivered((_, kind) => kind[side]) as Record<string, TSchema>, {
    additionalProperties: false,
  }) as unknown as Shape<Side>
}

function fromDelivered(
  give: (name: DeliveredName, kind: Kind) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(delivered.map(([name, { kind }]) => [name, give(name, kind)]))
}
