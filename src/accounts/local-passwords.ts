import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { mayBootstrap } from '#access/bootstrap.ts'
import { isRecord } from '#model/documents.ts'
import { NotAllowed } from '#model/errors.ts'
import { waysInOf } from './ways-in.ts'

const byPassword: readonly string[] = ['login', 'forgotPassword', 'resetPassword']

/**
 * Where passwords of the product's own are off, nobody signs in by one or sets one: what is left of them leads nowhere.
 *
 * @throws NotAllowed 403 (`local_passwords_off`)
 */
export const refuseLocalPasswords = (settings: {
  hasLocalPasswords: boolean
}): CollectionBeforeOperationHook => {
  return ({ args, operation, req }) => {
    // The start and its commands let nobody in by one.
    if (settings.hasLocalPasswords || mayBootstrap(req.context)) return
    const data: unknown = Reflect.get(args, 'data')
    const setsPassword = operation === 'update' && isRecord(data) && 'password' in data
    if (!byPassword.includes(operation) && !setsPassword) return
    throw localSignInIsOff()
  }
}

/** Where the provider is the one way in, a passkey of our own is none either. @throws NotAllowed 403 */
export function requireLocalSignIn({ payload }: PayloadRequest): void {
  if (!waysInOf(payload).hasLocalPasswords) throw localSignInIsOff()
}

function localSignInIsOff(): NotAllowed {
  return new NotAllowed(
    {
      de: 'Anmelden mit Passwort ist hier ausgeschaltet. Bitte melden Sie sich über den Anmeldedienst an.',
      en: 'Signing in by password is off here. Please sign in by the sign-in service.',
    },
    'local_passwords_off',
  )
}
