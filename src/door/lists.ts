import type { FlattenedField } from 'payload'
import type { Lists } from './query-cost.ts'

/** What of the configuration says which fields hold lists. */
export interface WithCollections {
  collections?: readonly { flattenedFields: readonly FlattenedField[] }[]
}

/** How many entries a list is taken to have: of rows that stand in the text itself, and of what it names. */
const usual = { rows: 3, related: 10 } as const
const known = new WeakMap<WithCollections, Lists>()

/** The fields of all collections that hold lists, by their names. */
export function listsOf(config: WithCollections): Lists {
  const before = known.get(config)
  if (before) return before
  const lists = new Map<string, number>()
  for (const { flattenedFields } of config.collections ?? []) noteLists(flattenedFields, lists)
  known.set(config, lists)
  return lists
}

function noteLists(fields: readonly FlattenedField[], lists: Map<string, number>): void {
  for (const field of fields) {
    const isRelated = 'hasMany' in field && field.hasMany === true
    const isRows = field.type === 'array' || field.type === 'blocks'
    const count = isRelated ? usual.related : isRows ? usual.rows : 0
    // Of two fields of one name, the longer list counts.
    if (count > (lists.get(field.name) ?? 0)) lists.set(field.name, count)
    if ('flattenedFields' in field) noteLists(field.flattenedFields, lists)
  }
}
