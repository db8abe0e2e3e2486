import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { askForSignOffs, type Givers } from '#support/sign-off-rules.ts'
import { verifyAudit } from '#audit/verify.ts'
import type { SignOffKind } from '#model/sign-offs.ts'

// What an expert has agreed to counts as soon as it can, and for what they have read.

const byExperts: Givers = { by: 'named', experts: true }

describe('an agreement by a link', () => {
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
  beforeEach(() => ask(['expertise']))
  afterAll(async () => {
    expect((await verifyAudit(product.payload)).problems).toEqual([])
    await product.close()
  })

  const ask = (kinds: readonly SignOffKind[], givers: Givers = byExperts, approvals = 1) =>
    askForSignOffs(product, admin, kinds, { expertise: givers }, { approvals })
  const path = (id: string) => `/regional-sections/${id}/workflow`
  const write = () => writeSection(product, author)
  const inReview = async () => {
    const id = await write()
    await step(id, author, 'submit')
    return id
  }
  const step = async (id: string, by: SignedIn, name: string, more = {}) => {
    const answer = await transition(product, by, id, { transition: name, ...more })
    expect(answer.status, `${name}: ${answer.text}`).toBe(200)
  }
  const edit = async (id: string, by: SignedIn, body: Record<string, unknown>) => {
    const answer = await product.call('PATCH', `/regional-sections/${id}`, { ...by, body })
    expect(answer.status, answer.text).toBe(200)
  }
  const makeLink = async (id: string, maker: SignedIn) => {
    const made = await product.call('POST', `${path(id)}/expert-links`, { ...maker, body: {} })
    expect(made.status, made.text).toBe(201)
    return { id: String(made.get('id')), token: String(made.get('token')) }
  }
  const answer = async (token: string, opinion = 'agree', name = 'Fachfrau') => {
    const said = await product.call('POST', `/expert-review/${token}`, {
      body: { name, opinion, comment: 'Gelesen.', comments: [] },
    })
    expect(said.status, said.text).toBe(201)
  }
  const say = async (id: string, maker = editor, opinion?: string, name?: string) => {
    const link = await makeLink(id, maker)
    await answer(link.token, opinion, name)
    return link.id
  }
  const block = async (id: string, by: SignedIn) => {
    const body = { body: 'Das stimmt nicht.', isBlocking: true }
    const written = await product.call('POST', `${path(id)}/comments`, { ...by, body })
    expect(written.status, written.text).toBe(201)
    return `${path(id)}/comments/${String(written.get('id'))}`
  }
  /** Who has signed off the expertise; null where nobody has. */
  const signed = async (id: string) => {
    const view = await product.call('GET', path(id), editor)
    return view.get('signOffs.0.given.by.name') ?? null
  }
  const takeBack = async (id: string) => {
    const answer = await product.call('POST', `${path(id)}/sign-offs/expertise/take-back`, {
      ...editor,
      body: { comment: 'Das trägt so nicht.' },
    })
    expect(answer.status, answer.text).toBe(200)
  }
  const signOffsOf = async (id: string) => {
    const { rows } = await product.sql.query<{ given_by: string }>(
      'SELECT given_by FROM workflow_sign_offs WHERE document = $1',
      [id],
    )
    return rows.map((row) => row.given_by)
  }

  it.each<[string, () => Promise<string>]>([
    [
      'in review',
      async () => {
        const id = await inReview()
        await say(id)
        return id
      },
    ],
    [
      'before the submission',
      async () => {
        const id = await write()
        await say(id)
        await step(id, author, 'submit')
        return id
      },
    ],
    [
      'before an edit of what the kind does not answer for',
      async () => {
        const id = await write()
        await say(id)
        await edit(id, author, { seo: { title: 'Ein anderer Titel' } })
        await step(id, author, 'submit')
        return id
      },
    ],
    [
      'while a comment blocks that is resolved',
      async () => {
        const id = await inReview()
        const comment = await block(id, second)
        await say(id)
        expect(await signed(id)).toBeNull()
        await product.call('PATCH', comment, { ...second, body: { isResolved: true } })
        return id
      },
    ],
    [
      'while two comments block, when the second is resolved',
      async () => {
        const id = await inReview()
        const comments = [await block(id, second), await block(id, second)]
        await say(id)
        for (const comment of comments) {
          expect(await signed(id)).toBeNull()
          await product.call('PATCH', comment, { ...second, body: { isResolved: true } })
        }
        return id
      },
    ],
    [
      'while a comment blocks that is taken back',
      async () => {
        const id = await inReview()
        const comment = await block(id, second)
        await say(id)
        await product.call('DELETE', comment, second)
        return id
      },
    ],
    [
      'before the rules ask for it',
      async () => {
        await ask([])
        const id = await inReview()
        await say(id)
        await ask(['expertise'])
        return id
      },
    ],
    [
      'before the rules leave it to experts',
      async () => {
        await ask(['expertise'], { by: 'reviewers' })
        const id = await inReview()
        await say(id)
        expect(await signed(id)).toBeNull()
        await ask(['expertise'])
        return id
      },
    ],
    [
      'under other rules, when the text comes back into review',
      async () => {
        await ask([])
        const id = await write()
        await say(id)
        await step(id, author, 'submit')
        await step(id, second, 'approve')
        await ask(['expertise'])
        await step(id, second, 'revokeApproval', { comment: 'Noch einmal.' })
        return id
      },
    ],
    [
      'before another expert objects',
      async () => {
        const id = await write()
        await say(id)
        await say(id, editor, 'object', 'Fachmann')
        await step(id, author, 'submit')
        return id
      },
    ],
  ])('signs off, given %s', async (_, prepare) => {
    const id = await prepare()
    expect(await signed(id)).toBe('Fachfrau')
    expect(await signOffsOf(id)).toHaveLength(1)
    await step(id, second, 'approve')
    const view = await product.call('GET', path(id), editor)
    expect(view.get('state')).toBe('approved')
    await step(id, second, 'publish')
  })

  it('approves, where it is the last that was missing', async () => {
    const id = await inReview()
    await step(id, second, 'approve')
    const comment = await block(id, second)
    await say(id)
    await product.call('PATCH', comment, { ...second, body: { isResolved: true } })
    expect((await product.call('GET', path(id), editor)).get('state')).toBe('approved')
  })

  it('signs off under new rules, when what was given under others is taken back', async () => {
    await ask(['language'])
    const id = await write()
    await say(id)
    await step(id, author, 'submit')
    const address = `${path(id)}/sign-offs`
    await product.call('POST', address, { ...second, body: { kind: 'language' } })
    await step(id, second, 'approve')
    await ask(['expertise'])
    const body = { comment: 'Noch einmal.' }
    await product.call('POST', `${address}/language/take-back`, { ...second, body })
    expect(await signed(id)).toBe('Fachfrau')
  })

  it.each<[string, () => Promise<string>]>([
    [
      'of what was edited since',
      async () => {
        const id = await write()
        await say(id)
        await edit(id, author, { intro: 'Eine andere Einleitung.' })
        return id
      },
    ],
    [
      'by a link of somebody who has written since',
      async () => {
        const id = await write()
        await say(id)
        await edit(id, editor, { seo: { title: 'Ein Titel der Redaktion' } })
        return id
      },
    ],
    [
      'by a link that was revoked since',
      async () => {
        const id = await write()
        const link = await say(id)
        const answer = await product.call('DELETE', `${path(id)}/expert-links/${link}`, editor)
        expect(answer.status, answer.text).toBe(200)
        return id
      },
    ],
    [
      'that was none',
      async () => {
        const id = await write()
        await say(id, editor, 'object')
        return id
      },
    ],
    [
      'that was taken back, and another that was given before that',
      async () => {
        const id = await write()
        await say(id)
        await say(id, editor, 'agree', 'Fachmann')
        await step(id, author, 'submit')
        await takeBack(id)
        expect(await signed(id)).toBeNull()
        await step(id, author, 'withdraw')
        return id
      },
    ],
    [
      'where the house does not leave it to experts',
      async () => {
        await ask(['expertise'], { by: 'reviewers' })
        const id = await write()
        await say(id)
        return id
      },
    ],
  ])('signs nothing off: one %s', async (_, prepare) => {
    const id = await prepare()
    await step(id, author, 'submit')
    expect(await signed(id)).toBeNull()
  })

  it('signs off anew what was taken back, when it is given after that', async () => {
    const id = await inReview()
    await say(id)
    await takeBack(id)
    await say(id, editor, 'agree', 'Fachmann')
    expect(await signed(id)).toBe('Fachmann')
  })

  it('is given once by a link, and no objection after it', async () => {
    const id = await write()
    const { token } = await makeLink(id, editor)
    await answer(token)
    const again = await product.call('POST', `/expert-review/${token}`, {
      body: { name: 'Fachfrau', opinion: 'object', comments: [] },
    })
    expect(again.status).toBe(410)
  })
})
