import type { Static, TSchema } from '@sinclair/typebox'
import type { CollectionSlug, RelationshipField, UploadField } from 'payload'
import { relationId, relationIds } from '#model/documents.ts'
import { referenceTargets, type FormKit, type Kind, type Reference } from './field.ts'
import { asStored } from './parts.ts'

// Values that name entries of the reference data, by their ids.

interface RelationOptions<S extends TSchema> {
  to: CollectionSlug
  /** What the form has beside name, label and target. */
  form?: (kit: FormKit) => Pick<RelationshipField, 'access' | 'index' | 'required' | 'unique'> & {
    admin?: { description?: { de: string; en: string }; position?: 'sidebar' }
  }
  shape: S
  /** Shapes that this one refers to by name. */
  named?: readonly TSchema[]
  render: Kind<S>['render']
}

/** A relation to one entry: delivered as whatever its field renders of it. */
export function relation<S extends TSchema>(options: RelationOptions<S>): Kind<S> {
  const { to, form } = options
  return {
    form: ({ name, label, kit }): RelationshipField | UploadField => {
      const common = { name, label, relationTo: to, ...form?.(kit) }
      return to === 'media' ? { ...common, type: 'upload' } : { ...common, type: 'relationship' }
    },
    canonical: (value) => relationId(value) ?? undefined,
    comparison: { as: 'relation' },
    limit: null,
    ...delivery(options),
    refersTo: (value) => referencesTo(to, [value]),
    textsIn: () => [],
    inWords: () => '',
  }
}

/**
 * A relation to many entries. In a list that is not ordered, another order is no other value.
 *
 * @param options.most how many there may be
 */
export function relations<S extends TSchema>(
  options: RelationOptions<S> & { isOrdered: boolean; most: number },
): Kind<S> {
  const { to, form, isOrdered, most } = options
  return {
    form: ({ name, label, kit }): RelationshipField => ({
      name,
      label,
      type: 'relationship',
      relationTo: to,
      hasMany: true,
      maxRows: most,
      ...form?.(kit),
    }),
    canonical: (value) => {
      const ids = relationIds(value)
      if (ids.length === 0) return undefined
      return isOrdered ? ids : ids.sort()
    },
    comparison: { as: 'relations', isOrdered },
    limit: { most },
    ...delivery(options),
    refersTo: (value) => referencesTo(to, relationIds(value)),
    textsIn: () => [],
    inWords: () => '',
  }
}

function delivery<S extends TSchema>({ shape, named = [], render }: RelationOptions<S>) {
  return {
    named,
    stored: shape,
    shown: shape,
    render,
    complete: (stored: unknown) =>
      stored === undefined ? render(undefined, nothingReferred) : (stored as Static<S>),
    present: asStored<Static<S>>,
  }
}

/** No entries at all. */
export const nothingReferred = {
  sources: new Map(),
  media: new Map(),
  regions: new Map(),
  professions: new Map(),
} as const

function referencesTo(collection: CollectionSlug, values: readonly unknown[]): Reference[] {
  const to = referenceTargets.find((target) => target === collection)
  if (to === undefined) return []
  return values.flatMap((value) => {
    const id = relationId(value)
    return id === null ? [] : [{ to, id }]
  })
}
