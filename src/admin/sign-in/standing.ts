/** What `GET /api/account/sign-in` gives. */
export interface Standing {
  /** What a session that has begun still owes; null: nothing. */
  owes: 'proof' | 'set-up' | null
  offers: { app: boolean; passkey: boolean; recoveryCode: boolean }
  /** The role asks for a second factor. */
  isDemanded: boolean
  /** Of whoever is signed in wholly. */
  factors?: {
    appSince: string | null
    passkeys: { id: string; name: string; createdAt: string; lastUsedAt: string | null }[]
    recoveryCodes: number
  }
  /** What the provider of sign-ins is called, where there is one. */
  provider?: string | null
  /** They came by what needs no password, and may have none. */
  hasPassword?: boolean
}
