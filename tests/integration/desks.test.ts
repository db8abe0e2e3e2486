import { randomUUID } from 'node:crypto'
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
      allRegions: fc.boolean(),
      regions: fc.subarray(regions),
      allProfessions: fc.boolean(),
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
    // Who answers for all texts lends all, and so much has whoever stands in for them.
    await delegate(admin, second)
    expect(await hold()).toEqual([2, 'all', 2])
  })

  describe('is said, and not what is left when its lists are emptied', () => {
    let admin: SignedIn
    beforeAll(async () => {
      admin = await product.signIn('admin')
    })

    const [first, second] = [() => texts[0], () => texts.find(({ region }) => region !== null)]
    const make = async (data: Record<string, unknown>) => {
      const body = { name: `Ressort ${randomUUID()}`, ...data }
      const made = await product.call('POST', '/desks', { ...admin, body })
      expect(made.status, made.text).toBe(201)
      return String(made.get('doc.id'))
    }
    const coverage = async (desk: string) => {
      const { id } = await product.signIn('editor', { desks: [desk] })
      const req = await product.localRequest()
      const scopes = await loadEditorScopes(req)
      const scope = scopes.find((editor) => editor.id === id)?.scope ?? null
      return texts.filter((text) => isCoveredByDesks(scope, text)).length
    }
    const ofProfession = (id: string | undefined) =>
      texts.filter(({ profession }) => profession === id).length
    const ofRegion = (id: string | undefined) => texts.filter(({ region }) => region === id).length

    const kinds: readonly [
      kind: string,
      make: () => Record<string, unknown>,
      covers: () => number,
    ][] = [
      [
        'of regions',
        () => ({ regions: [second()?.region] }),
        () => ofRegion(second()?.region ?? ''),
      ],
      [
        'of professions',
        () => ({ professions: [first()?.profession] }),
        () => ofProfession(first()?.profession),
      ],
      [
        'of both',
        () => ({ regions: [second()?.region], professions: [second()?.profession] }),
        () => 1,
      ],
      ['of all', () => ({ allRegions: true, allProfessions: true }), () => texts.length],
      ['of nothing', () => ({}), () => 0],
      [
        'of regions that is for no professions',
        () => ({ regions: [second()?.region], allProfessions: false }),
        () => 0,
      ],
    ]
    it.each(kinds)('a desk %s', async (_, data, covers) => {
      expect(await coverage(await make(data()))).toBe(covers())
    })

    const lists = { regions: [], professions: [] }
    type Door = (desk: string) => Promise<{ status: number; text: string }>
    const doors: readonly [door: string, empty: Door][] = [
      ['REST', (id) => product.call('PATCH', `/desks/${id}`, { ...admin, body: lists })],
      [
        'REST, several at once',
        (id) => product.call('PATCH', `/desks?where[id][equals]=${id}`, { ...admin, body: lists }),
      ],
      [
        'GraphQL',
        (id) =>
          product.graphql(
            `mutation { updateDesk(id: "${id}", data: { regions: [], professions: [] }) { id } }`,
            admin,
          ),
      ],
      [
        'the Local API',
        async (id) => {
          const { payload } = product
          await payload.update({ collection: 'desks', id, data: lists, overrideAccess: true })
          return { status: 200, text: '' }
        },
      ],
      [
        'the database, as when the last of a list is deleted',
        async (id) => {
          await product.sql.query('DELETE FROM desks_rels WHERE parent_id = $1', [id])
          return { status: 200, text: '' }
        },
      ],
    ]
    it.each(
      kinds
        .slice(0, 3)
        .flatMap(([kind, data]) =>
          doors.map(([door, empty]) => [kind, door, data, empty] as const),
        ),
    )('a desk %s, emptied by %s, covers nothing', async (_, __, data, empty) => {
      const desk = await make(data())
      const answer = await empty(desk)
      expect(answer.status, answer.text).toBe(200)
      expect(answer.text).not.toContain('"errors":[{')
      expect(await coverage(desk)).toBe(0)
    })

    it('an editor of an emptied desk may do nothing any more', async () => {
      const text = second()
      const desk = await make({ regions: [text?.region] })
      const editor = await product.signIn('editor', { desks: [desk] })
      const change = () =>
        product.call('PATCH', `/regional-sections/${text?.id ?? ''}?draft=true`, {
          ...editor,
          body: { headline: 'Neu' },
        })
      expect((await change()).status).toBe(200)
      await product.call('PATCH', `/desks/${desk}`, { ...admin, body: { regions: [] } })
      expect((await change()).status).toBe(403)
    })

    it('a list that is filled afterwards is meant, and emptied again covers nothing', async () => {
      const desk = await make({ professions: [second()?.profession] })
      const change = (body: object) => product.call('PATCH', `/desks/${desk}`, { ...admin, body })
      await change({ regions: [second()?.region] })
      expect(await coverage(desk)).toBe(1)
      await change({ regions: [] })
      expect(await coverage(desk)).toBe(0)
      await change({ allRegions: true })
      expect(await coverage(desk)).toBe(ofProfession(second()?.profession))
    })

    it('is on record', async () => {
      const desk = await make({ professions: [second()?.profession] })
      await product.call('PATCH', `/desks/${desk}`, { ...admin, body: { allRegions: false } })
      const { rows } = await product.sql.query<{ transition: string; data: unknown }>(
        'SELECT transition, data FROM workflow_events WHERE document = $1 ORDER BY sequence',
        [desk],
      )
      expect(rows[0]).toMatchObject({
        transition: 'createDesk',
        data: { after: { allRegions: true, allProfessions: false } },
      })
      expect(rows[1]).toMatchObject({
        transition: 'changeDesk',
        data: { before: { allRegions: true }, after: { allRegions: false } },
      })
    })

    const ends: readonly [door: string, end: Door][] = [
      ['REST', (id) => product.call('DELETE', `/desks/${id}`, admin)],
      [
        'REST, several at once',
        (id) => product.call('DELETE', `/desks?where[id][equals]=${id}`, admin),
      ],
      ['GraphQL', (id) => product.graphql(`mutation { deleteDesk(id: "${id}") { id } }`, admin)],
      [
        'the Local API',
        (id) =>
          product.payload
            .delete({ collection: 'desks', id, overrideAccess: true })
            .then(() => ({ status: 200, text: '' }), toRefusal),
      ],
      [
        'the adapter',
        (id) =>
          product.payload.db
            .deleteOne({ collection: 'desks', where: { id: { equals: id } } })
            .then(() => ({ status: 200, text: '' }), toRefusal),
      ],
    ]
    const toRefusal = (error: unknown) => ({ status: 409, text: String(error) })
    it.each(ends)('a desk that is somebody’s is not deleted by %s', async (_, end) => {
      const desk = await make({ regions: [second()?.region] })
      const { id } = await product.signIn('editor', { desks: [desk] })
      await end(desk)
      const req = await product.localRequest()
      const scope = (await loadEditorScopes(req)).find((editor) => editor.id === id)?.scope
      expect(scope).toMatchObject([{ id: desk }])
    })

    it('nor when it is given to somebody at the same moment', async () => {
      const desk = await make({ regions: [second()?.region] })
      const { id } = await product.signIn('editor')
      const other = await product.connect()
      await other.query('BEGIN')
      await other.query(
        `INSERT INTO users_rels ("order", parent_id, path, desks_id) VALUES (1, $1, 'desks', $2)`,
        [id, desk],
      )
      const ended = product.call('DELETE', `/desks/${desk}`, admin)
      await new Promise((resolve) => setTimeout(resolve, 500))
      await other.query('COMMIT')
      await other.end()
      expect((await ended).status).toBe(409)
      const { rows } = await product.sql.query('SELECT FROM desks WHERE id = $1', [desk])
      expect(rows).toHaveLength(1)
    })

    const takings: readonly [
      door: string,
      take: (person: string, desk: string) => Promise<unknown>,
    ][] = [
      ['REST', (id) => product.call('PATCH', `/users/${id}`, { ...admin, body: { desks: [] } })],
      [
        'GraphQL',
        (id) =>
          product.graphql(
            `mutation { updateUser(id: "${id}", data: { desks: [] }) { id } }`,
            admin,
          ),
      ],
      [
        'the Local API',
        (id) =>
          product.payload.update({
            collection: 'users',
            id,
            data: { desks: [] },
            overrideAccess: true,
          }),
      ],
      [
        'the database',
        (_, desk) => product.sql.query('DELETE FROM users_rels WHERE desks_id = $1', [desk]),
      ],
    ]
    it.each(takings)('whose last desk is taken by %s answers for nothing', async (_, take) => {
      const text = second()
      const desk = await make({ regions: [text?.region] })
      const editor = await product.signIn('editor', { desks: [desk] })
      await take(editor.id, desk)
      const scopes = await loadEditorScopes(await product.localRequest())
      expect(scopes.find(({ id }) => id === editor.id)?.scope).toEqual([])
      const saved = await product.call('PATCH', `/regional-sections/${text?.id ?? ''}?draft=true`, {
        ...editor,
        body: { headline: 'Neu' },
      })
      expect(saved.status).toBe(403)
      const { rows } = await product.sql.query<{ desks: number }>(
        'SELECT count(*)::int AS desks FROM users_rels WHERE parent_id = $1',
        [editor.id],
      )
      expect(rows).toEqual([{ desks: 0 }])
    })

    it('all texts are said: by a new account without desks, and by the administration', async () => {
      const desk = await make({ regions: [second()?.region] })
      const change = (id: string, body: object) =>
        product.call('PATCH', `/users/${id}`, { ...admin, body })
      const scopeOf = async ({ id }: SignedIn) =>
        (await loadEditorScopes(await product.localRequest())).find((one) => one.id === id)?.scope
      const editor = await product.signIn('editor')
      expect(await scopeOf(editor)).toBeNull()
      await change(editor.id, { desks: [desk] })
      expect(await scopeOf(editor)).toMatchObject([{ id: desk }])
      await change(editor.id, { allTexts: true })
      expect(await scopeOf(editor)).toBeNull()
      // Whoever says nothing of all texts keeps what was said, unless they name desks.
      await change(editor.id, { name: 'Redaktion' })
      expect(await scopeOf(editor)).toBeNull()
      await change(editor.id, { desks: [desk] })
      expect(await scopeOf(editor)).toMatchObject([{ id: desk }])
      const own = await product.call('PATCH', `/users/${editor.id}`, {
        ...editor,
        body: { allTexts: true },
      })
      expect(own.get('doc.allTexts')).not.toBe(true)
      expect(await scopeOf(editor)).toMatchObject([{ id: desk }])
    })

    it('a desk of people who have left is deleted, and theirs no more when they are back', async () => {
      const desk = await make({ regions: [second()?.region] })
      const editor = await product.signIn('editor', { desks: [desk] })
      expect((await product.call('DELETE', `/desks/${desk}`, admin)).status).toBe(409)
      const left = await product.call('POST', `/users/${editor.id}/deactivate`, admin)
      expect(left.status, left.text).toBe(200)
      const ended = await product.call('DELETE', `/desks/${desk}`, admin)
      expect(ended.status, ended.text).toBe(200)
      const back = await product.call('POST', `/users/${editor.id}/reactivate`, admin)
      expect(back.status, back.text).toBe(200)
      const scopes = await loadEditorScopes(await product.localRequest())
      expect(scopes.find(({ id }) => id === editor.id)?.scope).toEqual([])
    })

    it('an author without a desk has no texts in it, one with a desk those of it', async () => {
      const total = async (person: SignedIn) =>
        (await product.call('GET', '/newsroom/texts?desk=mine', person)).get('total')
      const desk = await make({ professions: [first()?.profession] })
      expect(await total(await product.signIn('author'))).toBe(0)
      expect(await total(author)).toBe(0)
      expect(await total(await product.signIn('author', { desks: [desk] }))).toBe(
        ofProfession(first()?.profession),
      )
      expect(await total(await product.signIn('editor'))).toBe(texts.length)
    })
  })
})
