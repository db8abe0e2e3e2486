import type { CollectionBeforeOperationHook, FlattenedField } from 'payload'
import { InvalidRequest } from '#model/errors.ts'

/** Fields of one list: each is one more for the database to order by. */
const mostSorted = 10

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
    .flatMap((name) => name.split(',', mostSorted + 1))
  if (wanted.length > mostSorted) {
    const most = String(mostSorted)
    throw new InvalidRequest(`A list is sorted by at most ${most} fields.`, [
      { path: 'sort', reason: `More than ${most} fields.` },
    ])
  }
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
