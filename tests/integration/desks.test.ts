import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deskCondition, deskFilter, isCoveredByDesks, type DeskScope } from '#access/desks.ts'
import { loadDeskScope, loadEditorScopes } from '#access/load-desks.ts'
import { actorOf } from '#access/actor.ts'
import { sqlIn } from '#database/sql.ts'
import { newsroomTexts } from '#database/tables.ts'
import { makePair, sectionContent } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

// One rule, read in three ways: of a document at hand, by Payload, and in SQL.

describe('what a desk covers', () => {
  let product: Product
  let author: SignedIn
  /** The first is of no text. */
  const professions: string[] = []
  const regions: string[] = []
  const texts: { id: string; profession: string; region: string | null }[] = []

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    for (let index = 0; index < 4; index += 1) {
      const pair = await makePair(product)
      professions.push(pair.profession)
      regions.push(pair.region)
    }
    for (const profession of professions.slice(1)) {
      for (const region of [null, ...regions.slice(1)]) {
        const collection = region === null ? 'career-profiles' : 'regional-sections'
        const body = { ...sectionContent(), profession, ...(region !== null && { region }) }
        const made = await product.call('POST', `/${collection}`, { ...author, body })
        expect(made.status, made.text).toBe(201)
        texts.push({ id: String(made.get('doc.id')), profession, region })
      }
    }
  })
  afterAll(() => product.close())

  it('is the same for a document at hand, for Payload and in SQL', async () => {
    const req = await product.localRequest()
    const db = await sqlIn(req)
    const desk = fc.record({
      regions: fc.subarray(regions),
      professions: fc.subarray(professions),
    })
    const scopes = fc.sample(fc.option(fc.array(desk, { maxLength: 3 })), { numRuns: 150, seed: 7 })
    let [covered, uncovered] = [0, 0]
    for (const scope of scopes as DeskScope[]) {
      const expected = texts.filter((text) => isCoveredByDesks(scope, text)).map(({ id }) => id)
      const inSql = await db
        .select({ id: newsroomTexts.document })
        .from(newsroomTexts)
        .where(deskCondition(scope, newsroomTexts))
      const byPayload: string[] = []
      for (const [collection, columns] of [
        ['career-profiles', ['profession']],
        ['regional-sections', ['profession', 'region']],
      ] as const) {
        const where = deskFilter(scope, columns)
        if (where === false) continue
        const { docs } = await product.payload.find({
          collection,
          ...(where !== true && { where }),
          draft: true,
          depth: 0,
          pagination: false,
          overrideAccess: true,
          req,
        })
        byPayload.push(...docs.map(({ id }) => id))
      }
      const shown = JSON.stringify(scope)
      expect(inSql.map(({ id }) => id).sort(), shown).toEqual([...expected].sort())
      expect(byPayload.sort(), shown).toEqual([...expected].sort())
      covered += expected.length
      uncovered += texts.length - expected.length
    }
    expect(covered).toBeGreaterThan(100)
    expect(uncovered).toBeGreaterThan(100)
  })

  it('is, with what others delegate, the same for whoever acts and for whom a text is told', async () => {
    const { payload } = product
    const makeDesk = async (name: string, of: { regions?: string[]; professions?: string[] }) => {
      const data = { name, ...of }
      return (await payload.create({ collection: 'desks', data, overrideAccess: true })).id
    }
    const [north, south] = [
      await makeDesk('Nord', { regions: regions.slice(1, 2) }),
      await makeDesk('Süd', { regions: regions.slice(2, 3), professions: professions.slice(1, 2) }),
    ]
    const editors = await Promise.all([
      product.signIn('editor'),
      product.signIn('editor'),
      product.signIn('editor'),
    ])
    const admin = await product.signIn('admin')
    const [first, second, third] = editors
    for (const [{ id }, desks] of [
      [first, [north]],
      [second, [south]],
      [third, [north, south]],
    ] as const) {
      await payload.update({
        collection: 'users',
        id,
        data: { desks: [...desks] },
        overrideAccess: true,
      })
    }
    const delegate = async (from: SignedIn, to: SignedIn) => {
      const body = {
        from: from.id,
        to: to.id,
        startsAt: new Date(Date.now() - 60_000).toISOString(),
        endsAt: new Date(Date.now() + 3_600_000).toISOString(),
      }
      const made = await product.call('POST', '/delegations', { ...admin, body })
      expect(made.status, made.text).toBeLessThan(300)
    }
    const hold = async () => {
      const req = await product.localRequest()
      const scopes = new Map((await loadEditorScopes(req)).map(({ id, scope }) => [id, scope]))
      const seen = []
      for (const { id } of editors) {
        const user = await payload.findByID({ collection: 'users', id, overrideAccess: true, req })
        const acting = await loadDeskScope(req, actorOf({ user: { ...user, collection: 'users' } }))
        expect(scopes.get(id)).toEqual(acting)
        seen.push(acting === null ? 'all' : acting.length)
      }
      return seen
    }
    expect(await hold()).toEqual([1, 1, 2])
    await delegate(second, first)
    expect(await hold()).toEqual([2, 1, 2])
    // Who has no desk covers all, and so does whoever stands in for them.
    await delegate(admin, second)
    expect(await hold()).toEqual([2, 'all', 2])
  })
})
