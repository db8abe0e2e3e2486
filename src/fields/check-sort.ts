import type { CollectionBeforeOperationHook, FlattenedField } from 'payload'
import { InvalidRequest } from '#model/errors.ts'

/**
 * Refuses to sort by a field of another collection, or by one that nobody is shown: the order of the
 * answers would tell what stands in it, password hashes included, letter by letter.
 *
 * @throws InvalidRequest 400 naming the field
 */
export const refuseSortByOthers: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
  overrideAccess,
}) => {
  if (operation !== 'read' || overrideAccess) return
  const sort: unknown = Reflect.get(args, 'sort')
  const wanted = (Array.isArray(sort) ? sort : [sort])
    .filter((name) => typeof name === 'string')
    .flatMap((name) => name.split(','))
  for (const name of wanted) {
    const path = name.trim().replace(/^-/, '').replaceAll('__', '.').split('.')
    const own = path[0] === 'version' ? path.slice(1) : path
    if (isSortable(collection.flattenedFields, own)) continue
    throw new InvalidRequest(`${collection.slug} cannot be sorted by "${name}".`, [
      { path: 'sort', reason: `"${path.join('.')}" is no field of this collection to sort by.` },
    ])
  }
}

function isSortable(fields: readonly FlattenedField[], path: readonly string[]): boolean {
  const [name, ...rest] = path
  const field = fields.find((candidate) => candidate.name === name)
  if (!field) return rest.length === 0
  if ('hidden' in field && field.hidden) return false
  if (field.type === 'group' || field.type === 'tab' || field.type === 'array') {
    return rest.length === 0 || isSortable(field.flattenedFields, rest)
  }
  return rest.length === 0
}
