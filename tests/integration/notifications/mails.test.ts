import { describe, expect, it } from 'vitest'
import { createLocalReq } from 'payload'
import { inTransaction } from '#database/transaction.ts'
import { nextBerlinTime } from '#model/berlin-time.ts'
import { appendEvent } from '#record/events.ts'
import { makeLive, transition } from '#support/factories.ts'
import { useNotifications } from '#support/notifications.ts'

const minute = 60_000

describe('notifications', () => {
  const house = useNotifications()
  const { send, addressOf, mailsTo, outboxOf, inboxOf, kindsIn, submit, sendBack, returnOne } =
    house

  describe('by mail', () => {
    it('arrive once each, after a mail server that was dead', async () => {
      await returnOne()
      await returnOne()
      await house.mails.shut()
      expect(await send()).toBe(0)
      expect(await send(2 * minute)).toBe(0)
      expect(house.mails.received).toEqual([])
      await house.mails.open()
      // A day later: it has not been given up.
      expect(await send(24 * 60 * minute)).toBeGreaterThan(1)
      await send(25 * 60 * minute)
      const received = (await mailsTo(house.author)).filter(({ subject }) =>
        subject.startsWith('Änderungen erbeten'),
      )
      expect(received).toHaveLength(2)
      expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(2)
      expect((await outboxOf(house.author)).map(({ status }) => status)).toEqual(['sent', 'sent'])
    })

    it('wait for no back-off once the mail server is there again', async () => {
      await returnOne()
      await house.mails.shut()
      for (const minutes of [0, 2, 5]) await send(minutes * minute)
      await house.mails.open()
      await returnOne()
      await send(5 * minute)
      expect(await mailsTo(house.author)).toHaveLength(2)
    })

    it('are not sent of what was rolled back', async () => {
      const id = await submit()
      const req = await createLocalReq({}, house.product.payload)
      const rolledBack = inTransaction(req, async () => {
        await appendEvent(req, {
          kind: 'workflow',
          collection: 'regional-sections',
          id,
          transition: 'requestChanges',
          actor: { id: house.editor.id, name: house.editor.name },
        })
        throw new Error('It did not go through.')
      })
      await expect(rolledBack).rejects.toThrow('It did not go through.')
      await send()
      expect(await mailsTo(house.author)).toEqual([])
      expect(await kindsIn(house.author)).toEqual([])
    })

    it('are sent once by two senders at once', async () => {
      for (let count = 0; count < 4; count += 1) await returnOne()
      house.mails.delay = 50
      const sent = await Promise.all([send(), send(), send()])
      expect(sent.reduce((sum, count) => sum + count, 0)).toBe(4)
      expect(await mailsTo(house.author)).toHaveLength(4)
    })

    it('keep their Message-ID when a crash came between sending and marking', async () => {
      await returnOne()
      await send()
      const forget = `UPDATE notification_mails
        SET status = 'pending', sent_at = NULL, leased_until = now() + interval '2 minutes'`
      await house.product.sql.query(forget)
      // As long as the lease of the one that crashed holds, nobody sends.
      expect(await send(minute)).toBe(0)
      expect(await send(3 * minute)).toBe(1)
      const [first, second, ...more] = await mailsTo(house.author)
      expect(more).toEqual([])
      expect(second?.messageId).toBe(first?.messageId)
    })

    it('fail where the server refuses the recipient for good, and others still go', async () => {
      const other = await house.product.signIn('author')
      house.mails.refused.add(await addressOf(house.author))
      await returnOne()
      await sendBack(await submit(other))
      await send()
      await send(120 * minute)
      expect(await outboxOf(house.author)).toMatchObject([{ status: 'failed', attempts: 1 }])
      expect(await mailsTo(other)).toHaveLength(1)
    })

    it('are dropped where the account is gone', async () => {
      await returnOne()
      await house.product.sql.query(
        'UPDATE regional_sections SET author_id = NULL WHERE author_id = $1',
        [house.author.id],
      )
      await house.product.payload.delete({
        collection: 'users',
        id: house.author.id,
        overrideAccess: true,
      })
      await send()
      expect(house.mails.received).toEqual([])
      expect(await outboxOf(house.author)).toMatchObject([{ status: 'dropped' }])
    })

    it('speak the language of their reader', async () => {
      const english = await house.product.signIn('author')
      await house.product.call('PATCH', `/users/${english.id}`, {
        ...english,
        body: { language: 'en' },
      })
      const id = await submit(english)
      await sendBack(id)
      await returnOne()
      await send()
      expect((await mailsTo(english))[0]?.subject).toMatch(/^Changes requested: /)
      expect((await mailsTo(english))[0]?.text).toContain(
        `https://cms.example.org/admin/collections/regional-sections/${id}`,
      )
      expect((await mailsTo(house.author))[0]?.subject).toMatch(/^Änderungen erbeten: /)
      expect((await inboxOf(english)).get('entries.0.text')).toContain('asks for changes')
    })

    it('come as each person wants them', async () => {
      const choose = (body: object) =>
        house.product.call('PATCH', '/inbox/preferences', { ...house.author, body })
      expect((await choose({ returned: 'off', approved: 'immediate' })).status).toBe(200)
      const id = await returnOne()
      await transition(house.product, house.author, id, { transition: 'submit' })
      await transition(house.product, house.editor, id, { transition: 'approve' })
      expect(await outboxOf(house.author)).toMatchObject([{ kind: 'approved', mode: 'immediate' }])
      expect(await kindsIn(house.author)).toEqual(['approved', 'returned'])

      const back = await choose({ returned: null })
      const preferences = back.get('preferences') as { kind: string; mode: string }[]
      expect(preferences.find(({ kind }) => kind === 'returned')).toMatchObject({
        mode: 'immediate',
        isDefault: true,
      })
      const refused = await choose({ returned: 'hourly' })
      expect(refused.status).toBe(400)
      expect(refused.get('error.details.0.path')).toBe('returned')
    })

    it('of a day are one, at seven in Berlin, whoever sends', async () => {
      await makeLive(house.product, { author: house.author, editor: house.editor })
      await makeLive(house.product, { author: house.author, editor: house.editor })
      await send()
      expect(await mailsTo(house.author)).toEqual([])
      const early = nextBerlinTime(new Date(), 7).getTime() - Date.now()
      await send(early - minute)
      expect(await mailsTo(house.author)).toEqual([])
      house.mails.delay = 50
      await Promise.all([send(early + minute), send(early + minute)])
      const [digest, ...more] = await mailsTo(house.author)
      expect(more).toEqual([])
      expect(digest?.subject).toBe('Tagesüberblick: 4 Neuigkeiten')
      expect(digest?.text.match(/freigegeben/g)).toHaveLength(2)
      await send(early + 2 * minute)
      expect(await mailsTo(house.author)).toHaveLength(1)
    })

    it('of several days of silence are one as well', async () => {
      const id = await makeLive(house.product, { author: house.author, editor: house.editor })
      const seven = nextBerlinTime(new Date(), 7).getTime() - Date.now()
      await house.product.sql.query('DELETE FROM notification_mails WHERE person <> $1', [
        house.author.id,
      ])
      await house.mails.shut()
      await send(seven + minute)
      await house.mails.open()
      // What failed is not due again yet; what is new joins it.
      await transition(house.product, house.editor, id, {
        transition: 'unpublish',
        comment: 'Veraltet.',
      })
      await send(seven + 1.5 * minute)
      const [digest, ...more] = await mailsTo(house.author)
      expect(more).toEqual([])
      expect(digest?.subject).toBe('Tagesüberblick: 3 Neuigkeiten')
    })
  })
})
