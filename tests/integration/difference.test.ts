import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf, makeLive, transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

describe('the approval of a difference', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn
  let second: SignedIn
  let admin: SignedIn

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
    second = await product.signIn('editor')
    admin = await product.signIn('admin')
  })
  afterAll(() => product.close())

  const diff = (id: string, query = '', person = editor) =>
    product.call('GET', `/regional-sections/${id}/workflow/diff${query}`, person)
  const edit = (id: string, body: Record<string, unknown>) =>
    product.call('PATCH', `/regional-sections/${id}`, { ...author, body })
  const setRule = async (risk: string, rule: Record<string, unknown>) => {
    const answer = await product.call('POST', '/globals/workflow-settings', {
      ...admin,
      body: { regionalSections: { [risk]: rule } },
    })
    expect(answer.status, answer.text).toBe(200)
  }
  const salary = (max: number) => ({
    salaryFigures: [{ kind: 'einstieg', min: 40_000, max, period: 'JAHR', currency: 'EUR' }],
  })

  it('tells field by field and word by word what has changed since the text went live', async () => {
    const id = await makeLive(product, { author, editor })
    expect((await diff(id)).body).toMatchObject({ changes: [], risk: null, rule: null })
    await edit(id, {
      headline: 'Eine neue Überschrift',
      sections: [{ kind: 'aufgaben', heading: 'Was zu tun ist', body: bodyOf('Vieles und mehr.') }],
    })
    const told = await diff(id)
    expect(told.body).toMatchObject({
      risk: 'text',
      rule: { approvals: 1, role: null },
      changes: [
        { path: 'headline', kind: 'changed', words: [{}, { op: 'insert', text: 'neue ' }, {}] },
        { path: 'sections.0.body', section: { kind: 'aufgaben', heading: 'Was zu tun ist' } },
      ],
    })
    await edit(id, salary(46_000))
    expect((await diff(id)).get('risk')).toBe('facts')
    expect((await diff(id, `?from=${String(told.get('to'))}`)).body).toMatchObject({
      changes: [{ path: 'salaryFigures.0.max', before: 45_000, after: 46_000, risk: 'facts' }],
    })
    expect((await diff(id, '?from=approved:me')).get('from')).toBe(told.get('from'))
    expect((await diff(id, '?from=approved:me', second)).get('from')).toBeNull()
    expect((await diff(id, '?from=gestern')).status).toBe(400)
    expect((await diff(id, `?from=${'0'.repeat(64)}`)).status).toBe(404)
    expect((await diff(id, '?until=now')).status).toBe(400)
  })

  it('calls a mended slip cosmetic', async () => {
    const id = await makeLive(product, { author, editor })
    await edit(id, { headline: 'Eine Überschirft' })
    expect((await diff(id)).get('risk')).toBe('cosmetic')
  })

  it('needs two people for facts where the house says so, and one for words', async () => {
    await setRule('facts', { approvals: 2, role: null })
    const id = await writeSection(product, author)
    await transition(product, author, id, { transition: 'submit' })
    const first = await transition(product, editor, id, { transition: 'approve' })
    expect(first.body).toMatchObject({ state: 'in_review' })
    const again = await transition(product, editor, id, { transition: 'approve' })
    expect(again.get('error.code')).toBe('already_approved')
    expect((await transition(product, editor, id, { transition: 'publish' })).status).toBe(409)
    const both = await transition(product, second, id, { transition: 'approve' })
    expect(both.get('state')).toBe('approved')
    const live = await transition(product, editor, id, { transition: 'publish' })
    expect(live.get('live.approvals')).toMatchObject([
      { approvedBy: { id: editor.id }, seen: { from: null, risk: 'facts' } },
      { approvedBy: { id: second.id } },
    ])
    await edit(id, { headline: 'Ganz andere Worte' })
    const seenFrom = String(live.get('digest'))
    await transition(product, author, id, { transition: 'submit' })
    const words = await transition(product, editor, id, { transition: 'approve', seenFrom })
    expect(words.get('state')).toBe('approved')
    const workflow = await product.call('GET', `/regional-sections/${id}/workflow`, editor)
    const approvals = workflow.get('approvals') as { seen: unknown }[]
    expect(approvals.at(-1)?.seen).toEqual({ from: seenFrom, risk: 'text' })
    await setRule('facts', { approvals: 1, role: null })
  })

  it('does not let an approval be forged below the number that was asked for', async () => {
    await setRule('facts', { approvals: 2, role: null })
    const id = await writeSection(product, author)
    await transition(product, author, id, { transition: 'submit' })
    await transition(product, editor, id, { transition: 'approve' })
    await product.sql.query(`UPDATE workflow_states SET stage = 'approved' WHERE id = $1`, [id])
    const answer = await transition(product, editor, id, { transition: 'publish' }).catch(
      (error: unknown) => ({ status: 500, text: String(error) }),
    )
    expect(answer.status).not.toBe(200)
    await setRule('facts', { approvals: 1, role: null })
  })

  it('needs somebody of a named role where the house says so', async () => {
    await setRule('facts', { approvals: 1, role: 'admin' })
    const id = await writeSection(product, author)
    await transition(product, author, id, { transition: 'submit' })
    const editors = await transition(product, editor, id, { transition: 'approve' })
    expect(editors.get('state')).toBe('in_review')
    expect((await transition(product, admin, id, { transition: 'approve' })).get('state')).toBe(
      'approved',
    )
    await setRule('facts', { approvals: 1, role: null })
  })

  it('keeps the rules to the administration, and sane', async () => {
    const body = { regionalSections: { facts: { approvals: 1 } } }
    for (const person of [author, editor]) {
      const answer = await product.call('POST', '/globals/workflow-settings', { ...person, body })
      expect(answer.status).toBe(403)
    }
    for (const approvals of [0, 6, 1.5, -1]) {
      const answer = await product.call('POST', '/globals/workflow-settings', {
        ...admin,
        body: { regionalSections: { facts: { approvals } } },
      })
      expect(answer.status, String(approvals)).toBe(400)
    }
  })

  it('refuses a difference that nobody can have seen', async () => {
    const id = await writeSection(product, author)
    await transition(product, author, id, { transition: 'submit' })
    const answer = await transition(product, editor, id, {
      transition: 'approve',
      seenFrom: '0'.repeat(64),
    })
    expect(answer.get('error.code')).toBe('unknown_digest')
  })
})
