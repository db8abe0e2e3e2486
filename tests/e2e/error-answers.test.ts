import { describe, expect, it } from 'vitest'
import { callOver } from '#support/http.ts'
import { demo, makeDataFolder, startInstallation } from '#support/installation.ts'

// The build holds what pages and what the API need apart, Payload's and our own error classes among it.
// Whoever asks first loads the configuration that both share: what is refused is told the same.

describe.each([
  ['a page of the admin', '/admin/login'],
  ['the API', '/api/access'],
  ['a page of an expert', '/expert/nobody'],
])('after %s was the first to be asked', (_, first) => {
  it('REST names each field, and forms get it', async () => {
    const data = await makeDataFolder()
    const installation = await startInstallation(data.folder)
    try {
      await fetch(`${installation.origin}${first}`)
      const call = callOver(installation.origin)
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

      const graphql = await call('POST', '/graphql', {
        authorization,
        body: { query: 'mutation { createProfession(data: { name: "", slug: "" }) { id } }' },
      })
      expect(graphql.get('errors.0.extensions.data.errors.0.path')).toBe('slug')

      const nobody = '00000000-0000-4000-8000-000000000000'
      const missing = await call('POST', `/regional-sections/${nobody}/transitions`, {
        authorization,
        body: { transition: 'submit' },
      })
      expect([missing.status, missing.get('error.code')]).toEqual([404, 'not_found'])

      const unknown = await call('POST', '/regional-sections', {
        authorization,
        body: { nonsense: 1 },
      })
      expect(unknown.status).toBe(400)
      expect(unknown.get('errors.0.data.details.0.path')).toBe('nonsense')

      const expert = await fetch(`${installation.origin}/expert/nobody`)
      expect(expert.status).toBe(404)
    } finally {
      await installation.end('SIGTERM')
      await data.remove()
    }
  })
})
