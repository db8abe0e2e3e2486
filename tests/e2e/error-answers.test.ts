import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbeddedDatabase, type EmbeddedDatabase } from '#server/postgres/embedded.ts'
import { addressesFrom } from '#server/roles/sign-ins.ts'
import { copyDemoFolder } from '#support/demo-folder.ts'
import { callOver } from '#support/http.ts'
import {
  demo,
  exitOf,
  runAuthoringPlane,
  startInstallation,
  type DataFolder,
  type Installation,
} from '#support/installation.ts'

// The build holds what pages and what the API need apart, Payload's and our own error classes among it.
// Whoever asks first loads the configuration that both share: what is refused is told the same.

describe('what is refused', () => {
  let data: DataFolder
  let installation: Installation
  let database: EmbeddedDatabase

  beforeAll(async () => {
    data = await copyDemoFolder()
    installation = await startInstallation(data.folder)
    database = await openEmbeddedDatabase(data.folder)
  })
  afterAll(async () => {
    await database.close()
    await installation.end('SIGTERM')
    await data.remove()
  })

  it.each([
    ['a page of the admin', '/admin/login'],
    ['the API', '/api/access'],
    ['a page for an expert', '/expert/nobody'],
  ])('is told field by field, after %s was the first to be asked', async (_, first) => {
    const plane = await runAuthoringPlane({
      DATABASE_URL: addressesFrom(database.url, '').authoring,
      PAYLOAD_SECRET: (await readFile(path.join(data.folder, 'payload-secret'), 'utf8')).trim(),
      DATA_DIR: data.folder,
      MEDIA_DIR: path.join(data.folder, 'media'),
      DEMO: 'on',
    })
    try {
      // It does not listen yet: only what is refused before it is asked is tried again.
      await expect
        .poll(() =>
          fetch(`${plane.origin}${first}`).then(
            () => true,
            () => false,
          ),
        )
        .toBe(true)
      const call = callOver(plane.origin)
      const account = { email: 'admin@berufsbild.example', password: demo.password }
      const signedIn = await call('POST', '/users/login', { body: account })
      const authorization = `JWT ${String(signedIn.get('token'))}`

      const incomplete = await call('POST', '/professions', { authorization, body: {} })
      expect(incomplete.status).toBe(400)
      expect(incomplete.get('errors.0.name')).toBe('ValidationError')
      expect(incomplete.get('errors.0.data.errors.0')).toMatchObject({
        path: 'slug',
        message: expect.any(String) as string,
      })

      const query = 'mutation { createProfession(data: { name: "", slug: "" }) { id } }'
      const graphql = await call('POST', '/graphql', { authorization, body: { query } })
      expect(graphql.get('errors.0.extensions.data.errors.0.path'), graphql.text).toBe('slug')

      const nobody = '00000000-0000-4000-8000-000000000000'
      const missing = await call('POST', `/regional-sections/${nobody}/transitions`, {
        authorization,
        body: { transition: 'submit' },
      })
      expect([missing.status, missing.get('error.code')]).toEqual([404, 'not_found'])

      const texts = await call('GET', '/regional-sections?limit=1&depth=0', { authorization })
      const old = await call('PATCH', `/regional-sections/${String(texts.get('docs.0.id'))}`, {
        authorization,
        body: { headline: 'Neu', digest: '0'.repeat(64) },
      })
      expect([old.status, old.get('errors.0.data.code')], old.text).toEqual([409, 'edit_conflict'])
      expect(old.get('errors.0.data.errors.0.path')).toBe('digest')

      expect((await fetch(`${plane.origin}/expert/nobody`)).status).toBe(404)
    } finally {
      plane.process.kill('SIGTERM')
      await exitOf(plane.process)
    }
  })
})
