import type { CollectionBeforeDeleteHook, FlattenedField, Where } from 'payload'
import { Conflict } from '#model/errors.ts'
import { relationId } from '#model/documents.ts'

/**
 * Refuses to delete an entry that something refers to, and lists what refers to it. The places are
 * read off the configuration, so a new relation is seen without a word here. Working copies count:
 * an author's draft must not lose its profession. Accounts of people who have left do not.
 *
 * @throws Conflict 409 with one detail a reference
 */
export const refuseWhileReferenced: CollectionBeforeDeleteHook = async ({
  id,
  collection,
  req,
}) => {
  const details: { path: string; reason: string }[] = []
  for (const { config } of Object.values(req.payload.collections)) {
    const paths = relationPaths(config.flattenedFields, collection.slug)
    if (paths.length === 0) continue
    const hasDrafts = Boolean(config.versions?.drafts)
    for (const draft of hasDrafts ? [true, false] : [false]) {
      const { docs } = await req.payload.find({
        collection: config.slug,
        where: {
          and: [
            { or: paths.map((path): Where => ({ [path]: { in: [id] } })) },
            ...(config.slug === 'users' ? [stillThere] : []),
          ],
        },
        draft,
        depth: 0,
        limit: 20,
        overrideAccess: true,
        req,
      })
      for (const document of docs) {
        const referrer = relationId(document)
        if (referrer === null || (config.slug === collection.slug && referrer === String(id)))
          continue
        const path = `${config.slug}/${referrer}`
        if (details.some((detail) => detail.path === path)) continue
        details.push({ path, reason: titleOf(document, config.admin.useAsTitle ?? 'id') })
      }
    }
  }
  if (details.length === 0) return
  const list = details.map(({ path, reason }) => (reason ? `${path} (${reason})` : path)).join(', ')
  throw new Conflict(
    `Cannot be deleted, because something refers to it: ${list}.`,
    'referenced',
    details,
  )
}

const stillThere: Where = { deactivatedAt: { exists: false } }

/** The dotted paths of all fields that relate to a collection. */
export function relationPaths(
  fields: readonly FlattenedField[],
  target: string,
  prefix = '',
): string[] {
  return fields.flatMap((field): string[] => {
    const path = `${prefix}${field.name}`
    if (field.type === 'relationship' || field.type === 'upload') {
      return field.relationTo === target ? [path] : []
    }
    if (field.type === 'group' || field.type === 'tab' || field.type === 'array') {
      return relationPaths(field.flattenedFields, target, `${path}.`)
    }
    return []
  })
}

function titleOf(document: object, field: string): string {
  const title: unknown = Reflect.get(document, field)
  return typeof title === 'string' ? title : ''
}
