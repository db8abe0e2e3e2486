import type { PayloadRequest } from 'payload'
import { inTransaction } from '#database/transaction.ts'
import { isApplicationError } from '#model/errors.ts'
import { noteActingProgram } from '../acting-program.ts'
import { givePermissions, permissionsOf, type Permissions } from '../give-role.ts'
import type { GivenRole } from '../role-rules.ts'

/**
 * Makes an account what the rules say at this sign-in. The last administrator stays one, and who alone can give
 * a kind of sign-off stays in their desks: the house would stand still. The log says so.
 *
 * @param makeRequest a request for each attempt, with a transaction of its own: one that was refused is undone
 */
export async function renewRole(
  makeRequest: () => Promise<PayloadRequest>,
  { id, given }: { id: string; given: GivenRole },
): Promise<void> {
  const attempt = async (change: (permissions: Permissions) => Partial<Permissions>) => {
    const req = await makeRequest()
    noteActingProgram(req, 'OIDC')
    try {
      await inTransaction(req, async () => {
        const permissions = await permissionsOf(req, given)
        await givePermissions(req, id, change(permissions))
      })
      return null
    } catch (error) {
      if (!isApplicationError(error) || error.status !== 409) throw error
      req.payload.logger.warn({
        msg: 'A role that the provider of sign-ins has changed stays as it was.',
        person: id,
        reason: error.message,
      })
      return error.code
    }
  }
  if ((await attempt((permissions) => permissions)) === 'last_giver') {
    await attempt(({ role, allTexts }) => ({ role, allTexts }))
  }
}
