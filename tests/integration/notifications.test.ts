import { createLocalReq } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inTransaction } from '#database/transaction.ts'
import { nextBerlinTime } from '#model/berlin-time.ts'
import { provideEnvironment } from '#server/environment.ts'
import { makeLive, transition, writeSection } from '#support/factories.ts'
import { startMailServer, type MailServer } from '#support/mail-server.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { appendEvent } from '#workflow/audit/events.ts'
import { remindOfDueDates } from '#workflow/notifications/due.ts'
import { sendDueMails } from '#workflow/notifications/send.ts'
import { workflowQueue } from '#workflow/scheduling/queue.ts'
import { forgetStaleJobs } from '#workflow/scheduling/stale-jobs.ts'

const minute = 60_000

describe('notifications', () => {
  let mails: MailServer
  let product: Product
  let author: SignedIn
  let editor: SignedIn

  beforeAll(async () => {
    mails = await startMailServer()
    provideEnvironment({
      SMTP_URL: mails.url,
      MAIL_FROM: 'Berufsbild <no-reply@berufsbild.example>',
      CMS_URL: 'https://cms.example.org',
    })
    product = await startProduct()
  })
  afterAll(async () => {
    await product.close()
    await mails.shut()
  })
  beforeEach(async () => {
    author = await product.signIn('author')
    editor = await product.signIn('editor')
    // What earlier tests left unsent is none of the next one's business.
    await product.sql.query('DELETE FROM notification_mails')
    mails.received.length = 0
  })
  afterEach(() => {
    mails.delay = 0
    mails.refused.clear()
  })

  const send = (after = 0) =>
    sendDueMails(product.payload, { now: () => new Date(Date.now() + after) })
  const addressOf = async ({ id }: SignedIn) =>
    (
      await product.payload.findByID({
        collection: 'users',
        id,
        overrideAccess: true,
        showHiddenFields: true,
      })
    ).email
  const mailsTo = async (person: SignedIn) => {
    const address = await addressOf(person)
    return mails.received.filter(({ to }) => to === address)
  }
  const outboxOf = async ({ id }: SignedIn) =>
    (
      await product.sql.query<{ kind: string; mode: string; status: string; attempts: number }>(
        'SELECT kind, mode, status, attempts FROM notification_mails WHERE person = $1 ORDER BY created_at',
        [id],
      )
    ).rows
  const inboxOf = async (person: SignedIn, query = '') =>
    product.call('GET', `/inbox${query}`, person)
  const kindsIn = async (person: SignedIn) =>
    ((await inboxOf(person)).get('entries') as { kind: string }[]).map(({ kind }) => kind)

  const submit = async (writer = author) => {
    const id = await writeSection(product, writer)
    await transition(product, writer, id, { transition: 'submit' })
    return id
  }
  const sendBack = (id: string, comment = 'Bitte kürzen.') =>
    transition(product, editor, id, { transition: 'requestChanges', comment })
  /** Puts something immediate into the author's outbox. */
  const returnOne = async () => {
    const id = await submit()
    expect((await sendBack(id)).status).toBe(200)
    return id
  }
  const assign = (id: string, change: object, by = editor) =>
    product.call('PATCH', `/regional-sections/${id}/workflow/assignment`, { ...by, body: change })

  describe('in the inbox', () => {
    it('tell an author what an editor asks for, with a way to the text', async () => {
      const id = await returnOne()
      const inbox = await inboxOf(author)
      expect(inbox.status).toBe(200)
      expect(inbox.body).toMatchObject({
        unread: 1,
        nextCursor: null,
        entries: [
          {
            kind: 'returned',
            comment: 'Bitte kürzen.',
            path: `/admin/collections/regional-sections/${id}`,
            actorName: editor.name,
            readAt: null,
          },
        ],
      })
      expect(inbox.get('entries.0.text')).toMatch(/bittet um Änderungen an „Beruf .*, Ort .*“/)
    })

    it('are told to others only, never to the one who acted', async () => {
      const id = await writeSection(product, editor)
      await transition(product, editor, id, { transition: 'submit' })
      expect(await kindsIn(editor)).toEqual([])
      const other = await product.signIn('editor')
      await transition(product, other, id, { transition: 'approve' })
      await transition(product, other, id, { transition: 'publish' })
      expect(await kindsIn(editor)).toEqual(['published', 'approved'])
      expect(await kindsIn(other)).toEqual([])
    })

    it('go to the editors whose desks cover the text, and to the reviewer alone where one is', async () => {
      const id = await writeSection(product, author)
      const document = await product.call(
        'GET',
        `/regional-sections/${id}?draft=true&depth=0`,
        author,
      )
      const makeDesk = async (region: unknown) => {
        const desk = await product.payload.create({
          collection: 'desks',
          data: { name: `Ressort ${crypto.randomUUID()}`, regions: [String(region)] },
          overrideAccess: true,
        })
        return product.signIn('editor', { desks: [desk.id] })
      }
      const other = await writeSection(product, author)
      const elsewhere = await product.call(
        'GET',
        `/regional-sections/${other}?draft=true&depth=0`,
        author,
      )
      const inside = await makeDesk(document.get('region'))
      const outside = await makeDesk(elsewhere.get('region'))
      await transition(product, author, id, { transition: 'submit' })
      expect(await kindsIn(inside)).toEqual(['submitted'])
      expect(await kindsIn(editor)).toEqual(['submitted'])
      expect(await kindsIn(outside)).toEqual([])

      await assign(other, { reviewer: inside.id })
      await transition(product, author, other, { transition: 'submit' })
      expect(await kindsIn(inside)).toEqual(['submitted', 'assigned', 'submitted'])
      expect(await kindsIn(outside)).toEqual([])
    })

    it('tell of desks that somebody stands in for', async () => {
      const standIn = await product.signIn('editor')
      await product.call('POST', '/delegations', {
        ...editor,
        body: { to: standIn.id, endsAt: '2099-01-01T00:00Z' },
      })
      expect(await kindsIn(standIn)).toEqual(['delegated'])
      expect(await kindsIn(editor)).toEqual([])
    })

    it('tell those who talk of what is said', async () => {
      const id = await submit()
      const comments = `/regional-sections/${id}/workflow/comments`
      const first = await product.call('POST', comments, { ...editor, body: { body: 'Wirklich?' } })
      expect(await kindsIn(author)).toEqual(['comment'])
      const other = await product.signIn('editor')
      await product.call('POST', comments, {
        ...other,
        body: { body: 'Ja.', parent: first.get('id') },
      })
      expect(await kindsIn(editor)).toEqual(['comment', 'submitted'])
      expect(await kindsIn(author)).toEqual(['comment', 'comment'])
    })

    it('are read by their person only, one by one or all at once', async () => {
      const id = await returnOne()
      await transition(product, author, id, { transition: 'submit' })
      await sendBack(id)
      const newest = String((await inboxOf(author)).get('entries.0.id'))
      const stranger = await product.signIn('author')
      await product.call('POST', '/inbox/read', { ...stranger, body: { ids: [newest] } })
      expect((await inboxOf(author)).get('unread')).toBe(2)
      const one = await product.call('POST', '/inbox/read', { ...author, body: { ids: [newest] } })
      expect(one.get('unread')).toBe(1)
      const unread = await inboxOf(author, '?unread=true')
      expect(unread.get('entries')).toHaveLength(1)
      expect(unread.get('entries.0.id')).not.toBe(newest)
      await product.call('POST', '/inbox/read', { ...author, body: { all: true } })
      expect((await inboxOf(author, '?unread=true')).body).toMatchObject({ entries: [], unread: 0 })
    })

    it('come page by page', async () => {
      const id = await returnOne()
      for (let round = 0; round < 2; round += 1) {
        await transition(product, author, id, { transition: 'submit' })
        await sendBack(id)
      }
      const seen: unknown[] = []
      let cursor = ''
      do {
        const page = await inboxOf(author, `?limit=1${cursor && `&cursor=${cursor}`}`)
        seen.push(page.get('entries.0.id'))
        const next = page.get('nextCursor')
        cursor = typeof next === 'string' ? next : ''
      } while (cursor !== '')
      expect(new Set(seen).size).toBe(3)
      expect(seen).toHaveLength(3)
    })

    it('leave out what is about a document that is gone', async () => {
      const id = await returnOne()
      const admin = await product.signIn('admin')
      await product.call('DELETE', `/regional-sections/${id}`, admin)
      expect((await inboxOf(author)).body).toMatchObject({ entries: [], unread: 0 })
      await send()
      expect(await mailsTo(author)).toEqual([])
      expect(await outboxOf(author)).toMatchObject([{ status: 'dropped' }])
    })

    it('are closed to sites and to nobody known', async () => {
      const site = await product.makeSite()
      for (const path of ['/inbox', '/inbox/preferences'] as const) {
        expect((await product.call('GET', path)).status).toBe(401)
        expect((await product.call('GET', path, site)).status).toBe(403)
      }
      expect((await product.call('POST', '/inbox/read', { body: { all: true } })).status).toBe(401)
    })

    it.each(['?limit=0', '?limit=x', '?cursor=x', '?unread=maybe', '?nonsense=1'])(
      'refuse %s and name the field',
      async (query) => {
        const answer = await inboxOf(author, query)
        expect(answer.status).toBe(400)
        expect(answer.get('error.details.0.path')).toBe(/\?(\w+)/.exec(query)?.[1])
      },
    )
  })

  describe('by mail', () => {
    it('arrive once each, after a mail server that was dead', async () => {
      await returnOne()
      await returnOne()
      await mails.shut()
      expect(await send()).toBe(0)
      expect(await send(2 * minute)).toBe(0)
      expect(mails.received).toEqual([])
      await mails.open()
      // A day later: it has not been given up.
      expect(await send(24 * 60 * minute)).toBeGreaterThan(1)
      await send(25 * 60 * minute)
      const received = (await mailsTo(author)).filter(({ subject }) =>
        subject.startsWith('Änderungen erbeten'),
      )
      expect(received).toHaveLength(2)
      expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(2)
      expect((await outboxOf(author)).map(({ status }) => status)).toEqual(['sent', 'sent'])
    })

    it('wait for no back-off once the mail server is there again', async () => {
      await returnOne()
      await mails.shut()
      for (const minutes of [0, 2, 5]) await send(minutes * minute)
      await mails.open()
      await returnOne()
      await send(5 * minute)
      expect(await mailsTo(author)).toHaveLength(2)
    })

    it('are not sent of what was rolled back', async () => {
      const id = await submit()
      const req = await createLocalReq({}, product.payload)
      const rolledBack = inTransaction(req, async () => {
        await appendEvent(req, {
          kind: 'workflow',
          collection: 'regional-sections',
          id,
          transition: 'requestChanges',
          actor: { id: editor.id, name: editor.name },
        })
        throw new Error('It did not go through.')
      })
      await expect(rolledBack).rejects.toThrow('It did not go through.')
      await send()
      expect(await mailsTo(author)).toEqual([])
      expect(await kindsIn(author)).toEqual([])
    })

    it('are sent once by two senders at once', async () => {
      for (let count = 0; count < 4; count += 1) await returnOne()
      mails.delay = 50
      const sent = await Promise.all([send(), send(), send()])
      expect(sent.reduce((sum, count) => sum + count, 0)).toBe(4)
      expect(await mailsTo(author)).toHaveLength(4)
    })

    it('keep their Message-ID when a crash came between sending and marking', async () => {
      await returnOne()
      await send()
      const forget = `UPDATE notification_mails
        SET status = 'pending', sent_at = NULL, leased_until = now() + interval '2 minutes'`
      await product.sql.query(forget)
      // As long as the lease of the one that crashed holds, nobody sends.
      expect(await send(minute)).toBe(0)
      expect(await send(3 * minute)).toBe(1)
      const [first, second, ...more] = await mailsTo(author)
      expect(more).toEqual([])
      expect(second?.messageId).toBe(first?.messageId)
    })

    it('fail where the server refuses the recipient for good, and others still go', async () => {
      const other = await product.signIn('author')
      mails.refused.add(await addressOf(author))
      await returnOne()
      await sendBack(await submit(other))
      await send()
      await send(120 * minute)
      expect(await outboxOf(author)).toMatchObject([{ status: 'failed', attempts: 1 }])
      expect(await mailsTo(other)).toHaveLength(1)
    })

    it('are dropped where the account is gone', async () => {
      await returnOne()
      await product.sql.query(
        'UPDATE regional_sections SET author_id = NULL WHERE author_id = $1',
        [author.id],
      )
      await product.payload.delete({ collection: 'users', id: author.id, overrideAccess: true })
      await send()
      expect(mails.received).toEqual([])
      expect(await outboxOf(author)).toMatchObject([{ status: 'dropped' }])
    })

    it('speak the language of their reader', async () => {
      const english = await product.signIn('author')
      await product.call('PATCH', `/users/${english.id}`, { ...english, body: { language: 'en' } })
      const id = await submit(english)
      await sendBack(id)
      await returnOne()
      await send()
      expect((await mailsTo(english))[0]?.subject).toMatch(/^Changes requested: /)
      expect((await mailsTo(english))[0]?.text).toContain(
        `https://cms.example.org/admin/collections/regional-sections/${id}`,
      )
      expect((await mailsTo(author))[0]?.subject).toMatch(/^Änderungen erbeten: /)
      expect((await inboxOf(english)).get('entries.0.text')).toContain('asks for changes')
    })

    it('come as each person wants them', async () => {
      const choose = (body: object) =>
        product.call('PATCH', '/inbox/preferences', { ...author, body })
      expect((await choose({ returned: 'off', approved: 'immediate' })).status).toBe(200)
      const id = await returnOne()
      await transition(product, author, id, { transition: 'submit' })
      await transition(product, editor, id, { transition: 'approve' })
      expect(await outboxOf(author)).toMatchObject([{ kind: 'approved', mode: 'immediate' }])
      expect(await kindsIn(author)).toEqual(['approved', 'returned'])

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
      await makeLive(product, { author, editor })
      await makeLive(product, { author, editor })
      await send()
      expect(await mailsTo(author)).toEqual([])
      const early = nextBerlinTime(new Date(), 7).getTime() - Date.now()
      await send(early - minute)
      expect(await mailsTo(author)).toEqual([])
      mails.delay = 50
      await Promise.all([send(early + minute), send(early + minute)])
      const [digest, ...more] = await mailsTo(author)
      expect(more).toEqual([])
      expect(digest?.subject).toBe('Tagesüberblick: 4 Neuigkeiten')
      expect(digest?.text.match(/freigegeben/g)).toHaveLength(2)
      await send(early + 2 * minute)
      expect(await mailsTo(author)).toHaveLength(1)
    })

    it('of several days of silence are one as well', async () => {
      const id = await makeLive(product, { author, editor })
      const seven = nextBerlinTime(new Date(), 7).getTime() - Date.now()
      await product.sql.query('DELETE FROM notification_mails WHERE person <> $1', [author.id])
      await mails.shut()
      await send(seven + minute)
      await mails.open()
      // What failed is not due again yet; what is new joins it.
      await transition(product, editor, id, { transition: 'unpublish', comment: 'Veraltet.' })
      await send(seven + 1.5 * minute)
      const [digest, ...more] = await mailsTo(author)
      expect(more).toEqual([])
      expect(digest?.subject).toBe('Tagesüberblick: 3 Neuigkeiten')
    })
  })

  describe('of dates', () => {
    it('remind author and reviewer once when the due date has passed', async () => {
      const id = await writeSection(product, author)
      const admin = await product.signIn('admin')
      await assign(id, { reviewer: editor.id, dueAt: '2027-03-01T12:00Z' }, admin)
      const late = new Date('2027-03-01T12:01Z')
      expect(await remindOfDueDates(product.payload, new Date('2027-03-01T11:59Z'))).toBe(0)
      const [first, second] = await Promise.all([
        remindOfDueDates(product.payload, late),
        remindOfDueDates(product.payload, late),
      ])
      expect(first + second).toBe(1)
      expect(await remindOfDueDates(product.payload, late)).toBe(0)
      expect(await kindsIn(author)).toEqual(['due'])
      expect(await kindsIn(editor)).toEqual(['due', 'assigned'])
      await assign(id, { dueAt: '2027-03-02T12:00Z' }, admin)
      expect(await remindOfDueDates(product.payload, new Date('2027-03-03T12:00Z'))).toBe(1)
    })

    it('do not remind of what is approved', async () => {
      const id = await submit()
      await assign(id, { dueAt: '2027-03-01T12:00Z' })
      await transition(product, editor, id, { transition: 'approve' })
      expect(await remindOfDueDates(product.payload, new Date('2028-01-01T00:00Z'))).toBe(0)
    })

    const plan = async (inMilliseconds: number) => {
      const id = await submit()
      await transition(product, editor, id, { transition: 'approve' })
      const publishAt = new Date(Date.now() + inMilliseconds).toISOString()
      const planned = await transition(product, editor, id, { transition: 'schedule', publishAt })
      expect(planned.status).toBe(200)
      return id
    }
    const countJobs = async () =>
      (await product.sql.query('SELECT FROM payload_jobs WHERE wait_until <= now()')).rowCount
    const runJobs = () =>
      product.payload.jobs.run({ queue: workflowQueue, sequential: true, overrideAccess: true })

    it('carry a plan out once with two runners', async () => {
      const id = await plan(1500)
      await runJobs()
      const view = () => product.call('GET', `/regional-sections/${id}/workflow`, editor)
      expect((await view()).get('state')).toBe('scheduled')
      await expect
        .poll(
          async () => {
            await Promise.all([runJobs(), runJobs()])
            return (await view()).get('state')
          },
          { timeout: 10_000, interval: 200 },
        )
        .toBe('live')
      const events = (await view()).get('events') as { transition: string }[]
      expect(events.filter((event) => event.transition === 'publish')).toHaveLength(1)
      expect(await kindsIn(author)).toEqual(['published', 'approved'])
      expect(await countJobs()).toBe(0)
    })

    it('tell who planned when an edit has cancelled the plan', async () => {
      const id = await plan(3_600_000)
      await product.call('PATCH', `/regional-sections/${id}`, {
        ...author,
        body: { headline: 'Neu' },
      })
      expect(await kindsIn(editor)).toContain('planCancelled')
      expect(await kindsIn(author)).not.toContain('planCancelled')
    })

    it('tell who planned when somebody else takes the plan back', async () => {
      const id = await plan(3_600_000)
      const admin = await product.signIn('admin')
      const taken = await transition(product, admin, id, { transition: 'unschedule' })
      expect(taken.status).toBe(200)
      expect(await kindsIn(editor)).toContain('planCancelled')
      expect(await kindsIn(author)).toContain('planCancelled')
    })

    it('forget the job that a crash left at work once its plan is settled, and no other', async () => {
      const [settled, open] = [await plan(3_600_000), await plan(3_600_000)]
      await transition(product, editor, settled, { transition: 'unschedule' })
      const request = await product.localRequest()
      expect(await forgetStaleJobs(request)).toBe(0)
      await product.sql.query(
        `UPDATE payload_jobs SET processing = true, updated_at = now() - interval '1 hour'`,
      )
      await forgetStaleJobs(request)
      const left = await product.sql.query(
        `SELECT input ->> 'document' AS document FROM payload_jobs WHERE processing`,
      )
      const documents = left.rows.map((row: { document: string }) => row.document)
      expect(documents).toContain(open)
      expect(documents).not.toContain(settled)
    })
  })
})
