import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

/** The password of the accounts that tests sign in with. */
export const password = 'a password for the tests'

const pbkdf2 = crypto.pbkdf2

/**
 * Hashes the password above in one round instead of 600,000, for the process that it is called in. Each test
 * signs several people in, which takes a fifth of a second each time, and says nothing. Every other
 * password takes all its rounds.
 */
export function quickenPasswords(): void {
  crypto.pbkdf2 = (given, salt, iterations, ...rest) => {
    pbkdf2(given, salt, given === password ? 1 : iterations, ...rest)
  }
  syncBuiltinESMExports()
}
