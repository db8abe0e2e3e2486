import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  makeLive,
  makePair,
  publish,
  sectionContent,
  transition,
  writeSection,
} from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

// What the newsroom's lists, home and matrix say, against what was done.

describe('the newsroom', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn
  let admin: SignedIn
  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
    admin = await product.signIn('admin')
  })
  afterAll(() => product.close())

  const get = async (path: string, person: SignedIn) => {
    const answer = await product.call('GET', `/newsroom${path}`, {
      authorization: person.authorization,
    })
    expect(answer.status, answer.text).toBe(200)
    return answer
  }
  const idsOf = (answer: { get: (path: string) => unknown }) =>
    (answer.get('texts') as { id: string }[]).map(({ id }) => id)
  const rowOf = async (id: string) => {
    const { rows } = await product.sql.query('SELECT * FROM newsroom_texts WHERE document = $1', [
      id,
    ])
    return rows[0] as Record<string, unknown> | undefined
  }

  describe('its table', () => {
    it('follows a text from its first word until it is live', async () => {
      const id = await writeSection(product, author)
      expect(await rowOf(id)).toMatchObject({
        title: 'Eine Überschrift',
        stage: 'draft',
        live_at: null,
      })
      await product.call('PATCH', `/regional-sections/${id}`, {
        authorization: author.authorization,
        body: { headline: 'Eine andere' },
      })
      expect(await rowOf(id)).toMatchObject({ title: 'Eine andere', author: author.id })
      await publish(product, { author, editor }, id)
      const live = await rowOf(id)
      expect(live).toMatchObject({ stage: 'live', risk: 'facts' })
      expect(live?.live_digest).toBe(live?.digest)
    })

    it('keeps the date of the last change when a save changes no word', async () => {
      const id = await writeSection(product, author)
      const before = await rowOf(id)
      await product.call('PATCH', `/regional-sections/${id}`, {
        authorization: author.authorization,
        body: { headline: 'Eine Überschrift' },
      })
      expect((await rowOf(id))?.changed_at).toEqual(before?.changed_at)
    })

    it('knows who is to write and to review, by when, and who is reviewing', async () => {
      const id = await writeSection(product, author)
      await product.call('PATCH', `/regional-sections/${id}/workflow/assignment`, {
        authorization: admin.authorization,
        body: { reviewer: editor.id, dueAt: '2031-01-01T00:00:00Z' },
      })
      expect(await rowOf(id)).toMatchObject({ reviewer: editor.id })
      await transition(product, author, id, { transition: 'submit' })
      await product.call('POST', `/regional-sections/${id}/workflow/claim`, {
        authorization: editor.authorization,
        body: {},
      })
      expect(await rowOf(id)).toMatchObject({ claimed_by: editor.id })
      await transition(product, author, id, { transition: 'withdraw' })
      expect(await rowOf(id)).toMatchObject({ claimed_by: null, stage: 'draft' })
    })

    it('forgets a text that was deleted', async () => {
      const id = await writeSection(product, author)
      await product.call('DELETE', `/regional-sections/${id}`, {
        authorization: admin.authorization,
      })
      expect(await rowOf(id)).toBeUndefined()
    })
  })

  describe('the list', () => {
    it('goes through every text once, page by page, in either order', async () => {
      for (let index = 0; index < 5; index += 1) await writeSection(product, author)
      for (const sort of ['-changed', 'changed', 'title', '-title', 'since']) {
        const seen: string[] = []
        let cursor = ''
        for (;;) {
          const page = await get(`/texts?sort=${sort}&limit=2${cursor}`, author)
          seen.push(...idsOf(page))
          const next = page.get('nextCursor')
          if (next === null) break
          cursor = `&cursor=${next as string}`
        }
        const all = await get('/texts?limit=200', author)
        expect(new Set(seen).size).toBe(seen.length)
        expect([...seen].sort()).toEqual(idsOf(all).sort())
        expect(all.get('total')).toBe(seen.length)
      }
    })

    it('is narrowed by stage, by author, by words and by what is live', async () => {
      const other = await product.signIn('author')
      const draft = await writeSection(product, other, { headline: 'Zeltmacher am Rhein' })
      const live = await makeLive(product, { author: other, editor })
      expect(idsOf(await get('/texts?author=me', other)).sort()).toEqual([draft, live].sort())
      expect(idsOf(await get('/texts?author=me&stage=live,approved', other))).toEqual([live])
      expect(idsOf(await get('/texts?q=zeltmacher', other))).toEqual([draft])
      expect(idsOf(await get(`/texts?author=${other.id}&live=no`, editor))).toEqual([draft])
      await product.call('PATCH', `/regional-sections/${live}`, {
        authorization: other.authorization,
        body: { headline: 'Neu' },
      })
      expect(idsOf(await get(`/texts?author=${other.id}&live=changed`, editor))).toEqual([live])
    })

    it('shows an editor what their desk covers, and no more, when they ask for it', async () => {
      const pair = await makePair(product)
      const desk = await product.payload.create({
        collection: 'desks',
        data: { name: `Ressort ${pair.region}`, regions: [pair.region] },
        overrideAccess: true,
      })
      const deskEditor = await product.signIn('editor', { desks: [desk.id] })
      const inside = await product.call('POST', '/regional-sections', {
        authorization: author.authorization,
        body: { ...sectionContent(), ...pair },
      })
      const texts = await get('/texts?desk=mine', deskEditor)
      expect(idsOf(texts)).toEqual([inside.get('doc.id')])
      expect(texts.get('texts.0.desks.0.name')).toBe(desk.name)
      expect(idsOf(await get(`/texts?desk=${desk.id}`, admin))).toEqual([inside.get('doc.id')])
    })

    it.each([
      ['stage=lebendig', 'stage'],
      ['author=jemand', 'author'],
      ['sort=digest', 'sort'],
      ['cursor=unsinn', 'cursor'],
      ['farbe=rot', 'farbe'],
    ])('refuses %s and names the field', async (parameter, path) => {
      for (const list of ['/newsroom/texts', '/newsroom/texts.csv']) {
        const answer = await product.call('GET', `${list}?${parameter}`, {
          authorization: editor.authorization,
        })
        expect(answer.status).toBe(400)
        expect(JSON.stringify(answer.get('error.details'))).toContain(path)
      }
    })

    it('is written as CSV with all that it picks, and no cell is a formula', async () => {
      const other = await product.signIn('author')
      await writeSection(product, other, { headline: '=HYPERLINK("http://x")' })
      const csv = await product.text('/newsroom/texts.csv?author=me&limit=1', {
        authorization: other.authorization,
      })
      const lines = csv.trim().split('\r\n')
      expect(lines).toHaveLength(2)
      expect(lines[0]).toContain('"Überschrift";"Beruf";"Region";"Stand"')
      expect(lines[1]).toMatch(/^"'=HYPERLINK\(""http:\/\/x""\)"/)
    })
  })

  describe('the queue', () => {
    it('holds what waits for a person, what is due first, and leads on from one to the next', async () => {
      const reviewer = await product.signIn('editor')
      const first = await writeSection(product, author)
      const second = await writeSection(product, author)
      const own = await writeSection(product, reviewer)
      for (const [person, id] of [
        [author, first],
        [author, second],
        [reviewer, own],
      ] as const) {
        await transition(product, person, id, { transition: 'submit' })
      }
      await product.call('PATCH', `/regional-sections/${second}/workflow/assignment`, {
        authorization: admin.authorization,
        body: { dueAt: '2031-01-01T00:00:00Z' },
      })
      const ids = idsOf(await get('/queue', reviewer))
      expect(ids[0]).toBe(second)
      expect(ids).toContain(first)
      expect(ids).not.toContain(own)
      const next = await get(`/queue/next?after=${String(ids.at(-1))}`, reviewer)
      expect(next.get('next.id')).toBe(second)
      await product.call('POST', `/regional-sections/${second}/workflow/claim`, {
        authorization: editor.authorization,
        body: {},
      })
      const free = await get(`/queue/next?after=${String(ids.at(-1))}`, reviewer)
      expect(free.get('next.id')).not.toBe(second)
      expect(idsOf(await get('/queue', author))).toEqual([])
    })
  })

  describe('the home page', () => {
    it('tells an author what was asked of them, by whom, and how many texts they have', async () => {
      const other = await product.signIn('author')
      const id = await writeSection(product, other)
      await transition(product, other, id, { transition: 'submit' })
      await transition(product, editor, id, { transition: 'requestChanges', comment: 'Kürzer!' })
      const home = await get('/home', other)
      expect(home.get('mine.changes_requested')).toBe(1)
      expect(home.get('asked.texts.0')).toMatchObject({
        id,
        reason: 'Kürzer!',
        askedBy: editor.name,
      })
    })

    it('tells an editor what they approved and is not live', async () => {
      const other = await product.signIn('editor')
      const id = await writeSection(product, author)
      await transition(product, author, id, { transition: 'submit' })
      await transition(product, other, id, { transition: 'approve' })
      const home = await get('/home', other)
      expect(home.get('approved.total')).toBe(1)
      expect(home.get('approved.texts.0.id')).toBe(id)
      await transition(product, other, id, { transition: 'publish' })
      const after = await get('/home', other)
      expect(after.get('approved.total')).toBe(0)
      expect(after.get('wentLive.texts.0.id')).toBe(id)
    })

    it('tells what is planned, as the list does, also of a text that is written on meanwhile', async () => {
      const writer = await product.signIn('author')
      const planned = async () => {
        const id = await writeSection(product, writer)
        await transition(product, writer, id, { transition: 'submit' })
        await transition(product, editor, id, { transition: 'approve' })
        const plan = { transition: 'schedule', publishAt: '2099-01-01T00:00Z' }
        expect((await transition(product, editor, id, plan)).status).toBe(200)
        return id
      }
      const ids = [await planned(), await planned()]
      const path = `/regional-sections/${String(ids[1])}?keepPlan=true`
      const edited = await product.call('PATCH', path, { ...writer, body: { headline: 'Neu' } })
      expect(edited.status, edited.text).toBe(200)
      const home = await get('/home', writer)
      expect(home.get('scheduled.total')).toBe(2)
      expect(JSON.stringify(home.get('scheduled.texts'))).toContain(ids[1])
      const list = await get('/texts?planned=yes&author=me', writer)
      expect(list.get('total')).toBe(2)
    })
  })

  describe('the coverage', () => {
    it('gives each regional section as a cell, and finds the texts of cells', async () => {
      const pair = await makePair(product)
      const answer = await product.call('POST', '/regional-sections', {
        authorization: author.authorization,
        body: { ...sectionContent(), ...pair },
      })
      const coverage = await get('/coverage', author)
      const cells = coverage.get('cells') as number[]
      const row = (coverage.get('professions') as { id: string }[]).findIndex(
        ({ id }) => id === pair.profession,
      )
      const column = (coverage.get('regions') as { id: string }[]).findIndex(
        ({ id }) => id === pair.region,
      )
      const at = cells.findIndex(
        (value, index) => index % 7 === 0 && value === row && cells[index + 1] === column,
      )
      expect(cells.slice(at, at + 7)).toEqual([row, column, 0, 0, -1, 0, 0])
      const found = await product.call('POST', '/newsroom/coverage/texts', {
        authorization: author.authorization,
        body: { pairs: [[pair.profession, pair.region]] },
      })
      expect(found.get('texts.0.id')).toBe(answer.get('doc.id'))
    })
  })
})
