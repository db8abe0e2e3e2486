import type { FlattenedField } from 'payload'

/** What of the configuration says which fields hold lists. */
export interface WithCollections {
  collections?: readonly { flattenedFields: readonly FlattenedField[] }[]
}

const known = new WeakMap<WithCollections, ReadonlySet<string>>()

/** The names of all fields of collections that hold lists. */
export function listsOf(config: WithCollections): ReadonlySet<string> {
  const before = known.get(config)
  if (before) return before
  const { collections = [] } = config
  const names = new Set(collections.flatMap(({ flattenedFields }) => listsIn(flattenedFields)))
  known.set(config, names)
  return names
}

function listsIn(fields: readonly FlattenedField[]): string[] {
  return fields.flatMap((field) => {
    const isList =
      field.type === 'array' ||
      field.type === 'blocks' ||
      ('hasMany' in field && field.hasMany === true)
    const within = 'flattenedFields' in field ? listsIn(field.flattenedFields) : []
    return isList ? [field.name, ...within] : within
  })
}
