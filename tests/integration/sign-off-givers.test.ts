import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '#support/http.ts'
import { makePair } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { askForSignOffs, saveRules, signOffRules, type Givers } from '#support/sign-off-rules.ts'
import { bootstrapContext } from '#access/bootstrap.ts'

// Rules that cannot work are refused where they are made; what is right and becomes wrong is refused where it
// can be, and said where it cannot.

describe('who gives sign-offs', () => {
  let product: Product
  let admin: SignedIn
  let editor: SignedIn
  let lawyer: SignedIn
  let leaver: SignedIn
  let invited: { id: string }

  beforeAll(async () => {
    product = await startProduct()
    admin = await product.signIn('admin')
    editor = await product.signIn('editor')
    lawyer = await product.signIn('author')
    leaver = await product.signIn('author')
    invited = await product.payload.create({
      collection: 'users',
      data: {
        name: 'Noch nicht da',
        role: 'author',
        email: `${randomUUID()}@berufsbild.example`,
        password: randomUUID(),
      },
      overrideAccess: true,
      context: bootstrapContext,
    })
  })
  afterEach(async () => {
    await reactivate(leaver)
    await askForSignOffs(product, admin, [])
  })
  afterAll(() => product.close())

  const post = (path: string, body: object = {}) => product.call('POST', path, { ...admin, body })
  const patch = (path: string, body: object) => product.call('PATCH', path, { ...admin, body })
  const deactivate = async ({ id }: SignedIn) => {
    const answer = await post(`/users/${id}/deactivate`)
    expect(answer.status, answer.text).toBe(200)
    return answer
  }
  const reactivate = ({ id }: SignedIn) => post(`/users/${id}/reactivate`)
  const makeDesk = async () => {
    const { region } = await makePair(product)
    const { id } = await product.payload.create({
      collection: 'desks',
      data: { name: `Recht ${region}`, regions: [region] },
      overrideAccess: true,
    })
    return id
  }
  const legal = (givers: Partial<Givers>, kinds: ('legal' | 'language')[] = ['legal']) =>
    signOffRules(kinds, { legal: { by: 'named', ...givers } })
  const save = (body: object) => saveRules(product, admin, { ...body })
  const refused = (answer: Answer) => ({
    status: answer.status,
    path: answer.get('errors.0.data.errors.0.path'),
    reason: String(answer.get('errors.0.data.errors.0.message')),
  })
  const nobodyCan = expect.stringContaining('niemand ist genannt, der es geben kann') as string

  describe('in the rules', () => {
    it.each([
      ['nobody', () => legal({}), 400, nobodyCan],
      ['a person', () => legal({ people: [lawyer.id] }), 200, null],
      ['experts alone', () => legal({ experts: true }), 200, null],
      ['nobody, where no rule asks', () => legal({}, ['language']), 200, null],
      [
        'somebody who has not signed in yet',
        () => legal({ people: [lawyer.id, invited.id] }),
        400,
        expect.stringContaining('Noch nicht da hat die Einladung noch nicht angenommen') as string,
      ],
      [
        'nobody that there is',
        () => legal({ people: [lawyer.id, randomUUID()] }),
        400,
        expect.stringContaining('gibt es nicht') as string,
      ],
    ] as const)('are refused or taken with %s', async (_, rules, status, reason) => {
      const answer = await save(rules())
      expect(answer.status, answer.text).toBe(status)
      if (reason === null) return
      expect(refused(answer)).toEqual({ status, path: 'signOffGivers.legal.people', reason })
    })

    it('are refused with an empty desk, and taken with one that has a member', async () => {
      const desk = await makeDesk()
      expect(refused(await save(legal({ desks: [desk] })))).toEqual({
        status: 400,
        path: 'signOffGivers.legal.people',
        reason: nobodyCan,
      })
      await product.signIn('author', { desks: [desk] })
      expect((await save(legal({ desks: [desk] }))).status).toBe(200)
    })

    it('name nobody anew who has left', async () => {
      await deactivate(leaver)
      const answer = await save(legal({ people: [lawyer.id, leaver.id] }))
      expect(refused(answer)).toEqual({
        status: 400,
        path: 'signOffGivers.legal.people',
        reason: expect.stringContaining(`${leaver.name} ist nicht mehr da`) as string,
      })
    })

    it('say of a form that is saved again who in it has left since; other rules can be changed', async () => {
      const form = legal({ people: [lawyer.id, leaver.id] })
      expect((await save(form)).status).toBe(200)
      await deactivate(leaver)
      expect(refused(await save(form)).reason).toContain(`${leaver.name} ist nicht mehr da`)
      expect((await save({ locksInReview: true })).status).toBe(200)
      expect((await save({ locksInReview: false })).status).toBe(200)
      expect((await save(legal({ people: [lawyer.id] }))).status).toBe(200)
    })

    it('can be changed elsewhere while the last who gives a kind has just left', async () => {
      const form = legal({ people: [leaver.id] })
      expect((await save(form)).status).toBe(200)
      await deactivate(leaver)
      expect((await save({ locksInReview: false })).status).toBe(200)
      const asking = await save({ careerProfiles: { text: { signOffs: ['legal'] } } })
      expect(refused(asking).reason).toEqual(nobodyCan)
      expect((await save({ careerProfiles: { text: { signOffs: [] } } })).status).toBe(200)
    })

    it('are refused over GraphQL too', async () => {
      const answer = await product.graphql(
        `mutation { updateWorkflowSetting(data: {
            regionalSections: { facts: { approvals: 1, signOffs: [legal] } }
            signOffGivers: {
              expertise: { by: reviewers } language: { by: reviewers } legal: { by: named, people: [] }
            }
          }) { locksInReview } }`,
        admin,
      )
      expect(answer.get('errors.0.extensions.statusCode'), answer.text).toBe(400)
      expect(answer.text).toContain('signOffGivers.legal.people')
    })

    it('offer only those who can', async () => {
      await deactivate(leaver)
      const form = await product.payload.findGlobal({
        slug: 'workflow-settings',
        overrideAccess: true,
        depth: 0,
      })
      expect(form.signOffGivers).toBeDefined()
      const settings = product.payload.globals.config.find(
        ({ slug }) => slug === 'workflow-settings',
      )
      const group = settings?.flattenedFields.find(({ name }) => name === 'signOffGivers')
      const kind =
        group && 'flattenedFields' in group
          ? group.flattenedFields.find(({ name }) => name === 'legal')
          : undefined
      const people =
        kind && 'flattenedFields' in kind
          ? kind.flattenedFields.find(({ name }) => name === 'people')
          : undefined
      const options = people && 'filterOptions' in people ? people.filterOptions : undefined
      if (typeof options !== 'function') throw new Error('The field has no filter.')
      const req = await product.localRequest()
      const where: unknown = await Reflect.apply(options, undefined, [{ req }])
      const offered = JSON.stringify(where)
      expect(offered).toContain(lawyer.id)
      expect(offered).not.toContain(leaver.id)
      expect(offered).not.toContain(invited.id)
    })
  })

  describe('by a desk', () => {
    const named = async (
      more: Partial<Givers> = {},
      kinds: ('legal' | 'language')[] = ['legal'],
    ) => {
      const desk = await makeDesk()
      const member = await product.signIn('author', { desks: [desk] })
      const answer = await save(legal({ desks: [desk], ...more }, kinds))
      expect(answer.status, answer.text).toBe(200)
      return { desk, member }
    }
    /** Nobody is of the desk any more, so that nothing else keeps it. */
    const remove = async (desk: string) => {
      await product.sql.query('DELETE FROM users_rels WHERE desks_id = $1', [desk])
      return product.call('DELETE', `/desks/${desk}`, admin)
    }

    it.each([
      ['is the only one', () => ({}), ['legal'], 409],
      ['is one of several', () => ({ people: [lawyer.id] }), ['legal'], 200],
      ['is the only one beside experts', () => ({ experts: true }), ['legal'], 200],
      ['is the only one of a kind that no rule asks for', () => ({}), ['language'], 200],
    ] as const)('is deleted or kept where it %s', async (_, more, kinds, status) => {
      const { desk } = await named(more(), [...kinds])
      const answer = await remove(desk)
      expect(answer.status, answer.text).toBe(status)
      if (status !== 409) return
      expect(answer.get('errors.0.data.code')).toBe('last_giver')
      expect(answer.text).toContain('Legal')
    })

    it.each([
      ['the last one', () => ({}), 409],
      ['the last one, where somebody else is named', () => ({ people: [lawyer.id] }), 200],
    ] as const)('loses %s, or keeps them', async (_, more, status) => {
      const { member } = await named(more())
      const answer = await patch(`/users/${member.id}`, { desks: [] })
      expect(answer.status, answer.text).toBe(status)
      if (status === 409) expect(answer.get('errors.0.data.code')).toBe('last_giver')
      // Something else about them can be changed.
      expect((await patch(`/users/${member.id}`, { name: 'Anders' })).status).toBe(200)
    })

    it('loses one of two', async () => {
      const { desk, member } = await named()
      await product.signIn('author', { desks: [desk] })
      expect((await patch(`/users/${member.id}`, { desks: [] })).status).toBe(200)
    })

    it('counts nobody who has left', async () => {
      const { desk, member } = await named()
      const other = await product.signIn('author', { desks: [desk] })
      await deactivate(other)
      expect((await patch(`/users/${member.id}`, { desks: [] })).status).toBe(409)
      expect((await product.call('GET', `/users/${editor.id}`, admin)).status).toBe(200)
    })
  })
})
