import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callers, operations, permissions, type Caller, type Operation } from '#access/table.ts'
import { editorialCollections } from '#model/documents.ts'
import { startProduct, type Product } from '#support/product.ts'
import { fieldsInDigest, fieldsOutsideDigest } from '#portrait/registry.ts'

const missing = '00000000-0000-4000-8000-000000000000'

describe('access', () => {
  let product: Product
  const authorization = new Map<Caller, string | undefined>()
  const rights = new Map<Caller, (path: string) => unknown>()

  beforeAll(async () => {
    product = await startProduct()
    authorization.set('site', (await product.makeSite()).authorization)
    for (const role of ['author', 'editor', 'admin'] as const) {
      authorization.set(role, (await product.signIn(role)).authorization)
    }
    for (const caller of callers) {
      const answer = await product.call('GET', '/access', {
        authorization: authorization.get(caller),
      })
      rights.set(caller, answer.get)
    }
  })
  afterAll(() => product.close())

  const collections = Object.entries(permissions)
  const cells = collections.flatMap(([collection, rows]) =>
    operations.flatMap((operation) =>
      callers.map((caller) => ({
        collection,
        operation,
        caller,
        permission: rows[operation][caller],
      })),
    ),
  )

  it.each(cells)(
    '$caller, $operation of $collection: $permission',
    async ({ collection, operation, caller, permission }) => {
      const status = await knock(collection, operation, caller)
      if (permission === 'none') {
        expect(status).toBe(403)
        return
      }
      const right = rights.get(caller)?.(`collections.${collection}.${operation}`)
      // A collection without versions has none to read, whoever asks.
      if (operation !== 'readVersions') expect(right).toBeTruthy()
      if (permission === 'all' || operation === 'read') expect(status).not.toBe(403)
    },
  )

  /** The HTTP status of one operation, on an entry that does not exist where it needs one. */
  async function knock(collection: string, operation: Operation, caller: Caller): Promise<number> {
    const options = { authorization: authorization.get(caller) }
    const doors: Record<Operation, () => Promise<{ status: number }>> = {
      create: () => product.call('POST', `/${collection}`, { ...options, body: {} }),
      read: () => product.call('GET', `/${collection}`, options),
      update: () => product.call('PATCH', `/${collection}/${missing}`, { ...options, body: {} }),
      delete: () => product.call('DELETE', `/${collection}/${missing}`, options),
      readVersions: async () => {
        const answer = await product.call('GET', `/${collection}/versions`, options)
        return answer.status === 404 ? { status: 403 } : answer
      },
    }
    return (await doors[operation]()).status
  }

  it('is stated for every collection that the product has', () => {
    const own = product.payload.config.collections
      .map(({ slug }) => slug)
      .filter((slug) => !slug.startsWith('payload-'))
    expect(Object.keys(permissions).sort()).toEqual(own.sort())
  })

  it('closes the collections that Payload adds to sites and to strangers', async () => {
    const added = product.payload.config.collections.filter(({ slug }) =>
      slug.startsWith('payload-'),
    )
    expect(added.length).toBeGreaterThan(2)
    const local = await product.localRequest()
    for (const { slug, access } of added) {
      for (const operation of ['create', 'read', 'update', 'delete'] as const) {
        for (const user of [null, { id: missing, collection: 'sites', name: 'Site' }]) {
          const req = Object.assign(Object.create(local) as typeof local, { user })
          expect(await access[operation]({ req }), `${operation} of ${slug}`).toBe(false)
        }
      }
    }
  })

  it('lets nobody break the lock of somebody else, except the administration', async () => {
    const locked = await product.payload.create({
      collection: 'payload-locked-documents',
      data: {
        document: { relationTo: 'desks', value: (await makeDesk()).id },
        user: { relationTo: 'users', value: (await product.signIn('author')).id },
      },
      overrideAccess: true,
    })
    const path = `/payload-locked-documents/${locked.id}`
    for (const caller of ['anonymous', 'site', 'author', 'editor'] as const) {
      const options = { authorization: authorization.get(caller) }
      expect((await product.call('DELETE', path, options)).status, caller).toBeGreaterThan(400)
      expect(
        (await product.call('PATCH', path, { ...options, body: { globalSlug: 'x' } })).status,
        caller,
      ).toBeGreaterThan(400)
    }
    const admin = { authorization: authorization.get('admin') }
    expect((await product.call('DELETE', path, admin)).status).toBe(200)
  })

  const makeDesk = () =>
    product.payload.create({
      collection: 'desks',
      data: { name: 'Ressort' },
      overrideAccess: true,
    })

  it('lets nobody raise a role', async () => {
    const author = { authorization: authorization.get('author') }
    const me = await product.call('GET', '/users/me', author)
    const own = `/users/${String(me.get('user.id'))}`
    await product.call('PATCH', own, { ...author, body: { role: 'admin', name: 'Neuer Name' } })
    const after = await product.call('GET', own, author)
    expect(after.get('role')).toBe('author')
    expect(after.get('name')).toBe('Neuer Name')
  })
})

describe('the digest', () => {
  it('knows every field of an editorial document, as content or as bookkeeping', async () => {
    const { default: config } = await import('../../payload.config.ts')
    const { collections } = await config
    for (const slug of editorialCollections) {
      const fields =
        collections.find((collection) => collection.slug === slug)?.flattenedFields ?? []
      expect(fields.length).toBeGreaterThan(10)
      for (const { name } of fields) {
        const places = [fieldsInDigest, fieldsOutsideDigest].filter((list) => list.includes(name))
        expect(places, `${slug}.${name}`).toHaveLength(1)
      }
    }
  })
})
