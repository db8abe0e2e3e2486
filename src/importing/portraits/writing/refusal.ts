import type { Payload, TypedUser } from 'payload'
import { isPayloadErrorNamed } from '#access/payload-errors.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { NotAllowed } from '#model/errors.ts'
import type { StoredDocument } from './documents.ts'

/**
 * Says why somebody may not write a text where Payload only says that it is forbidden: it belongs
 * to somebody else, or it lies outside the editor's desks. Every other error stays as it is.
 */
export async function explainRefusal(
  error: unknown,
  context: {
    payload: Payload
    user: TypedUser | undefined
    stored: StoredDocument | null
    collection: EditorialCollection
  },
): Promise<unknown> {
  const { payload, user, stored, collection } = context
  if (!isPayloadErrorNamed(error, 'Forbidden') || user?.collection !== 'users') return error
  const { email } = user
  if (stored === null) {
    return new NotAllowed({
      de: `${email} darf solche Texte nicht schreiben (${collection}).`,
      en: `${email} may not write ${collection}.`,
    })
  }
  if (user.role !== 'author') {
    return new NotAllowed({
      de: `Der Text liegt außerhalb der Ressorts von ${email}.`,
      en: `The text lies outside the desks of ${email}.`,
    })
  }
  const owner =
    stored.author === null
      ? null
      : await payload.findByID({
          collection: 'users',
          id: stored.author,
          depth: 0,
          disableErrors: true,
          overrideAccess: true,
        })
  return new NotAllowed(
    owner === null
      ? {
          de: `Der Text gehört niemandem; ${email} darf nur eigene Texte ändern.`,
          en: `The text has no author; ${email} may only change texts of their own.`,
        }
      : {
          de: `Der Text gehört ${owner.name} (${owner.email}); ${email} darf nur eigene Texte ändern.`,
          en: `The text belongs to ${owner.name} (${owner.email}); ${email} may only change texts of their own.`,
        },
  )
}
