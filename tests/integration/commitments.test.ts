import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { held, type HeldKind } from '#accounts/held/list.ts'
import { writeSection } from '#support/factories.ts'
import { holding, type Hold } from '#support/holding.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { askForSignOffs, saveRules, signOffRules } from '#support/sign-off-rules.ts'

// What somebody leaves behind is shown to whoever sends them away, or plans without them.

/** What rests on people though they do not hold it: it stays, for others to see to. */
const others = ['toPublish', 'lastGiverOf', 'signOffs', 'openTexts'] as const
const heldKinds = Object.keys(held).filter(isHeldKind)
const kinds = [...heldKinds, ...others]
type Kind = (typeof kinds)[number]

function isHeldKind(name: string): name is HeldKind {
  return name in held
}

describe('what rests on a person', () => {
  let product: Product
  let admin: SignedIn
  let editor: SignedIn
  let author: SignedIn
  let house: ReturnType<typeof holding>

  beforeAll(async () => {
    product = await startProduct()
    admin = await product.signIn('admin')
    editor = await product.signIn('editor')
    author = await product.signIn('author')
    house = holding(product, { admin, editor, author })
  })
  afterEach(async () => {
    await askForSignOffs(product, admin, [])
    await saveRules(product, admin, { careerProfiles: { text: { signOffs: [] } } })
  })
  afterAll(() => product.close())

  const commitmentsOf = (id: string, by: { authorization: string } = admin) =>
    product.call('GET', `/users/${id}/commitments`, by)
  const counts = (answer: { get: (path: string) => unknown }, at = '') =>
    Object.fromEntries(kinds.map((kind) => [kind, answer.get(`${at}${kind}.total`)]))
  const nothing = Object.fromEntries(kinds.map((kind) => [kind, 0]))
  const askForLegal = (...people: string[]) =>
    askForSignOffs(product, admin, ['legal'], { legal: { by: 'named', people } })

  const makers = (): Readonly<Record<Kind, Hold>> => ({
    ...house.hold,
    toPublish: async (person) => {
      const id = await house.inReview()
      await house.take(person, id, { transition: 'approve' })
      return id
    },
    lastGiverOf: async ({ id: person }) => {
      // Of profiles, of which none is in review.
      const { signOffGivers } = signOffRules([], { legal: { by: 'named', people: [person] } })
      const careerProfiles = { text: { approvals: 1, signOffs: ['legal'] } }
      const answer = await saveRules(product, admin, { careerProfiles, signOffGivers })
      expect(answer.status, answer.text).toBe(200)
      return 'legal'
    },
    signOffs: async ({ id: person }) => {
      // The other who is named has written it.
      await askForLegal(person, editor.id)
      const id = await writeSection(product, author)
      await house.call('PATCH', `/regional-sections/${id}`, editor, {
        headline: 'Auch vom Zweiten',
      })
      await house.take(author, id, { transition: 'submit' })
      return id
    },
    openTexts: async ({ id: person }) => {
      const id = await writeSection(product, author)
      await house.call('PATCH', `/regional-sections/${id}?draft=true`, editor, { author: person })
      return id
    },
  })

  it.each(kinds)('%s', async (kind) => {
    const person = await product.signIn('editor')
    expect(counts(await commitmentsOf(person.id))).toEqual(nothing)
    const made = await makers()[kind](person)
    const answer = await commitmentsOf(person.id)
    expect(counts(answer)).toEqual({ ...nothing, [kind]: 1 })
    expect(JSON.stringify(answer.get(`${kind}.items.0`))).toContain(made)
  })

  it('is counted where there is more than is named, with names', async () => {
    const person = await product.signIn('editor')
    const texts = []
    for (let index = 0; index < 51; index += 1) texts.push(await writeSection(product, author))
    await product.sql.query(
      `INSERT INTO workflow_assignments (document, document_collection, author, assigned_by)
       SELECT unnest($1::text[]), 'regional-sections', $2, $3`,
      [texts, person.id, editor.id],
    )
    const answer = await commitmentsOf(person.id)
    expect(answer.get('toWrite.total')).toBe(51)
    expect(answer.get('toWrite.items.length')).toBe(50)
    expect(answer.get('toWrite.items.0')).toMatchObject({
      collection: 'regional-sections',
      title: 'Eine Überschrift',
      profession: expect.stringContaining('Beruf') as string,
      region: expect.stringContaining('Ort') as string,
    })
  })

  it('is for editors and the administration', async () => {
    const site = await product.makeSite()
    expect((await commitmentsOf(author.id, editor)).status).toBe(200)
    expect((await commitmentsOf(author.id, author)).status).toBe(403)
    expect((await commitmentsOf(author.id, site)).status).toBe(403)
    expect((await product.call('GET', `/users/${author.id}/commitments`)).status).toBe(401)
    expect((await commitmentsOf('x')).status).toBe(404)
    expect((await commitmentsOf('00000000-0000-4000-8000-000000000000')).status).toBe(404)
  })

  describe('is in the answer to whoever', () => {
    const busy = async () => {
      const person = await product.signIn('editor')
      await house.hold.plans(person)
      await house.hold.toReview(person)
      return person
    }
    const countsOfEnded = (answer: { get: (path: string) => unknown }) =>
      [answer.get('ended.plans.total'), answer.get('ended.toReview.total')] as const

    it('deactivates them', async () => {
      const person = await busy()
      const answer = await house.call('POST', `/users/${person.id}/deactivate`, admin, {})
      expect(countsOfEnded(answer)).toEqual([1, 1])
      expect(counts(answer, 'commitments.')).toEqual(nothing)
      expect(answer.get('commitments.person.deactivatedAt')).not.toBeNull()
    })

    it('deactivates the last who gives a kind of sign-off, with the texts that wait for them', async () => {
      const [person, second] = [await product.signIn('author'), await product.signIn('author')]
      const before = await house.inReview()
      await askForLegal(person.id, second.id)
      const both = await commitmentsOf(person.id)
      expect(counts(both)).toEqual(nothing)
      await house.call('POST', `/users/${second.id}/deactivate`, admin, {})
      const shown = await commitmentsOf(person.id)
      expect(shown.get('lastGiverOf.items')).toEqual([{ kind: 'legal', label: 'Legal' }])
      expect(JSON.stringify(shown.get('signOffs.items'))).toContain(before)
      expect(shown.get('signOffs.items.0.kinds')).toEqual([{ kind: 'legal', label: 'Legal' }])
      const answer = await house.call('POST', `/users/${person.id}/deactivate`, admin, {})
      for (const part of ['lastGiverOf', 'signOffs']) {
        expect(answer.get(`commitments.${part}`)).toEqual(shown.get(part))
      }
    })

    it('deletes them', async () => {
      const person = await busy()
      const answer = await house.call('DELETE', `/users/${person.id}`, admin)
      expect(countsOfEnded(answer)).toEqual([1, 1])
      expect(counts(answer, 'commitments.')).toEqual(nothing)
    })

    it('gives them a role that may do less', async () => {
      const person = await busy()
      const answer = await house.call('PATCH', `/users/${person.id}`, admin, { role: 'author' })
      expect(counts(answer, 'doc.commitments.')).toEqual({
        ...nothing,
        plans: 1,
        toReview: 1,
      })
      const up = await house.call('PATCH', `/users/${person.id}`, admin, { role: 'admin' })
      expect(up.get('doc.commitments')).toBeUndefined()
    })
  })
})
