import type { FlattenedField } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf, writeSection } from '#support/factories.ts'
import { nested, oversizeIn } from '#support/oversize.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

const nowhere = '00000000-0000-4000-8000-000000000000'

describe('input beyond the limit of its field', () => {
  let product: Product
  let admin: SignedIn

  beforeAll(async () => {
    product = await startProduct()
    admin = await product.signIn('admin')
  })
  afterAll(() => product.close())

  it('is refused by every field of every collection and global, with the field and its limit', async () => {
    const { collections, globals } = product.payload.config
    const own = collections.filter(({ slug }) => !slug.startsWith('payload-'))
    const targets = [
      ...own.map(({ slug, flattenedFields }) => ({
        method: 'PATCH' as const,
        address: `/${slug}/${nowhere}`,
        fields: flattenedFields,
      })),
      ...globals.map(({ slug, flattenedFields }) => ({
        method: 'POST' as const,
        address: `/globals/${slug}`,
        fields: flattenedFields,
      })),
    ]
    const unrefused: string[] = []
    let tried = 0
    for (const { method, address, fields } of targets) {
      for (const { at, body, limit } of oversizeIn(fields)) {
        // Payload makes these of the file itself, whatever is sent.
        if (address.startsWith('/media/') && ['url', 'filename'].includes(at)) continue
        tried += 1
        const answer = await product.call(method, address, { ...admin, body })
        const errors = answer.get('errors.0.data.errors')
        const isRefused =
          answer.status === 400 &&
          Array.isArray(errors) &&
          errors.some(
            (one: { path?: unknown; message?: unknown }) =>
              one.path === at && String(one.message).replaceAll('.', '').includes(String(limit)),
          )
        // A body larger than its route takes is turned away before its fields are looked at.
        if (!isRefused && answer.status !== 413)
          unrefused.push(`${address} ${at}: ${String(answer.status)} ${answer.text.slice(0, 300)}`)
      }
    }
    expect(unrefused.slice(0, 5)).toEqual([])
    expect(tried).toBeGreaterThan(200)
  }, 120_000)

  it('is refused from inside, where no body is', async () => {
    const id = await writeSection(product, await product.signIn('author'))
    for (const data of [
      { intro: 'x'.repeat(10_001) },
      { sections: Array.from({ length: 61 }, () => ({ kind: 'aufgaben', body: bodyOf('x') })) },
      { sections: [{ kind: 'aufgaben', body: nested(3000) }] },
      { headline: 'x', strange: nested(3000) },
      Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`key${String(index)}`, 1])),
    ]) {
      await expect(
        product.payload.update({
          collection: 'regional-sections',
          id,
          data: data as object,
          draft: true,
          overrideAccess: true,
        }),
      ).rejects.toMatchObject({ name: 'ValidationError' })
    }
  })

  it('leaves what is within it', async () => {
    const author = await product.signIn('author')
    const id = await writeSection(product, author)
    const body = {
      intro: 'ü'.repeat(10_000),
      sections: Array.from({ length: 60 }, () => ({ kind: 'aufgaben', body: bodyOf('Text.') })),
    }
    const answer = await product.call('PATCH', `/regional-sections/${id}`, { ...author, body })
    expect(answer.status, answer.text.slice(0, 500)).toBe(200)
  })

  it.each([
    ['referenceYear', 2024.5],
    ['sampleSize', 12.25],
  ])('%s takes whole numbers only', async (name, value) => {
    const author = await product.signIn('author')
    const id = await writeSection(product, author)
    const figure = { kind: 'einstieg', period: 'JAHR', currency: 'EUR', [name]: value }
    const body = { salaryFigures: [figure] }
    const answer = await product.call('PATCH', `/regional-sections/${id}`, { ...author, body })
    expect(answer.status, answer.text).toBe(400)
    expect(answer.get('errors.0.data.errors.0.path')).toBe(`salaryFigures.0.${name}`)
  })

  it('holds each number of a draft to its range, and says which and why', async () => {
    const author = await product.signIn('author')
    const id = await writeSection(product, author)
    const { flattenedFields } = product.payload.collections['regional-sections'].config
    const places = numbersIn(flattenedFields)
    expect(places.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['salaryFigures.0.referenceYear', 'salaryFigures.0.min']),
    )
    for (const { path, shape, min, max } of places) {
      for (const value of [1e308, -1e308, (max ?? 1e12) + 1, (min ?? -1e12) - 1]) {
        const answer = await product.call('PATCH', `/regional-sections/${id}`, {
          ...author,
          body: shape(value),
        })
        expect(answer.status, `${path}: ${String(value)} ${answer.text}`).toBe(400)
        expect(answer.get('errors.0.data.errors.0.path')).toBe(path)
        expect(answer.get('errors.0.data.errors.0.message')).toMatch(/^(?:At|Mindest|Höchst)/)
      }
    }
  })

  it.each(['1e999', '-1e999'])('takes no number that JSON cannot hold: %s', async (number) => {
    const headers = { 'Content-Type': 'application/json' }
    const bodyOf = (written: string) => new TextEncoder().encode(written)
    const admin = await product.signIn('admin')
    const author = await product.signIn('author')
    const id = await writeSection(product, author)
    const text = await product.call('GET', `/regional-sections/${id}?depth=0`, author)
    const figure = `{"kind":"einstieg","period":"JAHR","currency":"EUR","median":${number}}`
    for (const [path, body] of [
      [`/regional-sections/${id}`, `{"salaryFigures":[${figure}]}`],
      [`/regions/${String(text.get('region'))}`, `{"latitude":${number}}`],
    ] as const) {
      const answer = await product.call('PATCH', path, { ...admin, headers, body: bodyOf(body) })
      expect(answer.status, answer.text).toBe(400)
    }
  })

  it('takes no negative salary', async () => {
    const author = await product.signIn('author')
    const id = await writeSection(product, author)
    for (const name of ['min', 'q25', 'median', 'q75', 'max', 'upperHint']) {
      const figure = { kind: 'einstieg', period: 'JAHR', currency: 'EUR', [name]: -1 }
      const body = { salaryFigures: [figure] }
      const answer = await product.call('PATCH', `/regional-sections/${id}`, { ...author, body })
      expect([name, answer.status]).toEqual([name, 400])
    }
  })
})

interface NumberPlace {
  path: string
  min?: number | undefined
  max?: number | undefined
  /** A body that has this value there. */
  shape: (value: number) => Record<string, unknown>
}

/** All numbers that a document may hold, in groups and in the first row of each list. */
function numbersIn(fields: readonly FlattenedField[]): NumberPlace[] {
  return fields.flatMap((field): NumberPlace[] => {
    const { name } = field
    if (field.type === 'number') {
      const { min, max } = field
      return [{ path: name, min, max, shape: (value) => ({ [name]: value }) }]
    }
    if (field.type === 'group' || field.type === 'tab') {
      return numbersIn(field.flattenedFields).map(({ path, shape, ...range }) => ({
        ...range,
        path: `${name}.${path}`,
        shape: (value) => ({ [name]: shape(value) }),
      }))
    }
    if (field.type !== 'array') return []
    return numbersIn(field.flattenedFields).map(({ path, shape, ...range }) => ({
      ...range,
      path: `${name}.0.${path}`,
      shape: (value) => ({ [name]: [shape(value)] }),
    }))
  })
}
