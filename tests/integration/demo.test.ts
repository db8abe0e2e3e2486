import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startProduct, type Product } from '#support/product.ts'
import { loadDemo } from '#server/demo/load.ts'
import { signInsFile } from '#server/demo/sign-ins.ts'

describe('the demo', () => {
  let product: Product
  let folder: string

  beforeAll(async () => {
    product = await startProduct()
    folder = await mkdtemp(path.join(os.tmpdir(), 'berufsbild-demo-'))
    await load()
  })
  afterAll(async () => {
    await product.close()
    await rm(folder, { recursive: true, force: true })
  })

  const load = (password?: string) =>
    loadDemo({
      payload: product.payload,
      dataDirectory: folder,
      password,
      siteKey: undefined,
    })
  const told = () => readFile(signInsFile(folder), 'utf8')
  const signIn = async (name: string) => {
    const password = /password (\S+)/.exec(await told())?.[1]
    const email = `${name}@berufsbild.example`
    return product.call('POST', '/users/login', { body: { email, password } })
  }
  const countOf = async (collection: 'career-profiles' | 'regional-sections' | 'users') =>
    (await product.payload.count({ collection, overrideAccess: true })).totalDocs

  it('goes on where a load was broken off, and tells what opens the door now', async () => {
    await product.sql.query('DELETE FROM import_runs')
    const before = await told()
    await load()
    expect(await told()).not.toBe(before)
    expect((await signIn('author2')).status).toBe(200)
    const key = /API-Key (\S+)/.exec(await told())?.[1] ?? ''
    const site = { authorization: `sites API-Key ${key}` }
    expect((await product.call('GET', '/regional-sections', site)).get('totalDocs')).toBe(2)
    expect([await countOf('career-profiles'), await countOf('regional-sections')]).toEqual([3, 6])
    const { rows } = await product.sql.query(
      `SELECT (SELECT count(*)::int FROM desks) AS desks,
         (SELECT count(*)::int FROM workflow_assignments WHERE due_at > now()) AS due,
         (SELECT count(*)::int FROM workflow_comments) AS comments`,
    )
    expect(rows).toEqual([{ desks: 2, due: 2, comments: 1 }])
  })

  it('is loaded once, and belongs to the people from then on', async () => {
    const editor = { authorization: `JWT ${String((await signIn('editor')).get('token'))}` }
    const find = async (collection: string, slug: string) =>
      product.call('GET', `/${collection}?where[slug][equals]=${slug}`, editor)
    const profession = String((await find('professions', 'it-leiter')).get('docs.0.id'))
    const region = String((await find('regions', 'koeln')).get('docs.0.id'))
    for (const [address, body] of [
      [`/professions/${profession}`, { slug: 'it-leitung' }],
      [`/regions/${region}`, { neighbours: [] }],
    ] as const) {
      const proposed = await product.call('PATCH', address, { ...editor, body })
      expect(proposed.status).toBe(202)
      const second = { authorization: `JWT ${String((await signIn('editor2')).get('token'))}` }
      const id = String(proposed.get('proposals.0.id'))
      const listed = await product.call('GET', '/reference/proposals', second)
      const proposals = listed.get('proposals') as { id: string; digest: string }[]
      const seen = proposals.find((proposal) => proposal.id === id)
      const confirmed = await product.call('POST', `/reference/proposals/${id}/confirm`, {
        ...second,
        body: { expectedDigest: seen?.digest },
      })
      expect(confirmed.status, confirmed.text).toBe(200)
    }
    const before = await told()
    await product.payload.delete({
      collection: 'users',
      where: { email: { equals: 'editor2@berufsbild.example' } },
      overrideAccess: true,
    })
    await load('another password')
    expect((await find('professions', 'it-leitung')).get('totalDocs')).toBe(1)
    expect((await find('regions', 'koeln')).get('docs.0.neighbours')).toEqual([])
    expect(await told()).toBe(before)
    expect((await signIn('editor2')).status).toBe(401)
    // Who has been here is deactivated, and does not come back.
    expect(await countOf('users')).toBe(5)
  })
})
