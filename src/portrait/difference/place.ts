import { isSame } from '../canonical.ts'
import type { Part } from '../kinds/field.ts'
import type { Change } from './change.ts'

/** Where a value stands, and what it is there. */
export interface Place {
  /** With the positions of rows, as `sections.2.body`. */
  path: string
  /** Without them, as `sections.body`. */
  field: string
  part: Pick<Part, 'kind' | 'risk'>
  section?: NonNullable<Change['section']>
}

/** The place of a field of a document. */
export function placeOfField(name: string, part: Place['part']): Place {
  return { path: name, field: name, part }
}

/** The place of a part of what stands at a place, as `seo.title`. */
export function placeOfPart(whole: Place, name: string, part: Place['part']): Place {
  return { ...whole, path: `${whole.path}.${name}`, field: `${whole.field}.${name}`, part }
}

/** The place of a row or item of the list at a place, as `sections.0`. */
export function placeOfItem(list: Place, index: number): Place {
  return { ...list, path: `${list.path}.${String(index)}` }
}

/** What happened to a value: it came, it went, or it became another. */
export function kindOf({ part }: Place, before: unknown, after: unknown): Change['kind'] {
  if (isSame(part.kind, undefined, before)) return 'added'
  return isSame(part.kind, undefined, after) ? 'removed' : 'changed'
}

/** What every change at a place tells. */
export function whereabouts(place: Place): Pick<Change, 'path' | 'field' | 'section'> {
  const { path, field, section } = place
  return section ? { path, field, section } : { path, field }
}
