import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEnvironment } from '#server/configuration/environment.ts'
import { examineFiles, examineVersion } from '#server/doctor/files.ts'
import { examineOpenness } from '#server/doctor/openness.ts'

const outside = { CMS_HOST: '0.0.0.0' }
const site = 'https://api.example.org'

describe('what the doctor says of what is open', () => {
  it.each<[Record<string, string>, Record<string, string>]>([
    [{}, {}],
    [{ DEMO: 'on' }, { demo: 'well' }],
    [
      { DEMO: 'on', ...outside },
      { demo: 'ill', introspection: 'worth knowing', 'rate limit': 'ill' },
    ],
    [{ DEMO: 'on', CMS_URL: 'https://cms.example.org' }, { demo: 'ill' }],
    [{ DEMO: 'on', CMS_URL: 'http://localhost:3000', CMS_HOST: '::1' }, { demo: 'well' }],
    [{ WEBHOOKS_ALLOW_PRIVATE: 'on' }, { 'addresses of webhooks': 'worth knowing' }],
    [{ DELIVERY_URL: site }, { introspection: 'worth knowing' }],
    [{ DELIVERY_URL: site, DELIVERY_INTROSPECTION: 'off' }, {}],
    [
      { DELIVERY_HOST: '10.0.0.1', DELIVERY_INTROSPECTION: 'off', DELIVERY_RATE_LIMIT: '0' },
      { 'rate limit': 'ill' },
    ],
    [{ DELIVERY_RATE_LIMIT: '0' }, {}],
    [
      { DELIVERY_URL: 'http://api.example.org', DELIVERY_INTROSPECTION: 'off' },
      { DELIVERY_URL: 'ill' },
    ],
    [{ DELIVERY_URL: 'http://127.0.0.1:3001' }, {}],
  ])('%j', (variables, verdicts) => {
    const found = [...examineOpenness(readEnvironment(variables), { isEmbedded: false })]
    expect(Object.fromEntries(found.map(({ about, verdict }) => [about, verdict]))).toEqual(
      verdicts,
    )
  })

  it('is that the issuer of sign-ins is asked without https', () => {
    const environment = { ...readEnvironment({}), OIDC_ISSUER: 'http://id.example.org' }
    expect([...examineOpenness(environment, { isEmbedded: false })]).toMatchObject([
      { about: 'OIDC_ISSUER', verdict: 'ill' },
    ])
  })

  it('is the demo of an embedded database, where nobody has said otherwise', () => {
    const found = [...examineOpenness(readEnvironment(outside), { isEmbedded: true })]
    expect(found.map(({ about, verdict }) => `${about}: ${verdict}`)).toContain('demo: ill')
  })
})

describe('what the doctor says of files', () => {
  it.each(['payload-secret', 'signing-key', 'signing-key-of-before', 'demo-sign-ins.txt', '.env'])(
    'names %s when others may read it',
    async (name) => {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'doctor-'))
      expect(await examineFiles(folder, folder)).toMatchObject({ verdict: 'well' })
      const file = path.join(folder, name)
      writeFileSync(file, 'x')
      chmodSync(file, 0o600)
      expect(await examineFiles(folder, folder)).toMatchObject({ verdict: 'well' })
      chmodSync(file, 0o640)
      const found = await examineFiles(folder, folder)
      expect(found.verdict).toBe('ill')
      expect(found.found).toContain(file)
    },
  )

  it('is the version of the product', async () => {
    expect((await examineVersion(process.cwd())).found).toMatch(/^\d+\.\d+\.\d+/u)
  })
})
