import { digestOf } from '../digest.ts'
import type { Change } from './change.ts'

/** Where a value stands, and how a document looks that holds nothing else there. */
export interface Place {
  path: string
  field: string
  documentOf: (value: unknown) => Record<string, unknown>
  section?: NonNullable<Change['section']>
}

/** The place of a field of a document. */
export function placeOfField(name: string): Place {
  return { path: name, field: name, documentOf: (value) => ({ [name]: value }) }
}

/** The place of a part of what stands at a place, as `seo.title`. */
export function placeOfPart(whole: Place, name: string): Place {
  return {
    ...whole,
    path: `${whole.path}.${name}`,
    field: `${whole.field}.${name}`,
    documentOf: (value) => whole.documentOf({ [name]: value }),
  }
}

/** The place of a row or item of the list at a place, as `sections.0`. */
export function placeOfItem(list: Place, index: number): Place {
  return {
    ...list,
    path: `${list.path}.${String(index)}`,
    documentOf: (value) => list.documentOf([value]),
  }
}

/** Says whether two values at a place are the same to the digest. */
export function isSame(place: Place, before: unknown, after: unknown): boolean {
  return digestOf(place.documentOf(before)) === digestOf(place.documentOf(after))
}

/** Says whether a value counts as absent at a place. */
export function isAbsent(place: Place, value: unknown): boolean {
  return isSame(place, undefined, value)
}

/** What happened to a value: it came, it went, or it became another. */
export function kindOf(place: Place, before: unknown, after: unknown): Change['kind'] {
  if (isAbsent(place, before)) return 'added'
  return isAbsent(place, after) ? 'removed' : 'changed'
}

/** What every change at a place tells. */
export function whereabouts(place: Place): Pick<Change, 'path' | 'field' | 'section'> {
  const { path, field, section } = place
  return section ? { path, field, section } : { path, field }
}
