import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  bodyOf,
  makeLive,
  makePair,
  publish,
  sectionContent,
  transition,
  writeSection,
} from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

describe('the way of a text from draft to site', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn
  let site: { authorization: string }

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
    site = await product.makeSite()
  })
  afterAll(() => product.close())

  const read = (id: string, query = '') =>
    product.call('GET', `/regional-sections/${id}${query}`, site)

  it('is submitted, approved, published and then seen by a site', async () => {
    const id = await writeSection(product, author)
    expect((await read(id)).status).toBe(404)

    const submitted = await transition(product, author, id, { transition: 'submit' })
    expect(submitted.body).toMatchObject({ state: 'in_review', live: null, allowed: ['withdraw'] })
    expect((await read(id)).status).toBe(404)

    const digest = String(submitted.get('digest'))
    const approved = await transition(product, editor, id, {
      transition: 'approve',
      expectedDigest: digest,
    })
    expect(approved.body).toMatchObject({ state: 'approved', digest })

    const published = await transition(product, editor, id, { transition: 'publish' })
    expect(published.body).toMatchObject({
      state: 'live',
      live: { digest, approvals: [{ digest, approvedBy: { id: editor.id } }] },
    })
    const seen = await read(id)
    expect(seen.status).toBe(200)
    expect(seen.body).toMatchObject({ headline: 'Eine Überschrift', digest })
    expect(seen.get('salaryFigures.0')).toMatchObject({ min: 40_000, max: 45_000, unsourced: true })
  })

  it('keeps the live copy byte for byte while the author writes on', async () => {
    const id = await makeLive(product, { author, editor })
    const before = await read(id)
    const edit = await product.call('PATCH', `/regional-sections/${id}`, {
      ...author,
      body: { headline: 'Neu', sections: [{ kind: 'aufgaben', body: bodyOf('Anderes.') }] },
    })
    expect(edit.status).toBe(200)
    expect((await read(id)).text).toBe(before.text)
    const workflow = await product.call('GET', `/regional-sections/${id}/workflow`, author)
    expect(workflow.get('state')).toBe('draft')
    expect(workflow.get('live.digest')).toBe(before.get('digest'))

    await publish(product, { author, editor }, id)
    expect((await read(id)).get('headline')).toBe('Neu')
  })

  it('voids an approval by an edit, even when the text comes back to what it was', async () => {
    const id = await writeSection(product, author)
    await transition(product, author, id, { transition: 'submit' })
    await transition(product, editor, id, { transition: 'approve' })
    for (const headline of ['Anders', 'Eine Überschrift']) {
      await product.call('PATCH', `/regional-sections/${id}`, { ...author, body: { headline } })
    }
    const refused = await transition(product, editor, id, { transition: 'publish' })
    expect(refused.status).toBe(409)
    await transition(product, author, id, { transition: 'submit' })
    expect((await transition(product, editor, id, { transition: 'publish' })).status).toBe(409)
    expect((await read(id)).status).toBe(404)
  })

  it('refuses a digest that is not the text any more, and changes nothing', async () => {
    const id = await writeSection(product, author)
    const answer = await transition(product, author, id, {
      transition: 'submit',
      expectedDigest: '0'.repeat(64),
    })
    expect(answer.status).toBe(409)
    expect(answer.get('error.code')).toBe('digest_mismatch')
    const workflow = await product.call('GET', `/regional-sections/${id}/workflow`, author)
    expect(workflow.get('state')).toBe('draft')
    expect(workflow.get('events')).toHaveLength(1)
  })

  it('keeps four eyes: who wrote a sentence does not approve it', async () => {
    const id = await writeSection(product, editor)
    await transition(product, editor, id, { transition: 'submit' })
    const own = await transition(product, editor, id, { transition: 'approve' })
    expect(own.status).toBe(403)
    expect(own.get('error.code')).toBe('four_eyes')
    const other = await product.signIn('editor')
    expect((await transition(product, other, id, { transition: 'approve' })).status).toBe(200)
  })

  it('counts an editor who changed a comma as a contributor', async () => {
    const id = await writeSection(product, author)
    await transition(product, author, id, { transition: 'submit' })
    await product.call('PATCH', `/regional-sections/${id}`, {
      ...editor,
      body: { headline: 'Eine, Überschrift' },
    })
    await transition(product, author, id, { transition: 'submit' })
    const own = await transition(product, editor, id, { transition: 'approve' })
    expect(own.get('error.code')).toBe('four_eyes')
    const other = await product.signIn('editor')
    expect((await transition(product, other, id, { transition: 'approve' })).status).toBe(200)
  })

  it('takes no transition on a working copy that was changed behind its back', async () => {
    const id = await writeSection(product, author)
    await transition(product, author, id, { transition: 'submit' })
    await product.sql.query(
      `UPDATE _regional_sections_v SET version_headline = 'Heimlich' WHERE parent_id = $1`,
      [id],
    )
    const answer = await transition(product, editor, id, { transition: 'approve' })
    expect(answer.status).toBe(409)
    expect(answer.get('error.code')).toBe('digest_mismatch')
  })

  it('takes a text off the net whatever its working copy has become', async () => {
    const id = await makeLive(product, { author, editor })
    await product.sql.query(
      `UPDATE _regional_sections_v SET version_headline = 'Heimlich' WHERE parent_id = $1`,
      [id],
    )
    const answer = await transition(product, editor, id, { transition: 'unpublish' })
    expect(answer.status).toBe(200)
    expect((await product.call('GET', `/regional-sections/${id}`, site)).status).toBe(404)
  })

  it('answers 401, 403, 404, 400 and 422, each saying why', async () => {
    const id = await writeSection(product, author)
    const stranger = await product.signIn('author')
    expect((await transition(product, null, id, { transition: 'submit' })).status).toBe(401)
    expect((await transition(product, site, id, { transition: 'submit' })).status).toBe(403)
    expect((await transition(product, stranger, id, { transition: 'submit' })).status).toBe(403)
    expect((await transition(product, author, id, { transition: 'approve' })).status).toBe(403)
    expect((await transition(product, editor, id, { transition: 'approve' })).status).toBe(409)
    const unknown = await transition(product, author, id, { transition: 'bless', extra: 1 })
    expect(unknown.status).toBe(400)
    expect(unknown.text).toContain('extra')
    const missing = '00000000-0000-4000-8000-000000000000'
    expect((await transition(product, author, missing, { transition: 'submit' })).status).toBe(404)
    expect((await transition(product, author, 'x', { transition: 'submit' })).status).toBe(404)

    await transition(product, author, id, { transition: 'submit' })
    const noReason = await transition(product, editor, id, { transition: 'requestChanges' })
    expect(noReason.status).toBe(422)
    expect(noReason.get('error.details.0.path')).toBe('comment')
    const reason = { transition: 'requestChanges', comment: 'Bitte kürzen.' }
    expect((await transition(product, editor, id, reason)).get('state')).toBe('changes_requested')
  })

  it('blocks an incomplete text with the path of each gap', async () => {
    const id = await writeSection(product, author, {
      intro: '',
      sections: [{ kind: 'aufgaben' }],
      salaryFigures: [{ kind: 'spanne', period: 'JAHR', min: 50_000, max: 40_000 }],
    })
    const answer = await transition(product, author, id, { transition: 'submit' })
    expect(answer.status).toBe(422)
    expect(answer.get('error.details')).toMatchObject([
      { path: 'intro' },
      { path: 'sections.0.body' },
      { path: 'salaryFigures.0.max' },
    ])
  })

  it('unpublishes, archives and reopens', async () => {
    const id = await makeLive(product, { author, editor })
    await product.call('PATCH', `/regional-sections/${id}`, {
      ...author,
      body: { headline: 'Neu', intro: '' },
    })
    const gone = await transition(product, editor, id, { transition: 'unpublish' })
    expect(gone.body).toMatchObject({ state: 'draft', live: null })
    expect((await read(id)).status).toBe(404)
    const working = await product.call('GET', `/regional-sections/${id}?draft=true`, author)
    expect(working.get('headline')).toBe('Neu')

    expect((await transition(product, editor, id, { transition: 'archive' })).get('state')).toBe(
      'archived',
    )
    const edit = await product.call('PATCH', `/regional-sections/${id}`, {
      ...author,
      body: { headline: 'X' },
    })
    expect(edit.status).toBe(409)
    expect((await transition(product, editor, id, { transition: 'reopen' })).get('state')).toBe(
      'draft',
    )
  })

  it('knows a document by its id in capital letters, and is led around nothing by it', async () => {
    const id = await writeSection(product, author)
    const loud = id.toUpperCase()
    await transition(product, author, loud, { transition: 'submit' })
    await product.call('POST', `/regional-sections/${id}/workflow/comments`, {
      ...editor,
      body: { body: 'Halt.', isBlocking: true },
    })
    for (const name of [id, loud]) {
      expect((await transition(product, editor, name, { transition: 'approve' })).status).toBe(422)
    }
    const bulk = await product.call('POST', '/regional-sections/transitions', {
      ...editor,
      body: { ids: [id, loud], transition: 'approve' },
    })
    expect(bulk.status).toBe(400)
    const workflow = await product.call('GET', `/regional-sections/${loud}/workflow`, editor)
    expect((workflow.get('events') as unknown[]).length).toBe(3)
  })

  it('lets no bytes beside the approved text reach a site', async () => {
    const id = await writeSection(product, author)
    await transition(product, author, id, { transition: 'submit' })
    await transition(product, editor, id, { transition: 'approve' })
    const body = bodyOf('Vieles.')
    const smuggled = { root: { ...body.root, version: 'GEHEIM' } }
    for (const section of [
      { kind: 'aufgaben', heading: 'Was zu tun ist', body: smuggled },
      { id: 'GEHEIM', kind: 'aufgaben', heading: 'Was zu tun ist', body },
    ]) {
      const edit = { ...author, body: { sections: [section] } }
      await product.call('PATCH', `/regional-sections/${id}`, edit)
      await transition(product, editor, id, { transition: 'publish' })
      expect((await read(id)).text).not.toContain('GEHEIM')
    }
  })

  it('keeps an editor within the desk', async () => {
    const id = await writeSection(product, author)
    await transition(product, author, id, { transition: 'submit' })
    const elsewhere = await makePair(product)
    const desk = await product.payload.create({
      collection: 'desks',
      data: { name: `Ressort ${elsewhere.region}`, regions: [elsewhere.region] },
      overrideAccess: true,
    })
    const outsider = await product.signIn('editor', { desks: [desk.id] })
    const answer = await transition(product, outsider, id, { transition: 'approve' })
    expect(answer.status).toBe(403)
    expect(answer.get('error.code')).toBe('not_covered')
    const edit = await product.call('PATCH', `/regional-sections/${id}`, {
      ...outsider,
      body: { headline: 'X' },
    })
    expect(edit.status).toBe(403)
  })

  it('does the same over GraphQL', async () => {
    const id = await writeSection(product, author)
    const submit = await product.graphql(
      `mutation { transitionRegionalSection(id: "${id}", transition: submit) { state digest allowed } }`,
      author,
    )
    expect(submit.get('data.transitionRegionalSection.state')).toBe('in_review')
    const refused = await product.graphql(
      `mutation { transitionRegionalSection(id: "${id}", transition: approve) { state } }`,
      author,
    )
    expect(refused.text).toContain('may not approve')
    const seen = await product.graphql(
      `{ workflow(collection: regionalSections, id: "${id}") { state events { transition actor { name } } } }`,
      editor,
    )
    expect(seen.get('data.workflow')).toMatchObject({ state: 'in_review' })
    await transition(product, editor, id, { transition: 'approve' })
    const publishAt = new Date(Date.now() + 86_400_000).toISOString()
    const planned = await product.graphql(
      `mutation { transitionRegionalSection(id: "${id}", transition: schedule, publishAt: "${publishAt}") {
        state liveUntil approval { text } plan { publishAt unpublishAt isKept plannedBy { id mayAct } } } }`,
      editor,
    )
    expect(planned.get('data.transitionRegionalSection')).toEqual({
      state: 'scheduled',
      liveUntil: null,
      approval: null,
      plan: {
        publishAt,
        unpublishAt: null,
        isKept: false,
        plannedBy: { id: editor.id, mayAct: true },
      },
    })
  })

  it('takes one of two transitions that come at once', async () => {
    const second = await product.signIn('editor')
    for (let round = 0; round < 3; round += 1) {
      const id = await writeSection(product, author)
      await transition(product, author, id, { transition: 'submit' })
      const answers = await Promise.all([
        transition(product, editor, id, { transition: 'approve' }),
        transition(product, second, id, { transition: 'requestChanges', comment: 'Bitte kürzen.' }),
        transition(product, author, id, { transition: 'withdraw' }),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
      const workflow = await product.call('GET', `/regional-sections/${id}/workflow`, author)
      expect(workflow.get('events')).toHaveLength(3)
    }
  })

  it('holds one text a pair, also against two who come at once', async () => {
    const pair = await makePair(product)
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        product.call('POST', '/regional-sections', {
          ...author,
          body: { ...sectionContent(), ...pair },
        }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400])
    const later = await product.call('POST', '/regional-sections', {
      ...author,
      body: { ...sectionContent(), ...pair },
    })
    expect(later.text).toContain('Region')
  })
})
