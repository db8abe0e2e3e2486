import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { deliveryCommand, deliverySettings } from '#server/delivery-command.ts'
import { childEnvironment, readEnvironment, variables } from '#server/configuration/environment.ts'
import { InvalidEnvironment } from '#server/configuration/faults.ts'

const secret = 'a secret of more than 24 characters'

describe('the delivery plane', () => {
  it('is started by npm run delivery as by the start', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>
    }
    expect(scripts.delivery).toBe(['node', ...deliveryCommand].join(' '))
  })

  it('is handed what it reads, and no key, mail server or address of another role', () => {
    for (const name of variables) vi.stubEnv(name, 'set')
    const handed = childEnvironment(deliverySettings({ DATABASE_URL: 'set' }, 'set'))
    vi.unstubAllEnvs()
    const told = variables.filter((name) => handed[name] !== '')
    const own = variables.filter((name) => name.startsWith('DELIVERY_'))
    expect(told.sort()).toEqual(
      [...own, 'CMS_HOST', 'CMS_PORT', 'DATA_DIR', 'DEMO', 'LOG_LEVEL', 'PAYLOAD_SECRET'].sort(),
    )
  })
})

describe('the environment', () => {
  it('does without anything', () => {
    expect(readEnvironment({})).toMatchObject({
      CMS_PORT: 3000,
      CMS_HOST: '127.0.0.1',
      DELIVERY_PORT: 3001,
      DELIVERY_INTROSPECTION: 'on',
      DATA_DIR: '.data',
      MEDIA_DIR: 'media',
      LOG_LEVEL: 'warn',
      WEBHOOKS_ALLOW_PRIVATE: 'off',
    })
  })

  it('takes an empty value for none', () => {
    expect(readEnvironment({ CMS_PORT: '', DATABASE_URL: '', DEMO: '' })).toEqual(
      readEnvironment({}),
    )
  })

  it.each([
    [{ OIDC_ISSUER: 'http://id.example.org' }, 'OIDC_ISSUER must be an https address'],
    [{ OIDC_ISSUER: 'https://id.example.org/?a=b' }, 'OIDC_ISSUER must be an https address'],
    [{ OIDC_ISSUER: 'https://id.example.org' }, 'OIDC_CLIENT_ID must be set where OIDC_ISSUER is'],
    [
      { OIDC_ISSUER: 'https://id.example.org', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'x' },
      'SIGN_IN_ROLES must be set where OIDC_ISSUER is',
    ],
    [{ OIDC_SCOPES: 'profile' }, 'OIDC_SCOPES must have "openid"'],
    [{ OIDC_EMAILS: 'on' }, 'OIDC_EMAILS must be "verified" or "asserted"'],
    [{ SIGN_IN_ROLES: '{' }, 'SIGN_IN_ROLES must be a list'],
    [{ SIGN_IN_ROLES: '[]' }, 'SIGN_IN_ROLES must be a list'],
    [{ SIGN_IN_ROLES: '[{"value":"a","role":"chief"}]' }, '(0.role:'],
    [{ SIGN_IN_ROLES: '[{"value":"a","role":"author","rights":"all"}]' }, '(0: '],
    [{ SCIM_TOKEN: 'short' }, 'SCIM_TOKEN must have at least 32 characters'],
    [{ LOCAL_PASSWORDS: 'off' }, 'OIDC_ISSUER must be set where LOCAL_PASSWORDS is off'],
    [{ CMS_PORT: 'abc' }, 'CMS_PORT must be a port number'],
    [{ CMS_PORT: '70000' }, 'CMS_PORT must be between 1 and 65535'],
    [{ CMS_PORT: '80.5' }, 'CMS_PORT must be a whole number'],
    [{ CMS_URL: 'cms.example.org' }, 'CMS_URL must be an http(s) address'],
    [{ DATABASE_URL: 'mysql://x', PAYLOAD_SECRET: secret }, 'DATABASE_URL must begin with'],
    [{ DATABASE_URL: 'postgres://x' }, 'PAYLOAD_SECRET must be set where DATABASE_URL is'],
    [{ DATABASE_OWNER_URL: 'x', PAYLOAD_SECRET: secret }, 'DATABASE_OWNER_URL must begin with'],
    [
      { DATABASE_OWNER_URL: 'postgres://x' },
      'PAYLOAD_SECRET must be set where DATABASE_OWNER_URL is',
    ],
    [{ WORKER_DATABASE_URL: 'mysql://x' }, 'WORKER_DATABASE_URL must begin with'],
    [{ PAYLOAD_SECRET: 'short' }, 'PAYLOAD_SECRET must have at least 24 characters'],
    [{ DELIVERY_PORT: '0' }, 'DELIVERY_PORT must be between 1 and 65535'],
    [{ DELIVERY_PUBLIC: 'yes' }, 'DELIVERY_PUBLIC must be "on" or "off"'],
    [{ DELIVERY_URL: 'api.example.org' }, 'DELIVERY_URL must be an http(s) address'],
    [{ DELIVERY_DATABASE_URL: 'mysql://x' }, 'DELIVERY_DATABASE_URL must begin with'],
    [{ DELIVERY_RATE_LIMIT: '-1' }, 'DELIVERY_RATE_LIMIT must not be negative'],
    [{ DELIVERY_METRICS_TOKEN: 'short' }, 'DELIVERY_METRICS_TOKEN must have at least 24'],
    [{ DEMO: 'yes' }, 'DEMO must be "on" or "off"'],
    [{ DEMO_PASSWORD: 'short' }, 'DEMO_PASSWORD must have at least 10 characters'],
    [{ DEMO_SITE_KEY: 'a key with spaces in it, long' }, 'DEMO_SITE_KEY must have'],
    [{ SMTP_URL: 'http://mail' }, 'SMTP_URL must be an smtp:// or smtps:// address'],
    [{ SMTP_URL: 'smtp://mail:25' }, 'MAIL_FROM must be set where SMTP_URL is'],
    [{ SMTP_URL: 'smtp://mail', MAIL_FROM: 'somebody' }, 'MAIL_FROM must be an address'],
    [{ WEBHOOKS_ALLOW_PRIVATE: 'yes' }, 'WEBHOOKS_ALLOW_PRIVATE must be "on" or "off"'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  ])('refuses %j and names the variable', (variables, message) => {
    const read = () => readEnvironment(variables)
    expect(read).toThrow(InvalidEnvironment)
    expect(read).toThrow(message)
  })

  it('names every wrong variable at once', () => {
    expect(() => readEnvironment({ CMS_PORT: 'x', DEMO: 'x' })).toThrow(/CMS_PORT.*DEMO/)
  })
})
