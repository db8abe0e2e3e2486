import type { RoleRule } from '../role-rules.ts'

/** Who is asked who somebody is, and what their word counts for. */
export interface ProviderSettings {
  /** An address, as it stands in the provider's own description. */
  issuer: string
  clientId: string
  clientSecret: string
  scopes: string
  /** What the provider is called on the page of the sign-in. */
  label: string
  /** Where in the claims the values of the rules stand, with dots between its parts. */
  roleClaim: string
  rules: readonly RoleRule[]
  /** The provider says nothing of whether an address of mail is verified, and only its administrators set them. */
  assertsEmails: boolean
}

/** How people sign in. */
export interface SignInSettings {
  /** null: by nothing but what the product keeps itself. */
  provider: ProviderSettings | null
  /** Whether somebody signs in by a password that the product keeps. */
  hasLocalPasswords: boolean
  /** Where people reach the product, as `https://cms.example.org`. */
  authoringOrigin: string
}
