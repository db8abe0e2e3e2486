import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePair, sectionContent, transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { askForSignOffs } from '#support/sign-off-rules.ts'
import { fillReviews } from '#newsroom/lists/fill-reviews.ts'
import { signOffKinds, type SignOffKind } from '#model/sign-offs.ts'

// Who may sign something off finds it in the lists, whatever their role and desks; the lists say of each
// text what its own workflow says.

describe('texts that wait for a sign-off', () => {
  let product: Product
  let author: SignedIn
  let writer: SignedIn
  let editor: SignedIn
  let far: SignedIn
  let lawyer: SignedIn
  let counsel: SignedIn
  let admin: SignedIn
  const texts: Record<string, string> = {}

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    writer = await product.signIn('editor')
    editor = await product.signIn('editor')
    admin = await product.signIn('admin')
    lawyer = await product.signIn('author')
    const { region } = await makePair(product)
    const desk = await product.payload.create({
      collection: 'desks',
      data: { name: 'Recht', regions: [region] },
      overrideAccess: true,
    })
    far = await product.signIn('editor', { desks: [desk.id] })
    counsel = await product.signIn('author', { desks: [desk.id] })
    await askForSignOffs(
      product,
      admin,
      ['language', 'legal'],
      { legal: { by: 'named', people: [lawyer.id, writer.id], desks: [desk.id] } },
      { approvals: 2, role: 'admin' },
    )
    texts.fresh = await submitted()
    texts.draft = await writeSection(product, author)
    texts.withLanguage = await submitted()
    await sign(texts.withLanguage, editor, 'language')
    texts.withLegal = await submitted()
    await sign(texts.withLegal, lawyer, 'legal')
    texts.complete = await submitted()
    await sign(texts.complete, lawyer, 'legal')
    await sign(texts.complete, editor, 'language')
    texts.takenBack = await submitted()
    await sign(texts.takenBack, lawyer, 'legal')
    await call('POST', `${path(texts.takenBack)}/workflow/sign-offs/legal/take-back`, lawyer, {
      comment: 'Doch nicht.',
    })
    texts.rewritten = await submitted()
    await sign(texts.rewritten, lawyer, 'legal')
    await sign(texts.rewritten, editor, 'language')
    await call('PATCH', path(texts.rewritten), writer, {
      headline: 'Auch von der Zweiten',
      salaryFigures: [
        { kind: 'einstieg', min: 41_000, max: 45_000, period: 'JAHR', currency: 'EUR' },
      ],
    })
    await step(texts.rewritten, author, 'submit')
    texts.cameBack = await submitted()
    await sign(texts.cameBack, lawyer, 'legal')
    await step(texts.cameBack, author, 'withdraw')
    await step(texts.cameBack, author, 'submit')
    texts.halfApproved = await submitted()
    await step(texts.halfApproved, editor, 'approve')
    texts.approvedByAdmin = await submitted()
    await step(texts.approvedByAdmin, admin, 'approve')
    texts.ofTheDesk = await submitted({ region })
    texts.toReview = await submitted()
    await call('PATCH', `${path(texts.toReview)}/workflow/assignment`, admin, { reviewer: far.id })
  })
  afterAll(() => product.close())

  const path = (id: string) => `/regional-sections/${id}`
  const call = async (
    method: 'GET' | 'POST' | 'PATCH',
    to: string,
    by: SignedIn,
    body?: Record<string, unknown>,
  ) => {
    const answer = await product.call(method, to, { ...by, ...(body && { body }) })
    expect(answer.status, `${to}: ${answer.text}`).toBeLessThan(300)
    return answer
  }
  const step = async (id: string, by: SignedIn, name: string) => {
    const answer = await transition(product, by, id, { transition: name })
    expect(answer.status, `${name}: ${answer.text}`).toBe(200)
  }
  const submitted = async (overrides: Record<string, unknown> = {}) => {
    const id = await writeSection(product, author, overrides)
    await step(id, author, 'submit')
    return id
  }
  const sign = (id: string, by: SignedIn, kind: SignOffKind) =>
    call('POST', `${path(id)}/workflow/sign-offs`, by, { kind })
  const awaitedBy = async (person: SignedIn, awaiting = 'signOff') => {
    const answer = await call('GET', `/newsroom/texts?awaiting=${awaiting}&limit=200`, person)
    const listed = answer.get('texts') as { id: string }[]
    expect(answer.get('total')).toBe(listed.length)
    return namesOf(listed.map(({ id }) => id))
  }
  const namesOf = (ids: readonly string[]) =>
    Object.keys(texts)
      .filter((name) => ids.includes(texts[name] ?? ''))
      .sort()

  const people = {
    author: () => author,
    writer: () => writer,
    editor: () => editor,
    far: () => far,
    lawyer: () => lawyer,
    counsel: () => counsel,
    admin: () => admin,
  }
  const names = Object.keys(people) as (keyof typeof people)[]

  describe.each(names)('are listed for the %s', (name) => {
    it('as their own workflow says who may give what', async () => {
      const person = people[name]()
      const listed = await call('GET', '/newsroom/texts?limit=200', person)
      const entries = listed.get('texts') as {
        id: string
        maySignOff: string[]
        approval: unknown
      }[]
      const ofKind: Record<string, string[]> = { expertise: [], language: [], legal: [] }
      for (const [called, id] of Object.entries(texts)) {
        const workflow = await call('GET', `${path(id)}/workflow`, person)
        const signOffs = workflow.get('signOffs') as { kind: string; mayGive: boolean }[]
        const mayGive = signOffs.filter((one) => one.mayGive).map(({ kind }) => kind)
        const entry = entries.find((one) => one.id === id)
        expect(entry?.maySignOff, called).toEqual(mayGive)
        expect(entry?.approval, called).toEqual(workflow.get('approval'))
        for (const kind of mayGive) ofKind[kind]?.push(called)
      }
      const all = [...new Set(Object.values(ofKind).flat())].sort()
      expect(await awaitedBy(person)).toEqual(all)
      for (const kind of signOffKinds) {
        expect(await awaitedBy(person, kind), kind).toEqual(ofKind[kind]?.sort())
      }
      const home = await call('GET', '/newsroom/home', person)
      expect(home.get('signOffs.total')).toBe(all.length)
    })
  })

  it('are the named ones’ by name and by desk, and nobody’s who wrote them', async () => {
    const open = ['fresh', 'withLanguage', 'takenBack', 'rewritten', 'halfApproved']
    const all = [...open, 'approvedByAdmin', 'ofTheDesk', 'toReview'].sort()
    expect(await awaitedBy(lawyer)).toEqual(all)
    expect(await awaitedBy(counsel)).toEqual(all)
    expect(await awaitedBy(writer, 'legal')).toEqual(all.filter((name) => name !== 'rewritten'))
    expect(await awaitedBy(admin, 'legal')).toEqual([])
    expect(await awaitedBy(author)).toEqual([])
    expect(await awaitedBy(far, 'language')).toEqual(['ofTheDesk', 'toReview'])
  })

  it('say what is missing, sign-offs among it, in the reader’s language', async () => {
    const listed = await product.call('GET', '/newsroom/texts?awaiting=legal&sort=since', {
      ...lawyer,
      headers: { 'accept-language': 'de' },
    })
    const entries = listed.get('texts') as { id: string; approval: { text: string } }[]
    const textOf = (name: string) => entries.find(({ id }) => id === texts[name])?.approval.text
    expect(textOf('halfApproved')).toBe('1 von 2, es fehlt: Verwaltung, Sprache, Recht')
    expect(textOf('approvedByAdmin')).toBe(
      '1 von 2, es fehlt: eine weitere Freigabe, Sprache, Recht',
    )
    const csv = await product.text('/newsroom/texts.csv?awaiting=legal', lawyer)
    expect(csv).toContain('1 of 2, missing: Administrator, Language, Legal')
  })

  it('are read by those who are named, and nothing else', async () => {
    const id = texts.fresh ?? ''
    for (const part of [
      '',
      '/workflow',
      '/workflow/diff',
      '/workflow/comments',
      '/workflow/texts',
    ]) {
      await call('GET', `${path(id)}${part}${part ? '' : '?draft=true'}`, lawyer)
    }
    for (const name of ['approve', 'requestChanges', 'withdraw', 'publish', 'archive']) {
      const answer = await transition(product, lawyer, id, { transition: name, comment: 'Nein.' })
      expect(answer.status, name).toBe(403)
    }
    const edit = await product.call('PATCH', path(id), { ...lawyer, body: { headline: 'Neu' } })
    expect(edit.status).toBe(403)
    const claim = await product.call('POST', `${path(id)}/workflow/claim`, { ...lawyer, body: {} })
    expect(claim.status).toBe(403)
    expect((await call('GET', `${path(id)}/workflow`, lawyer)).get('allowed')).toEqual([])
    expect((await call('GET', '/newsroom/queue', lawyer)).get('total')).toBe(0)
  })

  it('follow the rules as they are now, and the risk as it is now', async () => {
    const id = await submitted()
    texts.later = id
    const rules = (kinds: SignOffKind[]) =>
      askForSignOffs(product, admin, kinds, { legal: { by: 'named', people: [lawyer.id] } })
    await rules(['language'])
    expect(await awaitedBy(lawyer)).toEqual([])
    expect(await awaitedBy(editor)).toContain('later')
    await rules(['legal'])
    expect(await awaitedBy(lawyer)).toContain('later')
    expect(await awaitedBy(editor)).toEqual([])
  })

  it('are known too where they were submitted before that was noted', async () => {
    const id = texts.cameBack
    await product.sql.query(
      `UPDATE newsroom_texts SET sign_off_digests = NULL, risk = NULL WHERE document = $1`,
      [id],
    )
    expect(await fillReviews(product.payload)).toBe(1)
    expect(await fillReviews(product.payload)).toBe(0)
    const { rows } = await product.sql.query(
      'SELECT signed_off, risk FROM newsroom_texts WHERE document = $1',
      [id],
    )
    expect(rows).toEqual([{ signed_off: ['legal'], risk: 'facts' }])
  })

  it('have the risk of what they change when something else went live meanwhile', async () => {
    await askForSignOffs(product, admin, [])
    const pair = await makePair(product)
    const made = await call('POST', '/regional-sections', author, { ...sectionContent(), ...pair })
    const id = String(made.get('doc.id'))
    await step(id, author, 'submit')
    await step(id, editor, 'approve')
    await step(id, editor, 'publish')
    await call('PATCH', path(id), author, { headline: 'Nur ein Wort' })
    await step(id, author, 'submit')
    const risk = async () =>
      (await call('GET', `/newsroom/texts?author=me&profession=${pair.profession}`, author)).get(
        'texts.0.risk',
      )
    expect(await risk()).toBe('text')
    await transition(product, editor, id, { transition: 'unpublish', comment: 'Weg damit.' })
    expect((await call('GET', `${path(id)}/workflow`, editor)).get('state')).toBe('in_review')
    expect(await risk()).toBe('facts')
  })
})
