import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { askForSignOffs } from '#support/sign-off-rules.ts'

// Whoever is asked to sign a text off can object to it instead, whatever their role; to that text alone.

describe('an objection by who is asked to sign off', () => {
  let product: Product
  let author: SignedIn
  let other: SignedIn
  let lawyer: SignedIn
  let editor: SignedIn

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    other = await product.signIn('author')
    lawyer = await product.signIn('author')
    editor = await product.signIn('editor')
    const admin = await product.signIn('admin')
    await askForSignOffs(product, admin, ['legal'], {
      legal: { by: 'named', people: [lawyer.id] },
    })
  })
  afterAll(() => product.close())

  const step = async (id: string, by: SignedIn, name: string) => {
    const answer = await transition(product, by, id, { transition: name })
    expect(answer.status, `${name}: ${answer.text}`).toBe(200)
  }
  const submitted = async (by = author) => {
    const id = await writeSection(product, by)
    await step(id, by, 'submit')
    return id
  }
  const signed = async () => {
    const id = await submitted()
    const path = `/regional-sections/${id}/workflow/sign-offs`
    const answer = await product.call('POST', path, { ...lawyer, body: { kind: 'legal' } })
    expect(answer.status, answer.text).toBe(201)
    return id
  }
  const comments = (id: string) => `/regional-sections/${id}/workflow/comments`
  const comment = (id: string, by: SignedIn, isBlocking = true) =>
    product.call('POST', comments(id), { ...by, body: { body: 'So nicht.', isBlocking } })

  it.each([
    ['who is named', 'one that waits for them', 201, () => lawyer, () => submitted()],
    ['who is named', 'one not submitted', 403, () => lawyer, () => writeSection(product, author)],
    ['who is named', 'one that is signed off', 403, () => lawyer, () => signed()],
    ['who is named', 'their own', 403, () => lawyer, () => submitted(lawyer)],
    ['the author', 'their own', 403, () => author, () => submitted()],
    ['another author', 'one that waits for others', 403, () => other, () => submitted()],
    ['an editor', 'one not submitted', 201, () => editor, () => writeSection(product, author)],
  ] as const)('by %s to %s: %i', async (_, __, status, person, text) => {
    const id = await text()
    expect((await comment(id, person())).status).toBe(status)
    // A comment that holds nothing up is anybody's, as before.
    expect((await comment(id, person(), false)).status).toBe(201)
  })

  it('holds the approval up until they or an editor take it as done, not the author', async () => {
    const id = await submitted()
    const said = await comment(id, lawyer)
    const thread = `${comments(id)}/${String(said.get('id'))}`
    const done = { isResolved: true }
    expect((await transition(product, editor, id, { transition: 'approve' })).status).toBe(422)
    expect((await product.call('PATCH', thread, { ...author, body: done })).status).toBe(403)
    expect((await product.call('PATCH', thread, { ...other, body: done })).status).toBe(403)
    expect((await product.call('PATCH', thread, { ...lawyer, body: done })).status).toBe(200)
    await step(id, editor, 'approve')
  })
})
