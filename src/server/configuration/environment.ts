import { existsSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { readTrustedProxies } from '#access/client-address.ts'
import { roles } from '#model/roles.ts'
import { readSigningKey } from '#read-model/log/note.ts'
import { InvalidEnvironment } from './faults.ts'
import { findSignInProblem, issuerAddress, roleRules } from './sign-in.ts'

// The one file that reads process.env.

const port = z.coerce
  .number({ error: 'must be a port number' })
  .int('must be a whole number')
  .min(1, 'must be between 1 and 65535')
  .max(65_535, 'must be between 1 and 65535')

const emptyAsAbsent = (value: unknown): unknown => (value === '' ? undefined : value)

const onOrOff = z.enum(['on', 'off'], 'must be "on" or "off"')
const webAddress = z.url({ protocol: /^https?$/, error: 'must be an http(s) address' })
const databaseAddress = z
  .string()
  .regex(/^postgres(?:ql)?:\/\/.+/, 'must begin with postgres:// or postgresql://')

const schema = z.object({
  CMS_PORT: z.preprocess(emptyAsAbsent, port.default(3000)),
  CMS_HOST: z.preprocess(emptyAsAbsent, z.string().default('127.0.0.1')),
  CMS_URL: z.preprocess(emptyAsAbsent, webAddress.optional()),
  DATABASE_URL: z.preprocess(emptyAsAbsent, databaseAddress.optional()),
  DATABASE_OWNER_URL: z.preprocess(emptyAsAbsent, databaseAddress.optional()),
  WORKER_DATABASE_URL: z.preprocess(emptyAsAbsent, databaseAddress.optional()),
  DELIVERY_PORT: z.preprocess(emptyAsAbsent, port.default(3001)),
  DELIVERY_HOST: z.preprocess(emptyAsAbsent, z.string().optional()),
  DELIVERY_URL: z.preprocess(emptyAsAbsent, webAddress.optional()),
  DELIVERY_DATABASE_URL: z.preprocess(emptyAsAbsent, databaseAddress.optional()),
  DELIVERY_PUBLIC: z.preprocess(emptyAsAbsent, onOrOff.optional()),
  DELIVERY_INTROSPECTION: z.preprocess(emptyAsAbsent, onOrOff.default('on')),
  DELIVERY_RATE_LIMIT: z.preprocess(
    emptyAsAbsent,
    z.coerce
      .number({ error: 'must be a number of requests a minute' })
      .int('must be a whole number')
      .min(0, 'must not be negative')
      .optional(),
  ),
  DELIVERY_METRICS_TOKEN: z.preprocess(
    emptyAsAbsent,
    z
      .string()
      .regex(/^\S{24,}$/, 'must have at least 24 characters and no spaces')
      .optional(),
  ),
  PAYLOAD_SECRET: z.preprocess(
    emptyAsAbsent,
    z.string().min(24, 'must have at least 24 characters').optional(),
  ),
  DATA_DIR: z.preprocess(emptyAsAbsent, z.string().default('.data')),
  MEDIA_DIR: z.preprocess(emptyAsAbsent, z.string().default('media')),
  DEMO: z.preprocess(emptyAsAbsent, onOrOff.optional()),
  DEMO_PASSWORD: z.preprocess(
    emptyAsAbsent,
    z.string().min(10, 'must have at least 10 characters').optional(),
  ),
  DEMO_SITE_KEY: z.preprocess(
    emptyAsAbsent,
    z
      .string()
      .regex(/^\S{24,}$/, 'must have at least 24 characters and no spaces')
      .optional(),
  ),
  SMTP_URL: z.preprocess(
    emptyAsAbsent,
    z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' }).optional(),
  ),
  MAIL_FROM: z.preprocess(
    emptyAsAbsent,
    z
      .string()
      .regex(
        /^(?:[^<>@]*<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/,
        'must be an address, such as "Berufsbild <no-reply@example.org>"',
      )
      .optional(),
  ),
  SECOND_FACTOR: z.preprocess(
    emptyAsAbsent,
    z
      .string()
      .transform((listed) => listed.split(/[\s,]+/u).filter(Boolean))
      .pipe(z.array(z.enum(roles, `must be a list of roles: ${roles.join(', ')}`)))
      .default([]),
  ),
  TRUSTED_PROXIES: z.preprocess(
    emptyAsAbsent,
    z
      .string()
      .superRefine((listed, context) => {
        try {
          readTrustedProxies(listed)
        } catch (error) {
          const reason = error instanceof RangeError ? error.message : 'it cannot be read'
          context.addIssue(`must be a list of addresses and networks: ${reason}`)
        }
      })
      .optional(),
  ),
  WEBHOOKS_ALLOW_PRIVATE: z.preprocess(
    emptyAsAbsent,
    z.enum(['on', 'off'], 'must be "on" or "off"').default('off'),
  ),
  OIDC_ISSUER: z.preprocess(emptyAsAbsent, issuerAddress.optional()),
  OIDC_CLIENT_ID: z.preprocess(emptyAsAbsent, z.string().optional()),
  OIDC_CLIENT_SECRET: z.preprocess(emptyAsAbsent, z.string().optional()),
  OIDC_SCOPES: z.preprocess(
    emptyAsAbsent,
    z
      .string()
      .refine((scopes) => scopes.split(' ').includes('openid'), {
        error: 'must have "openid" among its words',
      })
      .default('openid profile email'),
  ),
  OIDC_LABEL: z.preprocess(emptyAsAbsent, z.string().max(40).default('Single Sign-on')),
  OIDC_ROLE_CLAIM: z.preprocess(emptyAsAbsent, z.string().max(200).default('groups')),
  OIDC_EMAILS: z.preprocess(
    emptyAsAbsent,
    z.enum(['verified', 'asserted'], 'must be "verified" or "asserted"').default('verified'),
  ),
  SIGN_IN_ROLES: z.preprocess(emptyAsAbsent, roleRules.optional()),
  SCIM_TOKEN: z.preprocess(
    emptyAsAbsent,
    z
      .string()
      .regex(/^\S{32,}$/, 'must have at least 32 characters and no spaces')
      .optional(),
  ),
  LOCAL_PASSWORDS: z.preprocess(emptyAsAbsent, onOrOff.default('on')),
  SIGNING_KEY: z.preprocess(
    emptyAsAbsent,
    z
      .string()
      .refine(
        (line) => readSigningKey(line) !== undefined,
        'must be a key on one line, as in the file signing-key of the data folder',
      )
      .optional(),
  ),
  AUDIT_ROWS_PER_MINUTE: z.preprocess(
    emptyAsAbsent,
    z.coerce
      .number({ error: 'must be a number of rows a minute' })
      .int('must be a whole number')
      .min(0, 'must not be negative')
      .default(600),
  ),
  LOG_LEVEL: z.preprocess(
    emptyAsAbsent,
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('warn'),
  ),
})

export type Environment = z.infer<typeof schema>

/** The variables that the product knows. */
export const variables: readonly string[] = Object.keys(schema.shape)

/** Reads `.env`, where there is one; what is set already stays. Tests run without it. */
function loadFile(): void {
  const file = path.resolve('.env')
  if (process.env.VITEST === undefined && existsSync(file)) process.loadEnvFile(file)
}

/**
 * Parses the environment, `.env` included. A wrong value, or one that is missing beside another (a
 * secret beside DATABASE_URL, a sender beside SMTP_URL), stops the start. @throws InvalidEnvironment naming the variable and the reason
 */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Environment {
  if (variables === process.env) loadFile()
  const parsed = schema.safeParse(variables)
  if (!parsed.success) {
    const reasons = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
    throw new InvalidEnvironment(`The environment is not usable: ${reasons.join('; ')}.`)
  }
  const external = (['DATABASE_URL', 'DATABASE_OWNER_URL'] as const).find(
    (name) => parsed.data[name] !== undefined,
  )
  if (external !== undefined && parsed.data.PAYLOAD_SECRET === undefined) {
    throw new InvalidEnvironment(
      `The environment is not usable: PAYLOAD_SECRET must be set where ${external} is.`,
    )
  }
  if (parsed.data.SMTP_URL !== undefined && parsed.data.MAIL_FROM === undefined) {
    throw new InvalidEnvironment(
      'The environment is not usable: MAIL_FROM must be set where SMTP_URL is.',
    )
  }
  const problem = findSignInProblem(parsed.data)
  if (problem !== null) throw new InvalidEnvironment(`The environment is not usable: ${problem}.`)
  return parsed.data
}

/** Puts what the start found out (database, secret) where this process and its children read it. */
export function provideEnvironment(values: Readonly<Record<string, string>>): void {
  Object.assign(process.env, values)
}

/**
 * The environment for a child process. Children, and theirs, resolve packages by the condition
 * `production`: see docs/decisions, "Lexical is resolved by a condition".
 */
export function childEnvironment(values: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const condition = `--conditions=${values.NODE_ENV === 'development' ? 'development' : 'production'}`
  const nodeOptions = [process.env.NODE_OPTIONS, condition].filter(Boolean).join(' ')
  return { ...process.env, ...values, NODE_OPTIONS: nodeOptions }
}

/** Says whether npm started this process: `npm start` and the like. */
export function isRunByNpm(): boolean {
  return process.env.npm_lifecycle_event !== undefined
}

/** Says whether the product runs for whoever works on it: pages are compiled as they are asked for. */
export function isInDevelopment(): boolean {
  return process.env.NODE_ENV === 'development'
}
