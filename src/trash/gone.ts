import type { PayloadRequest } from 'payload'
import { listRelations, type NamedRelation } from '#fields/input-shape.ts'
import { findMissingRelations } from '#fields/missing-relations.ts'
import { withoutRelations } from '#fields/without-relations.ts'
import type { EditorialCollection } from '#model/documents.ts'
import type { ErrorDetail } from '#model/errors.ts'
import { inLanguage, type BilingualText, type Language } from '#model/text.ts'

type Content = Record<string, unknown>

/** What a text in the trash refers to and was deleted since, by the path of its field. */
export async function findGone(
  req: PayloadRequest,
  collection: EditorialCollection,
  content: Content,
): Promise<NamedRelation[]> {
  return findMissingRelations(req, listRelations(fieldsOf(req, collection), content))
}

/** Says whether a text cannot be without something: its profession or its region. */
export function isIndispensable({ path }: NamedRelation): boolean {
  return path === 'profession' || path === 'region'
}

/** The rest of a text, without what is gone. */
export function leaveOut(
  req: PayloadRequest,
  collection: EditorialCollection,
  text: { content: Content; gone: readonly NamedRelation[] },
): Content {
  return withoutRelations(fieldsOf(req, collection), text.content, text.gone)
}

/** The same as an answer names it: each field, and what is gone. */
export function detailsOf(gone: readonly NamedRelation[], language: Language): ErrorDetail[] {
  return gone.map(({ path, collection, id }) => {
    const what = labels.get(collection) ?? { de: 'Eintrag', en: 'entry' }
    const reason = {
      de: `Gelöscht: ${what.de} ${id}.`,
      en: `Deleted: ${what.en} ${id}.`,
    }
    return { path, reason: inLanguage(reason, language) }
  })
}

const labels: ReadonlyMap<string, BilingualText> = new Map([
  ['media', { de: 'Bild', en: 'picture' }],
  ['professions', { de: 'Beruf', en: 'profession' }],
  ['regions', { de: 'Region', en: 'region' }],
  ['sources', { de: 'Quelle', en: 'source' }],
  ['users', { de: 'Konto', en: 'account' }],
])

function fieldsOf(req: PayloadRequest, collection: EditorialCollection) {
  return req.payload.collections[collection].config.flattenedFields
}
