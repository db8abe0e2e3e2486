import type { CollectionBeforeValidateHook, Field } from 'payload'
import { slugify, slugPattern } from '#model/slug.ts'
import { isRecord } from '#model/documents.ts'
import type { BilingualText } from '#model/text.ts'
import { nobodyWrites } from '#access/rules.ts'
import { invalidFields } from './invalid-fields.ts'

/** A slug made from the name, unique and changeable, and the slugs it had before. */
export function slugFields(): Field[] {
  return [
    {
      name: 'slug',
      type: 'text',
      unique: true,
      index: true,
      required: true,
      // Payload would make one with blanks.
      hooks: { beforeDuplicate: [({ value }) => `${String(value)}-kopie`] },
      admin: {
        position: 'sidebar',
        description: {
          de: 'Entsteht aus dem Namen. Frühere Slugs bleiben gemerkt.',
          en: 'Made from the name. Earlier slugs are remembered.',
        },
      },
    },
    {
      name: 'formerSlugs',
      type: 'text',
      hasMany: true,
      label: { de: 'Frühere Slugs', en: 'Former slugs' },
      access: { create: nobodyWrites, update: nobodyWrites },
      hooks: { beforeDuplicate: [() => []] },
      admin: { position: 'sidebar', readOnly: true },
    },
  ]
}

/**
 * Makes the slug where none is given, refuses a malformed one, and remembers the one it replaces.
 * A slug that another entry had before stays reserved for that entry.
 */
export const keepSlug: CollectionBeforeValidateHook = async ({
  data,
  originalDoc,
  collection,
  operation,
  req,
}) => {
  if (!data) return data
  const invalidSlug = (message: BilingualText) =>
    invalidFields(collection.slug, [{ path: 'slug', message }], req)
  const before: unknown = originalDoc
  const stored = isRecord(before) ? before : {}
  const id = typeof stored.id === 'string' ? stored.id : ''
  const name: unknown = data.name ?? stored.name
  const given: unknown = data.slug ?? stored.slug
  const slug =
    typeof given === 'string' && given !== ''
      ? given
      : slugify(typeof name === 'string' ? name : '')
  if (!slugPattern.test(slug)) {
    throw invalidSlug({
      de: `"${slug}" ist kein Slug: erlaubt sind Kleinbuchstaben a bis z, Ziffern und einzelne Bindestriche.`,
      en: `"${slug}" is not a slug: use the letters a to z, digits and single hyphens.`,
    })
  }
  // What is copied has had its slugs itself; a copy has had none.
  const { slug: former, formerSlugs } = operation === 'create' ? {} : stored
  const remembered = new Set(Array.isArray(formerSlugs) ? formerSlugs.filter(isText) : [])
  if (typeof former === 'string' && former !== slug) remembered.add(former)
  remembered.delete(slug)
  if (slug !== former) {
    const taken = await req.payload.db.find<{ id: string; name: string }>({
      collection: collection.slug,
      where: {
        formerSlugs: { in: [slug] },
      },
      limit: 2,
      req,
    })
    const holder = taken.docs.find((entry) => entry.id !== id)
    if (holder) {
      throw invalidSlug({
        de: `"${slug}" war früher der Slug von "${holder.name}" und leitet dorthin weiter.`,
        en: `"${slug}" was the slug of "${holder.name}" and still leads there.`,
      })
    }
  }
  return { ...data, slug, formerSlugs: [...remembered] }
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
