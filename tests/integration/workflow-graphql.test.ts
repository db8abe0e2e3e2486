import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '#support/http.ts'
import { transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { askForSignOffs } from '#support/sign-off-rules.ts'

// Every step that REST offers is offered over GraphQL: to the same people, with the same refusals.

describe('a step over GraphQL', () => {
  let product: Product
  let author: SignedIn
  let other: SignedIn
  let editor: SignedIn
  let lawyer: SignedIn
  let site: { authorization: string }

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    other = await product.signIn('author')
    editor = await product.signIn('editor')
    lawyer = await product.signIn('author')
    site = await product.makeSite()
    const admin = await product.signIn('admin')
    await askForSignOffs(product, admin, ['legal'], {
      legal: { by: 'named', people: [lawyer.id] },
    })
  })
  afterAll(() => product.close())

  const callers = {
    nobody: () => null,
    'a site': () => site,
    'the author': () => author,
    'another author': () => other,
    'an editor': () => editor,
    'the named one': () => lawyer,
  }
  type Caller = keyof typeof callers

  const step = async (id: string, by: SignedIn, name: string, more = {}) => {
    const answer = await transition(product, by, id, { transition: name, ...more })
    expect(answer.status, `${name}: ${answer.text}`).toBe(200)
  }
  const post = async (id: string, path: string, by: SignedIn, body: object) => {
    const to = `/regional-sections/${id}/workflow/${path}`
    const answer = await product.call('POST', to, { ...by, body })
    expect(answer.status, answer.text).toBe(201)
  }
  /** Texts, by where they stand; each made by what leads there from the one before it. */
  const standings = {
    draft: () => writeSection(product, author),
    'in review': async () => {
      const id = await standings.draft()
      await step(id, author, 'submit')
      return id
    },
    'held up': async () => {
      const id = await standings['in review']()
      await post(id, 'comments', editor, { body: 'Das stimmt nicht.', isBlocking: true })
      return id
    },
    'signed off': async () => {
      const id = await standings['in review']()
      await post(id, 'sign-offs', lawyer, { kind: 'legal' })
      return id
    },
    approved: async () => {
      const id = await standings['signed off']()
      await step(id, editor, 'approve')
      return id
    },
    scheduled: async () => {
      const id = await standings.approved()
      const publishAt = new Date(Date.now() + 86_400_000).toISOString()
      await step(id, editor, 'schedule', { publishAt })
      return id
    },
  }
  type StandingName = keyof typeof standings

  interface Way {
    rest: (id: string, by: { authorization: string } | null) => Promise<Answer>
    graphql: string
  }
  const path = (id: string) => `/regional-sections/${id}`
  const seen = '0'.repeat(64)
  const ways = {
    'sign off': {
      rest: (id, by) =>
        product.call('POST', `${path(id)}/workflow/sign-offs`, {
          ...by,
          body: { kind: 'legal', comment: 'Gelesen.' },
        }),
      graphql: 'signOffRegionalSection(id: $id, kind: legal, comment: "Gelesen.")',
    },
    'sign off what was seen': {
      rest: (id, by) =>
        product.call('POST', `${path(id)}/workflow/sign-offs`, {
          ...by,
          body: { kind: 'legal', expectedDigest: seen },
        }),
      graphql: `signOffRegionalSection(id: $id, kind: legal, expectedDigest: "${seen}")`,
    },
    'sign off what nobody asks for': {
      rest: (id, by) =>
        product.call('POST', `${path(id)}/workflow/sign-offs`, {
          ...by,
          body: { kind: 'language' },
        }),
      graphql: 'signOffRegionalSection(id: $id, kind: language)',
    },
    'take it back': {
      rest: (id, by) =>
        product.call('POST', `${path(id)}/workflow/sign-offs/legal/take-back`, {
          ...by,
          body: { comment: 'Doch nicht.' },
        }),
      graphql: 'takeBackSignOffRegionalSection(id: $id, kind: legal, comment: "Doch nicht.")',
    },
    'take it back without a word': {
      rest: (id, by) =>
        product.call('POST', `${path(id)}/workflow/sign-offs/legal/take-back`, {
          ...by,
          body: { comment: ' ' },
        }),
      graphql: 'takeBackSignOffRegionalSection(id: $id, kind: legal, comment: " ")',
    },
    'revoke the approval': {
      rest: (id, by) =>
        transition(product, by, id, { transition: 'revokeApproval', comment: 'Doch nicht.' }),
      graphql:
        'transitionRegionalSection(id: $id, transition: revokeApproval, comment: "Doch nicht.")',
    },
    'keep the plan': {
      rest: (id, by) =>
        product.call('PATCH', `${path(id)}/workflow/plan`, { ...by, body: { isKept: true } }),
      graphql: 'keepPlanRegionalSection(id: $id, isKept: true)',
    },
  } as const satisfies Record<string, Way>
  type WayName = keyof typeof ways

  const view = `{ state digest allowed approval { given required missingRole missingSignOffs isComplete text } nobodyApproves
    signOffs { kind label isRequired given { by { id name } comment } mayGive hasNobody } plan { isKept } }`
  /** What an answer says of the text, in which two texts can be compared. */
  const said = (answer: Answer, at: string) => ({
    state: answer.get(`${at}state`),
    allowed: answer.get(`${at}allowed`),
    approval: answer.get(`${at}approval`),
    isKept: answer.get(`${at}plan.isKept`),
    signOffs: (answer.get(`${at}signOffs`) as { given: { at?: string } | null }[]).map((one) => {
      const { at: _, ...given } = one.given ?? {}
      return { ...one, given }
    }),
  })
  const overGraphQL = (name: WayName, id: string, by: { authorization: string } | null) =>
    product.graphql(`mutation ($id: String!) { answer: ${ways[name].graphql} ${view} }`, {
      ...by,
      variables: { id },
    })

  const cases: readonly [WayName, Caller, StandingName, status: number, code: string | null][] = [
    ['sign off', 'the named one', 'in review', 201, null],
    ['sign off', 'nobody', 'in review', 401, 'not_signed_in'],
    ['sign off', 'a site', 'in review', 403, 'not_allowed'],
    ['sign off', 'the author', 'in review', 403, 'not_allowed'],
    ['sign off', 'an editor', 'in review', 403, 'not_allowed'],
    ['sign off', 'the named one', 'draft', 409, 'wrong_state'],
    ['sign off', 'the named one', 'held up', 422, 'checks_block'],
    ['sign off', 'the named one', 'signed off', 409, 'already_signed_off'],
    ['sign off what was seen', 'the named one', 'in review', 409, 'digest_mismatch'],
    ['sign off what nobody asks for', 'an editor', 'in review', 409, 'not_asked_for'],
    ['take it back', 'the named one', 'signed off', 200, null],
    ['take it back', 'an editor', 'approved', 200, null],
    ['take it back', 'the author', 'signed off', 403, 'not_allowed'],
    ['take it back', 'another author', 'signed off', 403, 'not_allowed'],
    ['take it back', 'nobody', 'signed off', 401, 'not_signed_in'],
    ['take it back', 'the named one', 'in review', 409, 'wrong_state'],
    ['take it back without a word', 'the named one', 'signed off', 400, 'invalid_request'],
    ['revoke the approval', 'an editor', 'approved', 200, null],
    ['revoke the approval', 'an editor', 'scheduled', 200, null],
    ['revoke the approval', 'the author', 'approved', 403, 'not_allowed'],
    ['revoke the approval', 'an editor', 'in review', 409, 'wrong_state'],
    ['keep the plan', 'the author', 'scheduled', 200, null],
    ['keep the plan', 'an editor', 'scheduled', 200, null],
    ['keep the plan', 'another author', 'scheduled', 403, 'not_allowed'],
    ['keep the plan', 'a site', 'scheduled', 403, 'not_allowed'],
    ['keep the plan', 'an editor', 'approved', 409, 'wrong_state'],
  ]

  it.each(cases)('“%s” by %s, of a text that is %s: %i as over REST', async (...row) => {
    const [way, caller, standing, status, code] = row
    const by = callers[caller]()
    if (code === null) {
      const rest = await ways[way].rest(await standings[standing](), by)
      expect(rest.status, rest.text).toBe(status)
      const answer = await overGraphQL(way, await standings[standing](), by)
      expect(answer.get('errors'), answer.text).toBeUndefined()
      expect(said(answer, 'data.answer.')).toEqual(said(rest, ''))
      return
    }
    const id = await untouched(standing)
    const before = await digestAndState(id)
    const rest = await ways[way].rest(id, by)
    expect([rest.status, rest.get('error.code')], rest.text).toEqual([status, code])
    const answer = await overGraphQL(way, id, by)
    expect(answer.get('errors.0.extensions')).toMatchObject({ statusCode: status, code })
    expect(answer.get('errors.0.message')).toBe(rest.get('error.message'))
    expect(await digestAndState(id)).toEqual(before)
  })

  /** One text a standing is enough where every step is refused. */
  const kept = new Map<StandingName, string>()
  async function untouched(standing: StandingName): Promise<string> {
    const id = kept.get(standing) ?? (await standings[standing]())
    kept.set(standing, id)
    return id
  }
  async function digestAndState(id: string) {
    const workflow = await product.call('GET', `${path(id)}/workflow`, author)
    return [workflow.get('digest'), workflow.get('state'), workflow.get('signOffs')]
  }
})
