import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeLive, transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { anchorEvents } from '#audit/anchor.ts'
import { verifyAudit } from '#audit/verify.ts'

describe('the record of what happened', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn
  let admin: SignedIn
  let id: string

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
    admin = await product.signIn('admin')
    id = await makeLive(product, { author, editor })
    await product.call('POST', `/regional-sections/${id}/workflow/comments`, {
      ...editor,
      body: { body: 'Schön.' },
    })
  })
  afterAll(() => product.close())

  const problems = async () => (await verifyAudit(product.payload)).problems

  /** Does something to the tables that the triggers would refuse, and takes it back. */
  const tamper = async (statement: string, values: unknown[] = []) => {
    await product.sql.query(`SET session_replication_role = replica`)
    await product.sql.query(statement, values)
    await product.sql.query(`SET session_replication_role = DEFAULT`)
  }

  it('is whole after everyday work, and still after it is anchored', async () => {
    const report = await verifyAudit(product.payload)
    expect(report.problems).toEqual([])
    expect(report.events).toBeGreaterThan(7)
    const anchor = await anchorEvents(product.payload)
    expect(anchor).toMatchObject({ number: 1, events: report.events })
    expect(await anchorEvents(product.payload)).toBeNull()
    expect(await verifyAudit(product.payload)).toMatchObject({ anchors: 1, problems: [] })
  })

  it('tells of an event that was changed', async () => {
    const change = (comment: string | null) =>
      tamper(
        `UPDATE workflow_events SET comment = $2 WHERE document = $1 AND transition = 'approve'`,
        [id, comment],
      )
    await change('Nie gesagt.')
    expect(await problems()).toMatchObject([{ problem: 'The event was changed.' }])
    await change(null)
    expect(await problems()).toEqual([])
  })

  it.each(['submit', 'publish'])('tells of a missing event: %s', async (name) => {
    const where = `document = '${id}' AND transition = '${name}'`
    await product.sql.query(
      `CREATE TEMP TABLE kept AS SELECT * FROM workflow_events WHERE ${where}`,
    )
    await tamper(`DELETE FROM workflow_events WHERE ${where}`)
    expect((await problems()).length).toBeGreaterThan(0)
    const columns = await product.sql.query<{ names: string }>(
      `SELECT string_agg(quote_ident(attname), ', ') AS names FROM pg_attribute
       WHERE attrelid = 'workflow_events'::regclass AND attnum > 0 AND NOT attisdropped`,
    )
    const names = columns.rows[0]?.names ?? ''
    await tamper(
      `INSERT INTO workflow_events (${names}) OVERRIDING SYSTEM VALUE SELECT ${names} FROM kept`,
    )
    await product.sql.query('DROP TABLE kept')
    expect(await problems()).toEqual([])
  })

  it('tells of a chain that lost its end, even with its head', async () => {
    const text = await writeSection(product, author)
    await transition(product, author, text, { transition: 'submit' })
    await tamper('DELETE FROM notification_mails')
    await tamper('DELETE FROM notifications')
    await anchorEvents(product.payload)
    await tamper(`DELETE FROM workflow_events WHERE document = $1 AND transition = 'submit'`, [
      text,
    ])
    await tamper(
      `UPDATE workflow_chains c SET position = e.position, hash = e.hash FROM workflow_events e
       WHERE e.document = $1 AND c.chain = e.document_collection || '/' || e.document`,
      [text],
    )
    await tamper(`UPDATE workflow_states SET stage = 'draft' WHERE id = $1`, [text])
    const found = await problems()
    expect(found.some(({ where }) => where.startsWith('anchor'))).toBe(true)
    await tamper(`DELETE FROM workflow_anchored_events`)
    await tamper(`DELETE FROM workflow_anchors`)
    expect(await problems()).toEqual([])
  })

  it('tells of what was put in: an approval, an event, a comment that was changed', async () => {
    await tamper(
      `INSERT INTO workflow_approvals
         (document_collection, document, digest, round, approved_by, approved_by_name)
       VALUES ('regional-sections', $1, 'x', 1, 'y', 'z')`,
      [id],
    )
    expect(await problems()).toMatchObject([
      { problem: 'No event tells of this approval.' },
      { problem: 'The record knows nobody by this name.' },
      { where: `text ${id} x`, problem: 'The text that something rests on is not kept.' },
    ])
    await tamper(`DELETE FROM workflow_approvals WHERE digest = 'x'`)
    await tamper(
      `INSERT INTO workflow_events (document_collection, document, kind, transition, position, hash)
       VALUES ('regional-sections', $1, 'comment', 'comment', 3000, 'x')`,
      [id],
    )
    expect((await problems()).length).toBeGreaterThan(0)
    await tamper(`DELETE FROM workflow_events WHERE hash = 'x'`)
    await tamper(`UPDATE workflow_comments SET body = 'Schlimm.' WHERE document = $1`, [id])
    expect(await problems()).toMatchObject([{ problem: 'It does not say what it said.' }])
    await tamper(`UPDATE workflow_comments SET body = 'Schön.' WHERE document = $1`, [id])
    expect(await problems()).toEqual([])
  })

  it('cannot be changed through SQL', async () => {
    for (const statement of [
      `UPDATE workflow_events SET comment = 'x'`,
      `DELETE FROM workflow_events`,
      `TRUNCATE workflow_events CASCADE`,
      `UPDATE workflow_chains SET hash = 'x'`,
      `DELETE FROM workflow_chains`,
      `TRUNCATE workflow_chains`,
      `DELETE FROM workflow_anchors`,
      `UPDATE workflow_anchored_events SET anchor = 2`,
    ]) {
      await anchorEvents(product.payload)
      await expect(product.sql.query(statement), statement).rejects.toThrow(
        /append-only|only grows/,
      )
    }
  })

  it('holds logins, accounts, desks, keys and settings', async () => {
    const user = await product.call('POST', '/users', {
      ...admin,
      body: {
        name: 'Neu',
        email: 'neu@berufsbild.example',
        role: 'author',
      },
    })
    const account = String(user.get('doc.id'))
    await product.call('PATCH', `/users/${account}`, { ...admin, body: { role: 'editor' } })
    const desk = await product.call('POST', '/desks', { ...admin, body: { name: 'Rheinland' } })
    await product.call('PATCH', `/desks/${String(desk.get('doc.id'))}`, {
      ...admin,
      body: { name: 'Ruhr' },
    })
    const site = await product.makeSite()
    await product.call('POST', `/sites/${site.id}/keys`, { ...admin, body: { label: 'zweiter' } })
    await product.call('POST', '/globals/workflow-settings', {
      ...admin,
      body: { regionalSections: { facts: { approvals: 2 } } },
    })
    await product.call('POST', '/users/logout', editor)
    const names = async (query: string) => {
      const answer = await product.call('GET', `/audit?limit=1000&${query}`, admin)
      expect(answer.status, answer.text).toBe(200)
      const events = answer.get('events')
      return Array.isArray(events)
        ? events.map((event: { transition: string }) => event.transition)
        : []
    }
    expect(await names(`document=${account}`)).toEqual([
      'createAccount',
      'invite',
      'changePermissions',
    ])
    expect(await names(`document=${site.id}`)).toEqual(['createSite', 'makeKey', 'makeKey'])
    expect(await names('collection=desks')).toEqual(['createDesk', 'changeDesk'])
    expect(await names('kind=setting&collection=workflow-settings')).toEqual(['changeSettings'])
    expect(await names(`person=${editor.id}&kind=account`)).toEqual(['login', 'logout'])
    expect(await names(`person=${admin.id}&to=2020-01-01T00:00Z`)).toEqual([])
    expect(await problems()).toEqual([])
  })

  it('is read by the administration only, page by page, and exported as JSON Lines', async () => {
    for (const person of [author, await product.makeSite(), {}]) {
      for (const path of ['/audit', '/audit/export']) {
        expect((await product.call('GET', path, person)).status).toBeGreaterThanOrEqual(401)
      }
      const accounts = await product.call(
        'GET',
        '/workflow-events?where[documentCollection][equals]=users',
        person,
      )
      expect(accounts.get('totalDocs') ?? 0).toBe(0)
    }
    const first = await product.call('GET', '/audit?limit=2', admin)
    const second = await product.call(
      'GET',
      `/audit?limit=2&cursor=${String(first.get('nextCursor'))}`,
      admin,
    )
    expect(first.get('events.1.sequence')).not.toBe(second.get('events.0.sequence'))
    expect((await product.call('GET', '/audit?from=gestern', admin)).status).toBe(400)
    const lines = await product.text(`/audit/export?document=${id}`, admin)
    const events = lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { transition: string })
    expect(events.map(({ transition: name }) => name)).toEqual([
      'create',
      'submit',
      'approve',
      'publish',
      'comment',
    ])
  })
})
