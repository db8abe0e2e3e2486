import type { FlattenedField } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRecord } from '#model/documents.ts'
import { namedShapes, StoredText } from '#portrait/delivered.ts'
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

  it.each(['career-profiles', 'regional-sections'] as const)(
    'takes whole numbers only where sites read whole ones, in %s',
    async (collection) => {
      const { flattenedFields } = product.payload.collections[collection].config
      const whole = numbersIn(flattenedFields).filter(({ path }) =>
        integers.has(path.split('.').at(-1) ?? ''),
      )
      expect(whole.map(({ path }) => path)).toEqual(
        expect.arrayContaining(['statistics.0.year', 'video.seconds']),
      )
      for (const { path, shape, min = 1 } of whole) {
        for (const value of [min + 0.5, min + 0.000_001]) {
          const body = shape(value)
          const answer = await product.call('PATCH', `/${collection}/${nowhere}`, {
            ...admin,
            body,
          })
          expect(answer.status, `${path}: ${String(value)} ${answer.text}`).toBe(400)
          expect(answer.get('errors.0.data.errors.0')).toMatchObject({
            path,
            message: 'Erwartet wird eine ganze Zahl.',
          })
        }
      }
    },
  )

  it('takes whole numbers only at doors of its own', async () => {
    const editor = await product.signIn('editor')
    const id = await writeSection(product, await product.signIn('author'))
    const path = `/regional-sections/${id}/workflow`
    const asked: readonly (readonly [where: string, body?: object])[] = [
      ['/newsroom/texts?limit=1.5'],
      ['/newsroom/queue?limit=1.5'],
      ['/newsroom/report.csv?weeks=1.5'],
      ['/audit?limit=1.5'],
      ['/inbox?limit=1.5'],
      [`${path}/claim`, { minutes: 1.5 }],
      [`${path}/comments`, { body: 'Hier.', on: { quote: 'Text', position: 1.5 } }],
    ]
    for (const [where, body] of asked) {
      const answer = body
        ? await product.call('POST', where, { ...editor, body })
        : await product.call('GET', where, admin)
      expect([where, answer.status]).toEqual([where, 400])
    }
  })

  it('keeps of a moment where a day is meant the day in Berlin', async () => {
    const author = await product.signIn('author')
    const id = await writeSection(product, author)
    const voice = { quote: 'Früh auf.', name: 'Mia', consentGivenOn: '2026-01-02' }
    const body = { voices: [{ ...voice, consentUntil: '2026-12-29T23:30:00.000Z' }] }
    const answer = await product.call('PATCH', `/regional-sections/${id}`, { ...author, body })
    expect(answer.status, answer.text).toBe(200)
    // What an approval says is the day on which it ends.
    expect(answer.get('doc.voices.0.consentUntil')).toBe('2026-12-30T00:00:00.000Z')
    expect(answer.get('doc.voices.0.consentGivenOn')).toBe('2026-01-02T00:00:00.000Z')
  })

  it.each([
    ['2026-01-02', '2026-01-01', 400],
    ['2026-01-02', '2026-01-02', 201],
    ['2026-01-02', null, 201],
  ])('takes no posting that ends before it was posted: %s, %s', async (posted, through, status) => {
    const body = {
      title: 'Stelle',
      url: 'https://example.org/stelle',
      externalId: `${posted}-${String(through)}`,
      hiringOrganization: 'Betrieb',
      datePosted: posted,
      validThrough: through,
    }
    const answer = await product.call('POST', '/job-references', { ...admin, body })
    expect(answer.status, answer.text).toBe(status)
    if (status === 400) {
      expect(answer.get('errors.0.data.errors.0.path')).toBe('validThrough')
      return
    }
    const path = `/job-references/${String(answer.get('doc.id'))}`
    const moved = await product.call('PATCH', path, {
      ...admin,
      body: { validThrough: '2020-01-01' },
    })
    expect(moved.status, moved.text).toBe(400)
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

/** The names under which sites read whole numbers. */
const integers = new Set(
  [StoredText, ...Object.values(namedShapes)].flatMap((shape) => integersIn('', shape)),
)

function integersIn(name: string, shape: unknown): string[] {
  if (Array.isArray(shape)) return shape.flatMap((one) => integersIn(name, one))
  if (!isRecord(shape)) return []
  const { type, properties, ...more } = shape
  const own = type === 'integer' ? [name] : []
  const inner = Object.entries(isRecord(properties) ? properties : {})
  return [
    ...own,
    ...inner.flatMap(([key, one]) => integersIn(key, one)),
    ...Object.values(more).flatMap((one) => integersIn(name, one)),
  ]
}

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
