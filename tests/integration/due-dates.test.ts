import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sqlIn } from '#database/sql.ts'
import { remindOfDueDates } from '#notifications/due.ts'
import { appendEvent } from '#record/events.ts'
import { transition, writeSection } from '#support/factories.ts'
import { up } from '../../migrations/20261129_101500_due_dates.ts'
import { letDueDatePass } from '#support/due-dates.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

describe('a due date', () => {
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

  const dueAt = '2026-01-01T08:00:00.000Z'
  const take = async (person: SignedIn, id: string, name: string) => {
    const body = { transition: name, comment: 'Weil.' }
    const answer = await transition(product, person, id, body)
    expect(answer.status, answer.text).toBe(200)
  }
  /** A text with everybody assigned, due long ago, and as many steps on its way as asked for. */
  const write = async (...steps: ('submit' | 'approve' | 'publish')[]) => {
    const id = await writeSection(product, author)
    const body = { author: author.id, reviewer: editor.id }
    const path = `/regional-sections/${id}/workflow/assignment`
    expect((await product.call('PATCH', path, { ...admin, body })).status).toBe(200)
    await letDueDatePass(product, id, dueAt)
    for (const step of steps) await take(step === 'submit' ? author : editor, id, step)
    return id
  }
  const assignmentOf = async (id: string) => {
    const view = await product.call('GET', `/regional-sections/${id}/workflow`, admin)
    expect(view.get('text.dueAt')).toBe(view.get('assignment.dueAt'))
    return view.get('assignment')
  }
  const people = () => ({ author: author.id, reviewer: editor.id })

  it.each<[string, () => Promise<string>, string | null]>([
    ['stays until a text is approved', () => write('submit', 'approve'), dueAt],
    ['ends with the publication', () => write('submit', 'approve', 'publish'), null],
    [
      'ends with the archive',
      async () => {
        const id = await write('submit')
        await take(editor, id, 'archive')
        return id
      },
      null,
    ],
    [
      'stays where another text goes live than the one that is written',
      async () => {
        const id = await write()
        await appendEvent(await product.localRequest(), {
          kind: 'workflow',
          collection: 'regional-sections',
          id,
          transition: 'publish',
          from: 'draft',
          to: 'draft',
          actor: null,
        })
        return id
      },
      dueAt,
    ],
    [
      'of the next version stays when the end of the text before it is planned',
      async () => {
        const id = await write('submit', 'approve', 'publish')
        await letDueDatePass(product, id, dueAt)
        const body = { transition: 'schedule', unpublishAt: '2099-01-01T00:00Z' }
        expect((await transition(product, editor, id, body)).status).toBe(200)
        return id
      },
      dueAt,
    ],
  ])('%s', async (_, happen, expected) => {
    const id = await happen()
    expect(await assignmentOf(id)).toEqual({ ...people(), dueAt: expected })
  })

  it('that was met makes the next edit neither overdue nor a reminder', async () => {
    const id = await write('submit', 'approve', 'publish')
    const body = { headline: 'Neu' }
    const edited = await product.call('PATCH', `/regional-sections/${id}`, { ...author, body })
    expect(edited.status, edited.text).toBe(200)
    const report = await product.call('GET', '/workflow-report', editor)
    expect(report.get('overdue.first')).not.toContainEqual(
      expect.objectContaining({ document: id }),
    )
    await remindOfDueDates(product.payload)
    const { rows } = await product.sql.query(
      `SELECT 1 FROM notifications WHERE document = $1 AND kind = 'due'`,
      [id],
    )
    expect(rows).toEqual([])
  })

  it('goes on reminding who is left, and shows the name of who has left', async () => {
    const reviewer = await product.signIn('editor')
    const id = await write()
    const path = `/regional-sections/${id}/workflow/assignment`
    await product.call('PATCH', path, { ...admin, body: { reviewer: reviewer.id } })
    await product.sql.query('UPDATE users SET deactivated_at = now() WHERE id = $1', [reviewer.id])
    const view = await product.call('GET', `/regional-sections/${id}/workflow`, admin)
    expect(view.get('text.reviewer')).toEqual({ id: reviewer.id, name: reviewer.name })
    await remindOfDueDates(product.payload)
    const { rows } = await product.sql.query(
      `SELECT person FROM notifications WHERE document = $1 AND kind = 'due'`,
      [id],
    )
    expect(rows).toEqual([{ person: author.id }])
  })

  it.each([
    ['was set before the text went live', 'live', '2026-11-01T00:00Z', null],
    ['was set after it, for the next version', 'live', '2026-11-03T00:00Z', dueAt],
    ['is of an archived text', 'archived', '2026-11-03T00:00Z', null],
    ['is of a text that is written on', 'draft', '2026-11-01T00:00Z', dueAt],
  ])('from before these rules that %s is mended by the upgrade', async (_, stage, at, expected) => {
    const id = await write()
    await product.sql.query(
      `UPDATE workflow_states SET stage = $2, live_published_at = '2026-11-02T00:00Z'
         WHERE id = $1`,
      [id, stage],
    )
    await product.sql.query(
      'UPDATE workflow_assignments SET assigned_at = $2 WHERE document = $1',
      [id, at],
    )
    const req = await product.localRequest()
    await up({ db: await sqlIn(req), payload: product.payload, req })
    expect(await assignmentOf(id)).toMatchObject({ dueAt: expected })
  })
})
