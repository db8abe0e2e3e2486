import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTokenPage } from '#preview/page.ts'
import { previewSecretOf } from '#read-model/preview-token.ts'
import { openDelivery, type Delivery } from '#support/delivery.ts'
import { makePair, sectionContent, transition } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

// Who holds the token of a preview sees a text that is not live: it is listed, and can be ended.

describe('the tokens of previews', () => {
  let product: Product
  let delivery: Delivery
  let author: SignedIn
  let editor: SignedIn
  let admin: SignedIn
  let site: { authorization: string }

  beforeAll(async () => {
    product = await startProduct()
    delivery = await openDelivery(product)
    author = await product.signIn('author')
    editor = await product.signIn('editor')
    admin = await product.signIn('admin')
    site = await product.makeSite()
  })
  afterAll(async () => {
    await delivery.close()
    await product.close()
  })

  const write = async () => {
    const pair = await makePair(product)
    const body = { ...sectionContent(), ...pair }
    const made = await product.call('POST', '/regional-sections', { ...author, body })
    return { id: String(made.get('doc.id')), region: pair.region }
  }
  const makePreview = async (text: string, by = author) => {
    const path = `/regional-sections/${text}/preview`
    const made = await product.call('POST', path, { ...by, body: {} })
    expect(made.status, made.text).toBe(201)
    return {
      id: String(made.get('id')),
      token: String(made.get('token')),
      href: String(made.get('href')),
      digest: String(made.get('digest')),
    }
  }
  const list = (text: string, by: { authorization: string } = author) =>
    product.call('GET', `/regional-sections/${text}/previews`, by)
  const revoke = (text: string, preview: string, by: { authorization?: string } = author) =>
    product.call('DELETE', `/regional-sections/${text}/previews/${preview}`, by)
  /** What the page of the authoring plane and the delivery plane answer to whoever holds a token. */
  const opens = async ({ token, href }: { token: string; href: string }) => {
    const page = await readTokenPage(await product.localRequest(), token).then(
      () => 200,
      (error: unknown) => Reflect.get(Object(error), 'status') as unknown,
    )
    const answer = await delivery.get(href)
    return [page, answer.status]
  }
  const open = [200, 200]
  const ended = [410, 410]
  const eventsOf = async (text: string) => {
    const { rows } = await product.sql.query<{ transition: string; actor: string; kind: string }>(
      `SELECT transition, actor, kind FROM workflow_events
       WHERE document = $1 AND kind = 'preview' ORDER BY sequence`,
      [text],
    )
    return rows.map(({ transition, actor }) => [transition, actor])
  }

  it('are listed, newest first, without the token itself', async () => {
    const { id: text } = await write()
    const first = await makePreview(text)
    const second = await makePreview(text, editor)
    const listed = await list(text)
    expect(listed.body).toMatchObject({
      previews: [
        { id: second.id, madeBy: { id: editor.id, name: editor.name }, digest: second.digest },
        { id: first.id, madeBy: { id: author.id, name: author.name }, digest: first.digest },
      ],
    })
    const href = first.href.split('?')[0]
    expect(listed.get('previews.1.href')).toBe(href)
    expect(Date.parse(String(listed.get('previews.1.expiresAt')))).toBeGreaterThan(Date.now())
    expect(listed.text).not.toContain(first.token.split('.').at(-1))
    expect(await eventsOf(text)).toEqual([
      ['makePreview', author.id],
      ['makePreview', editor.id],
    ])
  })

  it('are listed to those who may read the text', async () => {
    const { id: text } = await write()
    expect((await list(text, editor)).status).toBe(200)
    expect((await list(text, site)).status).toBe(403)
    expect((await list('00000000-0000-4000-8000-000000000000')).status).toBe(404)
    expect((await product.call('GET', `/regional-sections/${text}/previews`)).status).toBe(401)
  })

  describe('are revoked', () => {
    const desk = async (regions: string[]) => {
      const body = { name: `Ressort ${String(Math.random())}`, regions }
      return String((await product.call('POST', '/desks', { ...admin, body })).get('doc.id'))
    }
    type Who = (region: string) => Promise<{ authorization?: string }>
    const cases: readonly [who: string, find: Who, status: number][] = [
      ['who made it', () => Promise.resolve(author), 200],
      ['an editor', () => Promise.resolve(editor), 200],
      ['an administrator', () => Promise.resolve(admin), 200],
      [
        'an editor of its desk',
        async (region) => product.signIn('editor', { desks: [await desk([region])] }),
        200,
      ],
      [
        'an editor of another desk',
        async () => {
          const { region } = await makePair(product)
          return product.signIn('editor', { desks: [await desk([region])] })
        },
        403,
      ],
      ['another author', () => product.signIn('author'), 403],
      ['a site', () => Promise.resolve(site), 403],
      ['nobody', () => Promise.resolve({}), 401],
    ]
    it.each(cases)('by %s', async (_, find, status) => {
      const { id: text, region } = await write()
      const preview = await makePreview(text)
      const other = await makePreview(text)
      expect(await opens(preview)).toEqual(open)
      const who = await find(region)
      const answer = await revoke(text, preview.id, who)
      expect(answer.status, answer.text).toBe(status)
      expect(await opens(preview)).toEqual(status === 200 ? ended : open)
      expect(await opens(other)).toEqual(open)
      const shown = (await list(text)).get('previews.length')
      expect(shown).toBe(status === 200 ? 1 : 2)
      const last = (await eventsOf(text)).at(-1)
      if (status === 200) expect(last?.[0]).toBe('revokePreview')
      else expect(last?.[0]).toBe('makePreview')
    })

    it('once, and of their own document only', async () => {
      const [{ id: text }, { id: other }] = [await write(), await write()]
      const preview = await makePreview(text)
      expect((await revoke(other, preview.id)).status).toBe(404)
      expect((await revoke(text, 'x')).status).toBe(404)
      expect((await revoke(text, preview.id)).status).toBe(200)
      expect((await revoke(text, preview.id)).status).toBe(404)
      expect(await opens(await makePreview(text))).toEqual(open)
      expect(await opens(preview)).toEqual(ended)
    })
  })

  /** A token as it was made before tokens were rows. */
  const olderToken = async (text: string) => {
    const { token, href, id, digest } = await makePreview(text)
    const [, , expires = ''] = token.split('.')
    const head = `${text}.${digest}.${expires}`
    const secret = previewSecretOf(product.payload.config.secret)
    const signature = createHmac('sha256', secret).update(head).digest('base64url')
    await product.sql.query('DELETE FROM preview_tokens WHERE id = $1', [id])
    await product.sql.query(
      'UPDATE preview_texts SET has_older_tokens = true WHERE document = $1',
      [text],
    )
    const older = `${head}.${signature}`
    return { token: older, href: href.replace(token, older) }
  }
  const archive = async (text: string) => {
    for (const [person, step] of [
      [author, 'submit'],
      [editor, 'approve'],
      [editor, 'publish'],
      [editor, 'archive'],
    ] as const) {
      const body = { transition: step, comment: 'Weil es so ist' }
      const answer = await transition(product, person, text, body)
      expect(answer.status, answer.text).toBe(200)
    }
  }
  const ends: readonly [
    what: string,
    happens: (text: string, maker: string) => Promise<unknown>,
  ][] = [
    ['the text is archived', (text) => archive(text)],
    [
      'the text is deleted',
      async (text) => {
        const answer = await product.call('DELETE', `/regional-sections/${text}`, editor)
        expect(answer.status, answer.text).toBe(200)
      },
    ],
  ]
  it.each(ends)('end when %s, older ones too', async (_, happens) => {
    const { id: text } = await write()
    const [preview, older] = [await makePreview(text), await olderToken(text)]
    expect([await opens(preview), await opens(older)]).toEqual([open, open])
    await happens(text, author.id)
    expect([await opens(preview), await opens(older)]).toEqual([ended, ended])
  })

  it('are made of no archived text, and do not come back when it is opened and previewed again', async () => {
    const { id: text } = await write()
    const [preview, older] = [await makePreview(text), await olderToken(text)]
    await archive(text)
    const path = `/regional-sections/${text}`
    const made = await product.call('POST', `${path}/preview`, { ...admin, body: {} })
    expect([made.status, made.get('error.code')]).toEqual([409, 'archived'])
    const reopen = { ...admin, body: { transition: 'reopen' } }
    expect((await product.call('POST', `${path}/transitions`, reopen)).status).toBe(200)
    expect(await opens(await makePreview(text))).toEqual(open)
    expect([await opens(preview), await opens(older)]).toEqual([ended, ended])
  })

  it.each([
    [
      'deactivated',
      (id: string) => product.call('POST', `/users/${id}/deactivate`, { ...admin, body: {} }),
    ],
    ['deleted', (id: string) => product.call('DELETE', `/users/${id}`, admin)],
  ])('end when their maker is %s, and do not come back with them', async (_, happens) => {
    const maker = await product.signIn('editor')
    const { id: text } = await write()
    const [preview, other] = [await makePreview(text, maker), await makePreview(text)]
    expect((await happens(maker.id)).status).toBe(200)
    expect([await opens(preview), await opens(other)]).toEqual([ended, open])
    await product.call('POST', `/users/${maker.id}/reactivate`, { ...admin, body: {} })
    expect(await opens(preview)).toEqual(ended)
  })

  it('end with their maker’s account whatever is on record of it', async () => {
    const maker = await product.signIn('editor')
    const { id: text } = await write()
    const preview = await makePreview(text, maker)
    await product.sql.query('UPDATE users SET deactivated_at = now() WHERE id = $1', [maker.id])
    expect(await opens(preview)).toEqual(ended)
  })

  it('open nothing without their row, or cut down to an older one', async () => {
    const { id: text } = await write()
    const preview = await makePreview(text)
    const [document = '', digest = '', expires = '', , signature = ''] = preview.token.split('.')
    const cut = [document, digest, expires, signature].join('.')
    expect(await opens({ token: cut, href: preview.href.replace(preview.token, cut) })).toEqual([
      404, 403,
    ])
    const { id: other } = await write()
    const unmarked = await olderToken(other)
    await product.sql.query('UPDATE preview_texts SET has_older_tokens = false')
    expect(await opens(unmarked)).toEqual(ended)
  })
})
