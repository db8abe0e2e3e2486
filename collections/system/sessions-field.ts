import type { ArrayField } from 'payload'

/**
 * What is kept of a session beside Payload's own (id, begin, end), so that people find theirs in the list
 * and end what they do not know.
 */
export const sessionsField: ArrayField = {
  name: 'sessions',
  type: 'array',
  fields: [
    // Where something is still owed (a second factor), whoever is signed in counts as nobody.
    { name: 'isPending', type: 'checkbox' },
    // When the second factor was shown in it; what comes by a passkey or a provider needs none.
    { name: 'secondFactorAt', type: 'date' },
    // How somebody proved who they are: see src/accounts/sign-in-method.ts.
    { name: 'method', type: 'text' },
    // The browser, as it names itself, and the address it came from.
    { name: 'agent', type: 'text' },
    { name: 'address', type: 'text' },
  ],
}
