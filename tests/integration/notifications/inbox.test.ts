import { describe, expect, it } from 'vitest'
import { transition, writeSection } from '#support/factories.ts'
import { useNotifications } from '#support/notifications.ts'

describe('notifications', () => {
  const house = useNotifications()
  const { send, mailsTo, outboxOf, inboxOf, kindsIn, submit, sendBack, returnOne, assign } = house

  describe('in the inbox', () => {
    it('tell an author what an editor asks for, with a way to the text', async () => {
      const id = await returnOne()
      const inbox = await inboxOf(house.author)
      expect(inbox.status).toBe(200)
      expect(inbox.body).toMatchObject({
        unread: 1,
        nextCursor: null,
        entries: [
          {
            kind: 'returned',
            comment: 'Bitte kürzen.',
            path: `/admin/collections/regional-sections/${id}`,
            actorName: house.editor.name,
            readAt: null,
          },
        ],
      })
      expect(inbox.get('entries.0.text')).toMatch(/bittet um Änderungen an „Beruf .*, Ort .*“/)
    })

    it('speak the language of the admin that shows them, or else the one of the mails', async () => {
      await returnOne()
      const textIn = async (headers: Record<string, string>) => {
        const answer = await house.product.call('GET', '/inbox', { ...house.author, headers })
        return answer.get('entries.0.text')
      }
      expect(await textIn({})).toMatch(/bittet um Änderungen/u)
      expect(await textIn({ 'Accept-Language': 'en' })).toMatch(/asks for changes/u)
    })

    it('are told to others only, never to the one who acted', async () => {
      const id = await writeSection(house.product, house.editor)
      await transition(house.product, house.editor, id, { transition: 'submit' })
      expect(await kindsIn(house.editor)).toEqual([])
      const other = await house.product.signIn('editor')
      await transition(house.product, other, id, { transition: 'approve' })
      await transition(house.product, other, id, { transition: 'publish' })
      expect(await kindsIn(house.editor)).toEqual(['published', 'approved'])
      expect(await kindsIn(other)).toEqual([])
    })

    it('of an approval go to all who wrote on the text', async () => {
      const id = await writeSection(house.product, house.author)
      const helper = await house.product.signIn('editor')
      await house.product.call('PATCH', `/regional-sections/${id}`, {
        ...helper,
        body: { headline: 'Besser' },
      })
      await transition(house.product, house.author, id, { transition: 'submit' })
      await transition(house.product, house.editor, id, { transition: 'approve' })
      expect(await kindsIn(house.author)).toEqual(['approved'])
      expect(await kindsIn(helper)).toContain('approved')
    })

    it('go to the editors whose desks cover the text, and to the reviewer alone where one is', async () => {
      const id = await writeSection(house.product, house.author)
      const document = await house.product.call(
        'GET',
        `/regional-sections/${id}?draft=true&depth=0`,
        house.author,
      )
      const makeDesk = async (region: unknown) => {
        const desk = await house.product.payload.create({
          collection: 'desks',
          data: { name: `Ressort ${crypto.randomUUID()}`, regions: [String(region)] },
          overrideAccess: true,
        })
        return house.product.signIn('editor', { desks: [desk.id] })
      }
      const other = await writeSection(house.product, house.author)
      const elsewhere = await house.product.call(
        'GET',
        `/regional-sections/${other}?draft=true&depth=0`,
        house.author,
      )
      const inside = await makeDesk(document.get('region'))
      const outside = await makeDesk(elsewhere.get('region'))
      await transition(house.product, house.author, id, { transition: 'submit' })
      expect(await kindsIn(inside)).toEqual(['submitted'])
      expect(await kindsIn(house.editor)).toEqual(['submitted'])
      expect(await kindsIn(outside)).toEqual([])

      await assign(other, { reviewer: inside.id })
      await transition(house.product, house.author, other, { transition: 'submit' })
      expect(await kindsIn(inside)).toEqual(['submitted', 'assigned', 'submitted'])
      expect(await kindsIn(outside)).toEqual([])
    })

    it('tell of desks that somebody stands in for', async () => {
      const standIn = await house.product.signIn('editor')
      await house.product.call('POST', '/delegations', {
        ...house.editor,
        body: { to: standIn.id, endsAt: new Date(Date.now() + 30 * 86_400_000).toISOString() },
      })
      expect(await kindsIn(standIn)).toEqual(['delegated'])
      expect(await kindsIn(house.editor)).toEqual([])
    })

    it('tell those who talk of what is said', async () => {
      const id = await submit()
      const comments = `/regional-sections/${id}/workflow/comments`
      const first = await house.product.call('POST', comments, {
        ...house.editor,
        body: { body: 'Wirklich?' },
      })
      expect(await kindsIn(house.author)).toEqual(['comment'])
      const other = await house.product.signIn('editor')
      await house.product.call('POST', comments, {
        ...other,
        body: { body: 'Ja.', parent: first.get('id') },
      })
      expect(await kindsIn(house.editor)).toEqual(['comment', 'submitted'])
      expect(await kindsIn(house.author)).toEqual(['comment', 'comment'])
      const thread = String(first.get('id'))
      expect((await inboxOf(house.author)).get('entries.1.path')).toBe(
        `/admin/collections/regional-sections/${id}/review#comment-${thread}`,
      )
    })

    it('are read by their person only, one by one or all at once', async () => {
      const id = await returnOne()
      await transition(house.product, house.author, id, { transition: 'submit' })
      await sendBack(id)
      const newest = String((await inboxOf(house.author)).get('entries.0.id'))
      const stranger = await house.product.signIn('author')
      await house.product.call('POST', '/inbox/read', { ...stranger, body: { ids: [newest] } })
      expect((await inboxOf(house.author)).get('unread')).toBe(2)
      const one = await house.product.call('POST', '/inbox/read', {
        ...house.author,
        body: { ids: [newest] },
      })
      expect(one.get('unread')).toBe(1)
      const unread = await inboxOf(house.author, '?unread=true')
      expect(unread.get('entries')).toHaveLength(1)
      expect(unread.get('entries.0.id')).not.toBe(newest)
      await house.product.call('POST', '/inbox/read', { ...house.author, body: { all: true } })
      expect((await inboxOf(house.author, '?unread=true')).body).toMatchObject({
        entries: [],
        unread: 0,
      })
    })

    it('come page by page', async () => {
      const id = await returnOne()
      for (let round = 0; round < 2; round += 1) {
        await transition(house.product, house.author, id, { transition: 'submit' })
        await sendBack(id)
      }
      const seen: unknown[] = []
      let cursor = ''
      do {
        const page = await inboxOf(house.author, `?limit=1${cursor && `&cursor=${cursor}`}`)
        seen.push(page.get('entries.0.id'))
        const next = page.get('nextCursor')
        cursor = typeof next === 'string' ? next : ''
      } while (cursor !== '')
      expect(new Set(seen).size).toBe(3)
      expect(seen).toHaveLength(3)
    })

    it('leave out what is about a document that is gone, but for that it was deleted', async () => {
      const id = await returnOne()
      const admin = await house.product.signIn('admin')
      await house.product.call('DELETE', `/regional-sections/${id}`, admin)
      const inbox = await inboxOf(house.author)
      expect(inbox.body).toMatchObject({
        entries: [{ kind: 'deleted', document: id, path: '/admin', actorName: admin.name }],
        unread: 1,
      })
      expect(inbox.get('entries')).toHaveLength(1)
      expect(inbox.get('entries.0.text')).toMatch(/hat „Beruf .*, Ort .*“ gelöscht/u)
      await send(48 * 3_600_000)
      expect((await mailsTo(house.author)).map(({ text }) => text)).toEqual([
        expect.stringMatching(/gelöscht/u),
      ])
      expect((await outboxOf(house.author)).map(({ kind, status }) => [kind, status])).toEqual([
        ['returned', 'dropped'],
        ['deleted', 'sent'],
      ])
    })

    it('are closed to sites and to nobody known', async () => {
      const site = await house.product.makeSite()
      for (const path of ['/inbox', '/inbox/preferences'] as const) {
        expect((await house.product.call('GET', path)).status).toBe(401)
        expect((await house.product.call('GET', path, site)).status).toBe(403)
      }
      expect(
        (await house.product.call('POST', '/inbox/read', { body: { all: true } })).status,
      ).toBe(401)
    })

    it.each(['?limit=0', '?limit=x', '?cursor=x', '?unread=maybe', '?nonsense=1'])(
      'refuse %s and name the field',
      async (query) => {
        const answer = await inboxOf(house.author, query)
        expect(answer.status).toBe(400)
        expect(answer.get('error.details.0.path')).toBe(/\?(\w+)/.exec(query)?.[1])
      },
    )
  })
})
