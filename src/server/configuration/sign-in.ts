import * as z from 'zod'
import type { SignInSettings } from '#accounts/provider/settings.ts'
import type { ProvisioningSettings } from '#accounts/scim/endpoints.ts'
import { writtenText } from '#model/input.ts'
import { roles } from '#model/roles.ts'
import type { Environment } from './environment.ts'
import { authoringOriginOf } from './origins.ts'

const rulesSchema = z
  .array(
    z.strictObject({
      value: writtenText(200),
      role: z.enum(roles),
      desks: z.array(writtenText(200)).max(100).default([]),
      allTexts: z.boolean().default(false),
    }),
  )
  .min(1)
  .max(200)

/** `SIGN_IN_ROLES`: what a value at the provider makes of somebody, as JSON. */
export const roleRules = z.string().transform((text, context) => {
  const parsed = rulesSchema.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue && issue.path.length > 0 ? ` (${issue.path.join('.')}: ${issue.message})` : ''
  context.addIssue(
    `must be a list as [{"value":"editors","role":"editor","desks":["IT"],"allTexts":false}]${where}`,
  )
  return z.NEVER
})

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `OIDC_ISSUER`: nobody listens to what is asked of a provider, unless it runs on the same machine. */
export const issuerAddress = z.string().refine((text) => {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, search, hash } = new URL(text)
  const isOwn = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
  return search === '' && hash === '' && (protocol === 'https:' || (protocol === 'http:' && isOwn))
}, 'must be an https address, without a query')

/** What is missing or does not go together; null where nothing is. */
export function findSignInProblem(environment: Environment): string | null {
  const { OIDC_ISSUER, LOCAL_PASSWORDS } = environment
  if (OIDC_ISSUER === undefined) {
    return LOCAL_PASSWORDS === 'off'
      ? 'OIDC_ISSUER must be set where LOCAL_PASSWORDS is off: nobody could sign in'
      : null
  }
  const missing = (['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'SIGN_IN_ROLES'] as const).find(
    (name) => environment[name] === undefined,
  )
  return missing === undefined ? null : `${missing} must be set where OIDC_ISSUER is`
}

/** How people sign in, by the environment. */
export function signInSettingsOf(environment: Environment): SignInSettings {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId = '' } = environment
  const { OIDC_CLIENT_SECRET: clientSecret = '', SIGN_IN_ROLES: rules = [] } = environment
  return {
    provider:
      issuer === undefined
        ? null
        : {
            issuer,
            clientId,
            clientSecret,
            scopes: environment.OIDC_SCOPES,
            label: environment.OIDC_LABEL,
            roleClaim: environment.OIDC_ROLE_CLAIM,
            rules,
            assertsEmails: environment.OIDC_EMAILS === 'asserted',
          },
    hasLocalPasswords: environment.LOCAL_PASSWORDS === 'on',
    authoringOrigin: authoringOriginOf(environment),
  }
}

/** How a directory provisions accounts, by the environment. */
export function provisioningSettingsOf(environment: Environment): ProvisioningSettings {
  const { SCIM_TOKEN: token, SIGN_IN_ROLES: rules = [] } = environment
  return { token, rules, authoringOrigin: authoringOriginOf(environment) }
}
