import type {
  CollectionBeforeOperationHook,
  FlattenedField,
  GlobalBeforeOperationHook,
  SanitizedConfig,
} from 'payload'
import { isRecord } from '#model/documents.ts'
import { invalidFields } from './invalid-fields.ts'

// Payload reads a name with dots as a path, `sections.3.heading`, makes a list as long as its number says, and goes
// through it: one name had it go through four billion rows. What such a name holds, nobody has held against its field.

/** Every collection and every global, Payload's own included, where nothing is named by a path. */
export function takePlainNames(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    const { hooks } = collection
    const beforeOperation = [refusePaths, ...hooks.beforeOperation]
    collection.hooks = { ...hooks, beforeOperation }
  }
  for (const global of config.globals) {
    const { hooks } = global
    const beforeOperation = [refusePathsOfGlobal, ...(hooks.beforeOperation ?? [])]
    global.hooks = { ...hooks, beforeOperation }
  }
  return config
}

const refusePaths: CollectionBeforeOperationHook = ({ args, collection, req }) => {
  const paths = findPaths(collection.flattenedFields, Reflect.get(args, 'data'))
  if (paths.length > 0) throw invalidFields(collection.slug, problemsAt(paths), req)
}

const refusePathsOfGlobal: GlobalBeforeOperationHook = ({ args, global, req }) => {
  const paths = findPaths(global.flattenedFields, Reflect.get(args, 'data'))
  if (paths.length > 0) throw invalidFields(global.slug, problemsAt(paths), req)
}

/** The names with dots wherever there are fields; not within what one field holds, as JSON or a rich text. */
function findPaths(fields: readonly FlattenedField[], data: unknown, prefix = ''): string[] {
  if (!isRecord(data)) return []
  const paths = Object.keys(data).filter((name) => name.includes('.'))
  const inside = fields.flatMap((field): string[] => {
    const value = data[field.name]
    const path = `${prefix}${field.name}`
    if (field.type === 'group' || field.type === 'tab') {
      return findPaths(field.flattenedFields, value, `${path}.`)
    }
    if (field.type !== 'array' || !Array.isArray(value)) return []
    return value.flatMap((row: unknown, index) =>
      findPaths(field.flattenedFields, row, `${path}.${String(index)}.`),
    )
  })
  return [...paths.map((name) => `${prefix}${name}`), ...inside]
}

/** How many are told at once, and how much of a name. */
const most = { problems: 100, characters: 200 } as const

function problemsAt(paths: readonly string[]) {
  return paths.slice(0, most.problems).map((path) => ({
    path: path.slice(0, most.characters),
    message: {
      de: 'Ein Name mit Punkt ist kein Feld: Gruppen und Listen werden ineinander geschickt.',
      en: 'A name with a dot is no field: groups and lists are sent within each other.',
    },
  }))
}
