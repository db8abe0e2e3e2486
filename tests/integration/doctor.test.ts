import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examineAddresses } from '#server/doctor/addresses.ts'
import { examineSecondFactors } from '#server/doctor/second-factors.ts'
import { examineSignIn } from '#server/doctor/sign-in.ts'
import { examine } from '#server/doctor/examine.ts'
import type { Diagnosis } from '#server/doctor/diagnosis.ts'
import { readEnvironment } from '#server/configuration/environment.ts'
import { deliveryAddress, ensureDeliverySignIn } from '#server/delivery-role.ts'
import { startLyingProvider } from '#support/lying-provider.ts'
import { startProduct, type Product } from '#support/product.ts'

describe('the doctor', () => {
  let product: Product
  const secret = 'a secret of the doctor, long enough for anybody'

  beforeAll(async () => {
    product = await startProduct()
    await ensureDeliverySignIn(product.databaseUrl, secret)
  })
  afterAll(() => product.close())

  const look = async (): Promise<Record<string, Diagnosis>> => {
    const environment = {
      ...readEnvironment(),
      DATABASE_URL: product.addresses.authoring,
      DELIVERY_DATABASE_URL: undefined,
      PAYLOAD_SECRET: secret,
    }
    const found: Record<string, Diagnosis> = {}
    for await (const diagnosis of examine(product.payload, environment, product.addresses)) {
      found[diagnosis.about] = diagnosis
    }
    return found
  }
  const verdicts = (found: Record<string, Diagnosis>) =>
    Object.values(found).flatMap(({ about, verdict }) => (verdict === 'well' ? [] : [about]))

  it('finds nothing wrong with an installation that is well', async () => {
    const found = await look()
    expect(verdicts(found)).toEqual([])
    expect(Object.keys(found)).toEqual([
      'Berufsbild',
      'Node',
      'PostgreSQL',
      'encoding',
      'migrations',
      'triggers',
      'structure',
      'plans',
      'lapses',
      'mails',
      'what sites read',
      'authoring sign-in',
      'worker sign-in',
      'passwords',
      'second factors',
      'address of the CMS',
      'delivery sign-in',
    ])
  })

  it('says by what people get in', async () => {
    const provider = await startLyingProvider()
    const settings = {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: 'x',
      OIDC_CLIENT_SECRET: 'x',
      SIGN_IN_ROLES: '[{"value":"a","role":"author"}]',
      SCIM_TOKEN: 'a-token-of-the-installation-for-the-tests',
    }
    const seen = async (more: Record<string, string>) => {
      const found: Record<string, string> = {}
      for await (const { about, verdict } of examineSignIn(readEnvironment(more))) {
        found[about] = verdict
      }
      return found
    }
    const [passwords, signIn] = ['passwords', 'sign-in provider']
    expect(await seen({})).toEqual({ [passwords]: 'well' })
    expect(await seen(settings)).toEqual({
      [passwords]: 'worth knowing',
      [signIn]: 'well',
      provisioning: 'well',
    })
    const asserted = { ...settings, LOCAL_PASSWORDS: 'off', OIDC_EMAILS: 'asserted' }
    expect(await seen(asserted)).toMatchObject({ [passwords]: 'well', [signIn]: 'worth knowing' })
    await provider.close()
    expect(await seen(settings)).toMatchObject({ [signIn]: 'ill' })
  })

  it.each([
    [{}, ['well']],
    [{ CMS_HOST: '0.0.0.0' }, ['ill']],
    [{ CMS_URL: 'http://localhost:3000' }, ['worth knowing']],
    [{ CMS_URL: 'http://cms.example.org', CMS_HOST: '0.0.0.0' }, ['ill']],
    [{ CMS_URL: 'http://cms.example.org' }, ['ill']],
    [{ CMS_URL: 'https://cms.example.org' }, ['well', 'well']],
    [{ CMS_URL: 'https://cms.example.org', CMS_HOST: '0.0.0.0' }, ['well', 'worth knowing']],
    [
      { CMS_URL: 'https://cms.example.org', CMS_HOST: '0.0.0.0', TRUSTED_PROXIES: '10.0.0.1' },
      ['well', 'well'],
    ],
  ])('says of the address in %j what is open', (variables, verdicts) => {
    const found = [...examineAddresses(readEnvironment(variables))]
    expect(found.map(({ verdict }) => verdict)).toEqual(verdicts)
  })

  it('names who approves with a password alone', async () => {
    await product.signIn('admin')
    await product.signIn('editor')
    const look = (variables: Record<string, string>) =>
      examineSecondFactors(product.sql, readEnvironment(variables))
    expect(await look({})).toMatchObject({ verdict: 'worth knowing' })
    expect((await look({})).found).toMatch(/\(admin\).+\(editor\)/u)
    expect((await look({ SECOND_FACTOR: 'admin,editor' })).advice).toContain('next sign-in')
    await product.sql.query(
      `INSERT INTO second_factors (person, secret, confirmed_at)
       SELECT id, 'sealed', now() FROM users WHERE role <> 'author'`,
    )
    expect(await look({})).toMatchObject({ verdict: 'well' })
  })

  it.each([
    [
      'triggers',
      'ill',
      'ALTER TABLE regional_sections_faq DISABLE TRIGGER workflow_guard_part',
      'ALTER TABLE regional_sections_faq ENABLE TRIGGER workflow_guard_part',
      'regional_sections_faq.workflow_guard_part',
    ],
    [
      'structure',
      'worth knowing',
      'ALTER TABLE employers ADD COLUMN of_somebody text',
      'ALTER TABLE employers DROP COLUMN of_somebody',
      'of_somebody',
    ],
    [
      'migrations',
      'ill',
      `INSERT INTO payload_migrations (name, batch) VALUES ('20990101_000000_later', 99)`,
      `DELETE FROM payload_migrations WHERE name = '20990101_000000_later'`,
      'newer version',
    ],
    [
      'plans',
      'ill',
      `INSERT INTO workflow_plans (document_collection, document, action, due_at, digest, round,
         approvals, planned_by, planned_by_name)
       VALUES ('regional-sections', gen_random_uuid(), 'publish', now() - interval '1 hour', '2-0', 1, '{}',
         gen_random_uuid(), 'Niemand')`,
      'DELETE FROM workflow_plans',
      'overdue',
    ],
  ])('tells that %s are %s', async (about, verdict, harm, mend, told) => {
    await product.sql.query(harm)
    const found = await look()
    await product.sql.query(mend)
    expect(found[about]?.verdict).toBe(verdict)
    expect(`${found[about]?.found ?? ''} ${found[about]?.advice ?? ''}`).toContain(told)
    expect(verdicts(await look())).toEqual([])
  })

  it.each(['authoring', 'worker'] as const)(
    'tells of a role of the %s that may do more than its work, or less',
    async (role) => {
      const about = `${role} sign-in`
      const name = new URL(product.addresses[role]).username
      await product.sql.query(`GRANT INSERT ON workflow_approvals TO ${name}`)
      const more = await look()
      await product.sql.query(`REVOKE INSERT, SELECT ON workflow_approvals FROM ${name}`)
      const less = await look()
      await product.sql.query(`GRANT SELECT ON workflow_approvals TO ${name}`)
      expect(more[about]).toMatchObject({ verdict: 'ill' })
      expect(more[about]?.found).toContain('INSERT on public.workflow_approvals')
      expect(less[about]?.found).toContain('lacks: SELECT on public.workflow_approvals')
      expect(verdicts(await look())).toEqual([])
    },
  )

  it('notes that two servers share a role, and says who cannot sign in', async () => {
    const environment = { ...readEnvironment(), PAYLOAD_SECRET: secret }
    const { authoring } = product.addresses
    const found: Record<string, Diagnosis> = {}
    for await (const one of examine(product.payload, environment, {
      authoring,
      worker: authoring,
    })) {
      found[one.about] = one
    }
    expect(found['worker sign-in']?.verdict).toBe('worth knowing')
    const worker = 'postgres://nobody:x@127.0.0.1:1/x'
    for await (const one of examine(product.payload, environment, { authoring, worker })) {
      found[one.about] = one
    }
    expect(found['worker sign-in']).toMatchObject({ verdict: 'ill' })
  })

  it('tells of an account of the delivery plane that may do more than read', async () => {
    const name = new URL(deliveryAddress(product.databaseUrl, secret)).username
    await product.sql.query(`GRANT SELECT ON public.users TO ${name}`)
    const found = await look()
    await product.sql.query(`REVOKE SELECT ON public.users FROM ${name}`)
    expect(found['delivery sign-in']?.verdict).toBe('ill')
  })
})
