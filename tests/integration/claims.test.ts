import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endLapsedClaims } from '#newsroom/assignment/end-claims.ts'
import { makePair, sectionContent, transition } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

// "I am reviewing this" holds others up only while whoever says so could approve the text.

describe('a claim', () => {
  let product: Product
  let author: SignedIn
  let admin: SignedIn
  let second: SignedIn

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    admin = await product.signIn('admin')
    second = await product.signIn('editor')
  })
  afterAll(() => product.close())

  interface Case {
    text: string
    region: string
    desk: string
    holder: SignedIn
  }
  const call = async (
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
    by = admin,
  ) => {
    const answer = await product.call(method, path, { ...by, ...(body && { body }) })
    expect(answer.status, answer.text).toBeLessThan(300)
    return answer
  }
  const makeDesk = async (regions: string[]) => {
    const body = { name: `Ressort ${String(Math.random())}`, regions }
    return String((await call('POST', '/desks', body)).get('doc.id'))
  }
  const inReview = async (): Promise<Pick<Case, 'text' | 'region'>> => {
    const pair = await makePair(product)
    const made = await call('POST', '/regional-sections', { ...sectionContent(), ...pair }, author)
    const text = String(made.get('doc.id'))
    expect((await transition(product, author, text, { transition: 'submit' })).status).toBe(200)
    return { text, region: pair.region }
  }
  const claimPath = (text: string) => `/regional-sections/${text}/workflow/claim`
  const assignPath = (text: string) => `/regional-sections/${text}/workflow/assignment`
  const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()
  const delegateTo = (from: string, to: string) =>
    call('POST', '/delegations', { from, to, endsAt: inAnHour() })
  const elsewhere = async () => makeDesk([(await makePair(product)).region])
  const change = (id: string, data: object) => call('PATCH', `/users/${id}`, data)

  type Prepare = (text: string, region: string, desk: string) => Promise<SignedIn>
  const ofTheDesk: Prepare = (_, __, desk) => product.signIn('editor', { desks: [desk] })
  const reviewer: Prepare = async (text) => {
    const person = await product.signIn('editor', { desks: [await elsewhere()] })
    await call('PATCH', assignPath(text), { reviewer: person.id })
    return person
  }
  const substitute: Prepare = async (_, __, desk) => {
    const person = await product.signIn('editor', { desks: [await elsewhere()] })
    const { id } = await product.signIn('editor', { desks: [desk] })
    await delegateTo(id, person.id)
    return person
  }
  const delegations = async (holder: SignedIn) => {
    const { rows } = await product.sql.query<{ id: string; from_person: string }>(
      'SELECT id, from_person FROM workflow_delegations WHERE to_person = $1',
      [holder.id],
    )
    return rows[0] ?? { id: '', from_person: '' }
  }

  const ends: readonly [
    who: string,
    prepare: Prepare,
    what: string,
    happens: (of: Case) => Promise<unknown>,
  ][] = [
    [
      'an editor',
      ofTheDesk,
      'who leaves',
      ({ holder }) => call('POST', `/users/${holder.id}/deactivate`, {}),
    ],
    [
      'an editor',
      ofTheDesk,
      'whose account is deleted',
      ({ holder }) => call('DELETE', `/users/${holder.id}`),
    ],
    [
      'an editor',
      ofTheDesk,
      'who becomes an author',
      ({ holder }) => change(holder.id, { role: 'author' }),
    ],
    [
      'an editor',
      ofTheDesk,
      'who gets another desk',
      async ({ holder }) => change(holder.id, { desks: [await elsewhere()] }),
    ],
    [
      'an editor',
      ofTheDesk,
      'whose desk is for other regions',
      async ({ desk }) =>
        call('PATCH', `/desks/${desk}`, { regions: [(await makePair(product)).region] }),
    ],
    [
      'an editor',
      ofTheDesk,
      'whose desk is emptied',
      ({ desk }) => call('PATCH', `/desks/${desk}`, { regions: [] }),
    ],
    [
      'a reviewer',
      reviewer,
      'who is not assigned any more',
      ({ text }) => call('PATCH', assignPath(text), { reviewer: null }),
    ],
    [
      'a reviewer',
      reviewer,
      'in whose place somebody else is assigned',
      ({ text }) => call('PATCH', assignPath(text), { reviewer: second.id }),
    ],
    [
      'a substitute',
      substitute,
      'whose delegation is ended',
      async ({ holder }) => call('DELETE', `/delegations/${(await delegations(holder)).id}`),
    ],
    [
      'a substitute',
      substitute,
      'whose delegation has run out',
      async ({ holder }) => {
        await product.sql.query(
          `UPDATE workflow_delegations SET starts_at = now() - interval '1 h',
             ends_at = now() - interval '1 s' WHERE to_person = $1`,
          [holder.id],
        )
        await endLapsedClaims(product.payload)
      },
    ],
    [
      'a substitute',
      substitute,
      'of somebody who leaves',
      async ({ holder }) =>
        call('POST', `/users/${(await delegations(holder)).from_person}/deactivate`, {}),
    ],
    [
      'a substitute',
      substitute,
      'of somebody who becomes an author',
      async ({ holder }) => change((await delegations(holder)).from_person, { role: 'author' }),
    ],
    [
      'an editor',
      ofTheDesk,
      'who has given the first of two signatures',
      async ({ text, holder }) => {
        await product.payload.updateGlobal({
          slug: 'workflow-settings',
          data: { regionalSections: { text: { approvals: 2 }, facts: { approvals: 2 } } },
          overrideAccess: true,
        })
        const signed = await transition(product, holder, text, { transition: 'approve' })
        expect([signed.status, signed.get('state')]).toEqual([200, 'in_review'])
      },
    ],
    [
      'an editor',
      ofTheDesk,
      'whose claim has run out',
      async ({ text }) => {
        await product.sql.query(
          `UPDATE workflow_claims SET until = now() - interval '1 s' WHERE document = $1`,
          [text],
        )
        await endLapsedClaims(product.payload)
      },
    ],
  ]
  const stays: typeof ends = [
    [
      'an editor',
      ofTheDesk,
      'who changes their name',
      ({ holder }) => change(holder.id, { name: 'Neu' }),
    ],
    [
      'an editor',
      ofTheDesk,
      'who becomes an administrator',
      ({ holder }) => change(holder.id, { role: 'admin' }),
    ],
    [
      'an editor',
      ofTheDesk,
      'while somebody else leaves',
      async () => call('POST', `/users/${(await product.signIn('editor')).id}/deactivate`, {}),
    ],
    [
      'an editor',
      ofTheDesk,
      'to whom it is assigned too',
      ({ text, holder }) => call('PATCH', assignPath(text), { reviewer: holder.id }),
    ],
    [
      'a reviewer',
      reviewer,
      'who gets yet another desk',
      async ({ holder }) => change(holder.id, { desks: [await elsewhere()] }),
    ],
    [
      'a substitute',
      substitute,
      'whose delegation goes on',
      () => endLapsedClaims(product.payload),
    ],
  ]

  const named = (cases: typeof ends) =>
    cases.map(([who, prepare, what, happens]) => [`${who} ${what}`, prepare, happens] as const)
  const begin = async (prepare: Prepare): Promise<Case> => {
    const { text, region } = await inReview()
    const desk = await makeDesk([region])
    const holder = await prepare(text, region, desk)
    await call('POST', claimPath(text), {}, holder)
    return { text, region, desk, holder }
  }
  const shown = async (text: string) => {
    const view = await product.call('GET', `/regional-sections/${text}/workflow`, second)
    const { rows } = await product.sql.query<{ claimed_by: string | null; claims: number }>(
      `SELECT claimed_by, (SELECT count(*)::int FROM workflow_claims WHERE document = $1) AS claims
       FROM newsroom_texts WHERE document = $1::uuid`,
      [text],
    )
    return { view: view.get('claim.by.id'), list: rows[0]?.claimed_by, rows: rows[0]?.claims }
  }

  it.each(named(ends))('of %s holds nobody up', async (_, prepare, happens) => {
    const of = await begin(prepare)
    expect(await shown(of.text)).toEqual({ view: of.holder.id, list: of.holder.id, rows: 1 })
    await happens(of)
    expect(await shown(of.text)).toEqual({ view: undefined, list: null, rows: 0 })
    await call('POST', claimPath(of.text), {}, second)
  })

  it.each(named(stays))('of %s holds', async (_, prepare, happens) => {
    const of = await begin(prepare)
    await happens(of)
    expect(await shown(of.text)).toEqual({ view: of.holder.id, list: of.holder.id, rows: 1 })
    const other = await product.call('POST', claimPath(of.text), { ...second, body: {} })
    expect(other.get('error.code')).toBe('claimed')
  })

  it('holds nobody up by what only the database knows, before its row is gone', async () => {
    const { text, holder } = await begin(ofTheDesk)
    await product.sql.query('UPDATE users SET deactivated_at = now() WHERE id = $1', [holder.id])
    expect(await shown(text)).toEqual({ view: undefined, list: holder.id, rows: 1 })
    await call('POST', claimPath(text), {}, second)
    expect((await shown(text)).view).toBe(second.id)
  })
})
