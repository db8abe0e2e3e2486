import { Type, type Static, type TObject, type TSchema } from '@sinclair/typebox'
import type { Field } from 'payload'
import type { Language } from '#model/text.ts'
import type {
  Canonical,
  Document,
  FormKit,
  Kind,
  Part,
  Parts,
  Referred,
  TextPlace,
} from './field.ts'
import { ref, type TextFormat } from './shapes.ts'

// What a group and a row do with their parts. `Object.fromEntries` loses the names of what it makes:
// the registry's types meet its values again here and in ../delivered.ts, and nowhere else.

type Side = 'stored' | 'shown'
type DeliveredNames<P extends Parts> = {
  [K in keyof P]: P[K]['delivered'] extends true ? K : never
}[keyof P]

/** The shape of the parts that sites see. */
export type PartsShape<P extends Parts, S extends Side> = TObject<{
  [K in DeliveredNames<P>]: P[K]['kind'][S]
}>

/** Shapes of the delivered parts. With a name, answers refer to it; else it stands where it is used. */
export function shapesOf<P extends Parts>(
  parts: P,
  $id: string | null,
): { stored: PartsShape<P, 'stored'>; shown: PartsShape<P, 'shown'>; named: readonly TSchema[] } {
  const own = objectOf(parts, 'shown', $id === null ? {} : { $id, additionalProperties: false })
  const ofParts = delivered(parts).flatMap(([, { kind }]) => kind.named ?? [])
  return {
    stored: objectOf(parts, 'stored'),
    shown: $id === null ? own : (ref(own) as unknown as PartsShape<P, 'shown'>),
    named: $id === null ? ofParts : [...ofParts, own],
  }
}

function objectOf<P extends Parts, S extends Side>(
  parts: P,
  side: S,
  options: object = {},
): PartsShape<P, S> {
  const shapes = Object.fromEntries(delivered(parts).map(([name, { kind }]) => [name, kind[side]]))
  return Type.Object(shapes, options) as unknown as PartsShape<P, S>
}

/** Renders the parts of a row or group that sites see. */
export function renderParts<P extends Parts>(
  parts: P,
  own: Document,
  referred: Referred,
): Static<PartsShape<P, 'stored'>> {
  return Object.fromEntries(
    delivered(parts).map(([name, { kind }]) => [name, kind.render(own[name], referred)]),
  ) as Static<PartsShape<P, 'stored'>>
}

/** What lies in the read model of a row or group, with the parts that came later as absent ones. */
export function completeParts<P extends Parts>(
  parts: P,
  stored: Document,
): Static<PartsShape<P, 'stored'>> {
  return Object.fromEntries(
    delivered(parts).map(([name, { kind }]) => [name, kind.complete(stored[name])]),
  ) as Static<PartsShape<P, 'stored'>>
}

/** Shows what is stored as it is. */
export function asStored<T>(stored: T): T {
  return stored
}

/** How parts are presented: as they are stored, where that goes for each of them. */
export function presenterOf<P extends Parts>(
  parts: P,
): (
  stored: Static<PartsShape<P, 'stored'>>,
  format: TextFormat | 'all',
) => Static<PartsShape<P, 'shown'>> {
  type Shown = Static<PartsShape<P, 'shown'>>
  const shown = delivered(parts)
  if (shown.every(([, { kind }]) => kind.present === asStored)) {
    return asStored as (stored: unknown) => Shown
  }
  return (stored, format) => {
    const values = stored as Document
    return Object.fromEntries(
      shown.map(([name, { kind }]) => [name, kind.present(values[name], format)]),
    ) as Shown
  }
}

/** The same of each row of a list. */
export function presenterOfAll<P extends Parts>(
  parts: P,
): (
  stored: Static<PartsShape<P, 'stored'>>[],
  format: TextFormat | 'all',
) => Static<PartsShape<P, 'shown'>>[] {
  const present = presenterOf(parts)
  if (present === asStored) return asStored as (stored: unknown) => ReturnType<typeof present>[]
  return (stored, format) => stored.map((own) => present(own, format))
}

/** The canonical form of the parts that an approval covers; what is empty is left out. */
export function canonicalParts(parts: Parts, own: Document): Record<string, Canonical> {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, { kind, inDigest }]): [string, Canonical][] => {
      const value = inDigest ? kind.canonical(own[name]) : undefined
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

/** The parts with the values that a row or group has of them. */
export function partsIn(
  parts: Parts,
  own: Document,
): { name: string; part: Part; value: unknown }[] {
  return Object.entries(parts).map(([name, part]) => ({ name, part, value: own[name] }))
}

/** The texts of the parts, each with its path below `prefix`. */
export function textsOfParts(parts: Parts, own: Document, prefix: string): TextPlace[] {
  return partsIn(parts, own).flatMap(({ name, part, value }) =>
    part.kind.textsIn(value).map(({ path, text, isDelivered }) => ({
      path: [prefix, name, path].filter((step) => step !== '').join('.'),
      text,
      isDelivered: isDelivered && part.delivered,
    })),
  )
}

/** The forms of some parts, in their order. What is not delivered is read by people only, at every door. */
export function formsOf(parts: Parts, kit: FormKit): Field[] {
  return Object.entries(parts).map(([name, { label, kind, delivered: isDelivered }]) => {
    const form = kind.form({ name, label: { ...label }, kit })
    if (isDelivered || !('name' in form) || form.type === 'ui') return form
    // Every field with a value has this access; their union does not say so.
    return { ...form, access: { ...form.access, read: kit.onlyPeopleRead } } as Field
  })
}

/** The parts of a row or group in one line: what has a value, with its label. */
export function partsInWords(parts: Parts, own: Document, language: Language): string {
  return partsIn(parts, own)
    .map(({ part, value }) => ({
      label: part.label[language],
      said: part.kind.inWords(value, language),
    }))
    .filter(({ said }) => said !== '')
    .map(({ label, said }) => `${label}: ${said}`)
    .join(', ')
}

function delivered(parts: Parts): [string, Part<Kind>][] {
  return Object.entries(parts).filter(([, part]) => part.delivered)
}
