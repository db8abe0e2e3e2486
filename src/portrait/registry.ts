import type { SignOffKind } from '#model/sign-offs.ts'
import type { EditorialCollection } from '#model/documents.ts'
import type { Document, FormKit, Part, PortraitField, SearchWeight } from './kinds/field.ts'
import { portraitFields } from './fields.ts'
import type { Field } from 'payload'

// What the registry says at large. Nothing here names a field.

export type Fields = typeof portraitFields
export type FieldName = keyof Fields

/** Every field with its name, in the order of the form. */
export function fieldEntries(): [FieldName, PortraitField][] {
  return Object.entries(portraitFields) as [FieldName, PortraitField][]
}

/** The field of a name; undefined where there is none. */
export function fieldNamed(name: string): PortraitField | undefined {
  return fieldEntries().find(([known]) => known === name)?.[1]
}

/** The names of the fields that an approval covers. */
export const fieldsInDigest: readonly string[] = fieldEntries()
  .filter(([, { inDigest }]) => inDigest)
  .map(([name]) => name)

/** The names of the fields that a kind of sign-off answers for. */
export function fieldsOfSignOff(kind: SignOffKind): string[] {
  return fieldEntries()
    .filter(([, { inDigest, signOffs }]) => inDigest && signOffs.includes(kind))
    .map(([name]) => name)
}

/** Bookkeeping: fields of an editorial document that no reader sees and no claim rests on. */
export const fieldsOutsideDigest: readonly string[] = [
  'author',
  'digest',
  'importedFrom',
  'updatedAt',
  'createdAt',
  '_status',
]

/** The forms of a collection's editorial fields, in their order. */
export function editorialForms(kit: FormKit): Field[] {
  return fieldEntries()
    .filter(([, field]) => isFieldOf(field, kit.collection))
    .map(([name, { label, kind }]) => kind.form({ name, label: { ...label }, kit }))
}

function isFieldOf({ collections }: PortraitField, collection: EditorialCollection): boolean {
  return collections === 'both' || collections === collection
}

/**
 * The part that a path without positions leads to, as `seo.title` or `sections.body`, after the wholes
 * that it is a part of; none where the registry has no such part.
 */
export function partsAt(field: string): Part[] {
  const [first = '', ...rest] = field.split('.')
  const found: Part[] = []
  let part: Part | undefined = fieldNamed(first)
  for (const name of [...rest, null]) {
    if (!part) return []
    found.push(part)
    if (name === null) break
    const { comparison }: Part['kind'] = part.kind
    part = 'parts' in comparison ? comparison.parts[name] : undefined
  }
  return found
}

/**
 * The words of a text that a search finds, by their weight, in the order of the page: of what is delivered
 * only, since whoever finds a word knows that it is there.
 */
export function searchedTexts(document: Document): Record<SearchWeight, string> {
  const ofWeight = (weight: SearchWeight) =>
    fieldEntries()
      .filter(([, { inSearch }]) => inSearch === weight)
      .flatMap(([name, { kind }]) => kind.textsIn(document[name]))
      .flatMap(({ text, isDelivered }) => (isDelivered && text !== '' ? [text] : []))
      .join('\n')
  return { B: ofWeight('B'), C: ofWeight('C'), D: ofWeight('D') }
}
