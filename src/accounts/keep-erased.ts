import type { CollectionBeforeChangeHook } from 'payload'
import { sqlIn } from '#database/sql.ts'
import { relationId } from '#model/documents.ts'
import { Conflict } from '#model/errors.ts'
import { isErasedAccount } from '#record/redactions.ts'

/**
 * Refuses to change an account whose name and address two people had erased: they would be there again.
 *
 * @throws Conflict 409 `erased`
 */
export const keepErased: CollectionBeforeChangeHook = async ({ operation, originalDoc, req }) => {
  const id = relationId(originalDoc)
  if (operation !== 'update' || id === null) return
  if (await isErasedAccount(await sqlIn(req), id)) throw accountIsErased()
}

/** 409: whose account it was is not said any more, and will not be again. */
export function accountIsErased(): Conflict {
  return new Conflict(
    {
      de: 'Name und Adresse dieser Person sind gelöscht. Legen Sie ein neues Konto an.',
      en: 'Name and address of this person have been erased. Make a new account.',
    },
    'erased',
  )
}
