import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf, transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

describe('the conversation on a text', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn
  let site: { authorization: string }
  let id: string

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
    site = await product.makeSite()
  })
  afterAll(() => product.close())

  const path = () => `/regional-sections/${id}/workflow/comments`
  const write = (person: { authorization: string } | object, body: Record<string, unknown>) =>
    product.call('POST', path(), { ...person, body })
  const change = (person: SignedIn, comment: string, body: Record<string, unknown>) =>
    product.call('PATCH', `${path()}/${comment}`, { ...person, body })
  const edit = (body: Record<string, unknown>) =>
    product.call('PATCH', `/regional-sections/${id}`, { ...author, body })
  const begin = async () => {
    id = await writeSection(product, author, {
      intro: 'Wer hier arbeitet, mischt Farben und prüft sie.',
      sections: [
        { kind: 'aufgaben', heading: 'Aufgaben', body: bodyOf('Am Morgen wird gemischt.') },
        { kind: 'zugang', heading: 'Zugang', body: bodyOf('Eine Ausbildung dauert drei Jahre.') },
      ],
    })
  }

  it('is threaded: a comment, replies, and its end', async () => {
    await begin()
    const first = await write(editor, { body: 'Stimmt das?' })
    expect(first.status, first.text).toBe(201)
    const thread = String(first.get('id'))
    const reply = await write(author, { body: 'Ja.', parent: thread })
    await write(editor, { body: 'Gut.', parent: String(reply.get('id')) })
    const read = await product.call('GET', path(), author)
    expect(read.get('threads')).toMatchObject([
      { id: thread, body: 'Stimmt das?', replies: [{ body: 'Ja.' }, { body: 'Gut.' }] },
    ])
    const resolved = await change(editor, thread, { isResolved: true })
    expect(resolved.get('threads.0.resolved.by.id')).toBe(editor.id)
    expect((await change(author, thread, { body: 'Andere Worte' })).status).toBe(403)
    expect(
      (await change(editor, thread, { body: 'Stimmt es?' })).get('threads.0.editedAt'),
    ).toBeTruthy()
    const del = await product.call('DELETE', `${path()}/${thread}`, author)
    expect(del.status).toBe(403)
    await product.call('DELETE', `${path()}/${thread}`, editor)
    expect((await product.call('GET', path(), author)).get('threads.0')).toMatchObject({
      isDeleted: true,
      body: '',
    })
  })

  it('keeps a quote while the text around it moves, and says when it is gone', async () => {
    await begin()
    const written = await write(editor, {
      body: 'Genauer, bitte.',
      on: { section: 1, quote: 'drei Jahre' },
    })
    expect(written.get('threads.0.location')).toMatchObject({
      status: 'current',
      path: expect.stringMatching(/^sections\..+\.body$/) as string,
      start: 23,
      end: 33,
    })
    const location = async () =>
      (await product.call('GET', path(), editor)).get('threads.0.location')
    const zugang = (text: string) => ({ kind: 'zugang', heading: 'Zugang', body: bodyOf(text) })
    await edit({
      sections: [
        zugang('Vorher lernt man. Eine Ausbildung dauert drei Jahre.'),
        { kind: 'aufgaben', heading: 'Aufgaben', body: bodyOf('Am Morgen wird gemischt.') },
      ],
    })
    expect(await location()).toMatchObject({ status: 'current' })
    await edit({
      intro: 'Eine Ausbildung dauert drei Jahre.',
      sections: [zugang('Man lernt lange.')],
    })
    expect(await location()).toMatchObject({ status: 'moved', path: 'intro' })
    await edit({ intro: 'Man lernt lange.' })
    expect(await location()).toEqual({ status: 'outdated', path: null, start: null, end: null })
  })

  it('stands on a section, and is outdated when the section is gone', async () => {
    await begin()
    const on = { section: 1 }
    expect((await write(editor, { body: 'Kürzer.', on })).get('threads.0.location')).toMatchObject({
      status: 'current',
      path: expect.stringMatching(/^sections\./) as string,
    })
    await edit({ sections: [{ kind: 'aufgaben', heading: 'Aufgaben', body: bodyOf('Nur dies.') }] })
    const read = await product.call('GET', path(), editor)
    expect(read.get('threads.0.location.status')).toBe('outdated')
  })

  it('names what is wrong with a place', async () => {
    await begin()
    for (const [on, at] of [
      [{ section: 7 }, 'on.section'],
      [{ path: 'price' }, 'on.path'],
      [{ path: 'price', quote: 'Farben' }, 'on.path'],
      [{ quote: 'was nirgends steht' }, 'on.quote'],
    ] as const) {
      const answer = await write(editor, { body: 'X', on })
      expect(answer.status).toBe(422)
      expect(answer.get('error.details.0.path')).toBe(at)
    }
    expect((await write(editor, { body: ' ' })).status).toBe(400)
    const strange = await write(editor, {
      body: 'X',
      parent: '00000000-0000-4000-8000-000000000000',
    })
    expect(strange.status).toBe(404)
  })

  it('blocks an approval until what blocks is resolved, by who may', async () => {
    await begin()
    expect((await write(author, { body: 'Halt', isBlocking: true })).status).toBe(403)
    const blocking = await write(editor, { body: 'Quelle fehlt.', isBlocking: true })
    const comment = String(blocking.get('id'))
    await transition(product, author, id, { transition: 'submit' })
    const refused = await transition(product, editor, id, { transition: 'approve' })
    expect(refused.status).toBe(422)
    expect(refused.get('error.details')).toMatchObject([
      { path: `comments.${comment}`, reason: expect.stringContaining('Quelle fehlt.') as string },
    ])
    expect((await change(author, comment, { isResolved: true })).status).toBe(403)
    const second = await product.signIn('editor')
    expect((await change(second, comment, { isResolved: true })).status).toBe(200)
    expect((await transition(product, editor, id, { transition: 'approve' })).status).toBe(200)
  })

  it('is for those who see the text: no site, no stranger, no other document', async () => {
    await begin()
    const written = await write(editor, { body: 'Geheim.' })
    const comment = String(written.get('id'))
    for (const [caller, status] of [
      [site, 403],
      [{}, 401],
    ] as const) {
      for (const below of ['comments', 'diff', 'expert-links']) {
        const url = `/regional-sections/${id}/workflow/${below}`
        expect((await product.call('GET', url, caller)).status).toBe(status)
      }
      expect((await write(caller, { body: 'X' })).status).toBe(status)
    }
    const first = id
    await begin()
    expect((await change(editor, comment, { isResolved: true })).status).toBe(404)
    const wrong = await product.call('GET', `/career-profiles/${first}/workflow/comments`, editor)
    expect(wrong.status).toBe(404)
  })
})
