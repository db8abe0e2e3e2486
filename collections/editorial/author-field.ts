import type { Field, FieldHook, RelationshipFieldSingleValidation } from 'payload'
import { relationship } from 'payload/shared'
import { actorOf, isPerson } from '#access/actor.ts'
import { findPerson } from '#access/find-person.ts'
import { onlyEditorsWrite, onlyPeopleRead } from '#access/rules.ts'
import { invalidFields } from '#fields/invalid-fields.ts'
import { relationId } from '#model/documents.ts'

/** Whose text it is. Whoever has left stays the author of theirs, and is made the author of none. */
export const authorField: Field = {
  name: 'author',
  type: 'relationship',
  relationTo: 'users',
  index: true,
  label: { de: 'Autor/in', en: 'Author' },
  access: { read: onlyPeopleRead, create: onlyEditorsWrite, update: onlyEditorsWrite },
  defaultValue: ({ req }) => {
    const actor = actorOf(req)
    return isPerson(actor) ? actor.id : undefined
  },
  filterOptions: { deactivatedAt: { exists: false } },
  // The choice in the form is narrower than what may stand there: a text outlives its author's account.
  validate: anybodyOfTheHouse(),
  hooks: { beforeChange: [refuseWhoHasLeft()] },
  admin: { position: 'sidebar' },
}

function anybodyOfTheHouse(): RelationshipFieldSingleValidation {
  return (value, { filterOptions: _, ...options }) => relationship(value, options)
}

function refuseWhoHasLeft(): FieldHook {
  return async ({ collection, value, previousValue, req }): Promise<unknown> => {
    const author = relationId(value)
    if (author === null || author === relationId(previousValue)) return value
    if (await findPerson(req, author)) return value
    const message = {
      de: 'Diese Person gibt es nicht, oder ihr Konto ist deaktiviert.',
      en: 'This person cannot be found, or their account is deactivated.',
    }
    throw invalidFields(collection?.slug ?? '', [{ path: 'author', message }], req)
  }
}
