import type { FlattenedField } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Method } from '#support/http.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

const nowhere = '00000000-0000-4000-8000-000000000000'

/** A value that stands where another kind of value belongs. */
interface Misplaced {
  /** The field that the refusal names. */
  at: string
  body: unknown
}

const noObjects: readonly unknown[] = [null, 'x', 5, true, [], [{}]]

/** A body that is none, and in turn each group and each list of these fields as something else. */
function misplacedIn(fields: readonly FlattenedField[]): Misplaced[] {
  return [...noObjects.map((body) => ({ at: 'body', body })), ...misplacedWithin(fields)]
}

function misplacedWithin(fields: readonly FlattenedField[]): Misplaced[] {
  return fields.flatMap(({ name, ...field }): Misplaced[] => {
    const here = (value: unknown, at = name) => ({ at, body: { [name]: value } })
    if (field.type === 'group' || field.type === 'tab') {
      const within = misplacedWithin(field.flattenedFields)
      return [
        ...noObjects.map((value) => here(value)),
        ...within.map(({ at, body }) => here(body, `${name}.${at}`)),
      ]
    }
    const isList = field.type === 'array' || ('hasMany' in field && field.hasMany === true)
    if (!isList) return []
    const noLists = ['x', 5, true, {}]
    return [
      ...noLists.map((value) => here(value)),
      here([null], `${name}.0`),
      ...(field.type === 'array' ? ['x', 5, []].map((row) => here([row], `${name}.0`)) : []),
    ]
  })
}

describe('input of another shape than its field', () => {
  let product: Product
  let admin: SignedIn

  beforeAll(async () => {
    product = await startProduct()
    admin = await product.signIn('admin')
  })
  afterAll(() => product.close())

  /** What of a table is not refused with 400, the field and a reason. */
  const findUnrefused = async (method: Method, address: string, table: readonly Misplaced[]) => {
    const unrefused: string[] = []
    for (const { at, body } of table) {
      const answer = await product.call(method, address, { ...admin, body })
      if (isRefusalOf(answer, at)) continue
      unrefused.push(`${JSON.stringify(body)}: ${String(answer.status)} ${answer.text}`)
    }
    return unrefused
  }

  it('is refused by every collection, and nothing is written', async () => {
    const { collections } = product.payload.config
    const own = collections.filter(({ slug }) => !slug.startsWith('payload-'))
    expect(own.length).toBeGreaterThan(10)
    for (const { slug, flattenedFields, upload } of own) {
      const before = await product.payload.count({ collection: slug, overrideAccess: true })
      // Payload completes the data of a picture before any hook sees it: a list is an object then.
      const table = misplacedIn(flattenedFields).filter(
        ({ body }) => !upload || !Array.isArray(body),
      )
      for (const [method, address] of [
        ['POST', `/${slug}`],
        ['PATCH', `/${slug}/${nowhere}`],
      ] as const) {
        expect(await findUnrefused(method, address, table), `${method} ${slug}`).toEqual([])
      }
      const after = await product.payload.count({ collection: slug, overrideAccess: true })
      expect(after, slug).toEqual(before)
    }
  }, 120_000)

  it('is refused by every global, and nothing is changed', async () => {
    const { globals } = product.payload.config
    expect(globals.length).toBeGreaterThan(0)
    for (const { slug, flattenedFields } of globals) {
      const address = `/globals/${slug}`
      const before = await product.call('GET', address, admin)
      const table = misplacedIn(flattenedFields)
      expect(await findUnrefused('POST', address, table), slug).toEqual([])
      expect((await product.call('GET', address, admin)).text).toBe(before.text)
    }
  })

  it.each(['X-HTTP-Method-Override', 'X-Payload-HTTP-Method-Override'])(
    'is refused where a question comes as a body: %s',
    async (header) => {
      const headers = { 'Content-Type': 'application/json', [header]: 'GET' }
      const ask = (question: string) => {
        const body = new TextEncoder().encode(question)
        return product.call('POST', '/regions', { ...admin, headers, body })
      }
      const none = [
        '',
        '{{}',
        '{',
        'x',
        'null',
        '5',
        '"x"',
        '[]',
        '\u0000',
        '{"locale":{"toString":1}}',
      ]
      for (const body of [...none, '{"locale":["de"]}', '{"fallbackLocale":{}}', '{"locale":5}']) {
        const answer = await ask(body)
        expect([answer.status, answer.get('errors.0.message')], body).toEqual([
          400,
          'The body of the request is not a JSON object whose "locale" and "fallbackLocale" are texts.',
        ])
      }
      for (const body of ['{}', '{"locale":"de"}', '{"locale":null}', '{"limit":1}']) {
        const answer = await ask(body)
        expect([answer.status, Array.isArray(answer.get('docs'))], answer.text).toEqual([200, true])
      }
    },
  )

  it.each([
    ['/globals/workflow-settings', 'POST'],
    ['/regional-sections', 'POST'],
    [`/regional-sections/${nowhere}`, 'PATCH'],
    ['/users', 'POST'],
    ['/users/login', 'POST'],
    ['/users/logout', 'POST'],
    ['/users/forgot-password', 'POST'],
    ['/users/reset-password', 'POST'],
    ['/users/unlock', 'POST'],
    ['/users/first-register', 'POST'],
    ['/users/refresh-token', 'POST'],
    ['/payload-preferences/list', 'POST'],
    ['/payload-locked-documents', 'POST'],
    ['/media', 'POST'],
  ] as const)('is no fault at %s', async (address, method) => {
    const faults: string[] = []
    for (const body of [undefined, ...noObjects]) {
      const answer = await product.call(method, address, { ...admin, body })
      if (answer.status >= 500) faults.push(`${JSON.stringify(body)}: ${answer.text}`)
    }
    for (const payload of ['null', '"x"', '5', '[]', '{']) {
      const body = new FormData()
      body.set('_payload', payload)
      const answer = await product.call(method, address, { ...admin, body })
      if (answer.status >= 500) faults.push(`_payload ${payload}: ${answer.text}`)
    }
    expect(faults).toEqual([])
  })

  it('is refused over GraphQL', async () => {
    const { collections, globals } = product.payload.config
    const targets = [
      ...globals.map((of) => ({ of, target: '' })),
      ...collections
        .filter(({ slug }) => !slug.startsWith('payload-'))
        .map((of) => ({ of, target: `id: "${nowhere}", ` })),
    ]
    const asked: string[] = []
    for (const { of, target } of targets) {
      const name = `update${typeNameOf(of.slug)}`
      for (const field of of.flattenedFields.filter(({ type }) => type === 'group')) {
        const data = `{ ${field.name}: null }`
        const mutation = `mutation { ${name}(${target}data: ${data}) { __typename } }`
        const answer = await product.graphql(mutation, admin)
        asked.push(name)
        const at = `${name} ${data}: ${answer.text}`
        // The schema refuses some of it before any code of the house.
        expect(answer.get('errors.0.extensions.statusCode') ?? 400, at).toBe(400)
        expect(JSON.stringify(answer.get('errors')), at).toContain(field.name)
      }
    }
    expect(asked).toContain('updateWorkflowSetting')
    expect(asked).toContain('updateRegionalSection')
  })

  it('is refused from inside, too', async () => {
    await expect(
      product.payload.updateGlobal({
        slug: 'workflow-settings',
        // @ts-expect-error: no caller in this code can write it, a program's own data may hold it.
        data: { signOffGivers: { legal: null } },
        overrideAccess: true,
      }),
    ).rejects.toMatchObject({ name: 'ValidationError' })
  })
})

function isRefusalOf(answer: Answer, field: string): boolean {
  const errors = answer.get('errors.0.data.errors')
  if (answer.status !== 400 || !Array.isArray(errors)) return false
  return errors.some((one: { path?: unknown; message?: unknown }) =>
    Boolean(one.path === field && one.message),
  )
}

/** As GraphQL names the entries of a collection, or a global. */
function typeNameOf(slug: string): string {
  return slug.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/s$/, '')
}
