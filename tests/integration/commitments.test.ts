import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { askForSignOffs, saveRules, signOffRules } from '#support/sign-off-rules.ts'

// What somebody leaves behind is shown to whoever sends them away, or plans without them.

const kinds = [
  'plans',
  'claims',
  'toWrite',
  'toReview',
  'toPublish',
  'lastGiverOf',
  'signOffs',
  'openTexts',
  'delegationsGiven',
  'delegationsTaken',
  'previews',
  'expertLinks',
] as const
type Kind = (typeof kinds)[number]

describe('what rests on a person', () => {
  let product: Product
  let admin: SignedIn
  let editor: SignedIn
  let author: SignedIn

  beforeAll(async () => {
    product = await startProduct()
    admin = await product.signIn('admin')
    editor = await product.signIn('editor')
    author = await product.signIn('author')
  })
  afterEach(async () => {
    await askForSignOffs(product, admin, [])
    await saveRules(product, admin, { careerProfiles: { text: { signOffs: [] } } })
  })
  afterAll(() => product.close())

  const call = async (
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    by: SignedIn,
    body?: object,
  ) => {
    const answer = await product.call(method, path, { ...by, ...(body && { body }) })
    expect(answer.status, answer.text).toBeLessThan(300)
    return answer
  }
  const take = async (by: SignedIn, id: string, body: Record<string, unknown>) => {
    const answer = await transition(product, by, id, body)
    expect(answer.status, answer.text).toBe(200)
  }
  const commitmentsOf = (id: string, by: { authorization: string } = admin) =>
    product.call('GET', `/users/${id}/commitments`, by)
  const counts = (answer: { get: (path: string) => unknown }, at = '') =>
    Object.fromEntries(kinds.map((kind) => [kind, answer.get(`${at}${kind}.total`)]))
  const nothing = Object.fromEntries(kinds.map((kind) => [kind, 0]))
  const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString()

  const inReview = async () => {
    const id = await writeSection(product, author)
    await take(author, id, { transition: 'submit' })
    return id
  }
  const assigned = async (as: 'author' | 'reviewer', person: string) => {
    const id = await writeSection(product, author)
    const path = `/regional-sections/${id}/workflow/assignment`
    await call('PATCH', path, editor, { [as]: person })
    return id
  }

  const askForLegal = (...people: string[]) =>
    askForSignOffs(product, admin, ['legal'], { legal: { by: 'named', people } })

  type Make = (person: SignedIn) => Promise<string>
  const makers: Readonly<Record<Kind, Make>> = {
    plans: async (person) => {
      const id = await inReview()
      await take(editor, id, { transition: 'approve' })
      await take(person, id, { transition: 'schedule', publishAt: days(3) })
      return id
    },
    claims: async (person) => {
      const id = await inReview()
      await call('POST', `/regional-sections/${id}/workflow/claim`, person, {})
      return id
    },
    toWrite: ({ id }) => assigned('author', id),
    toReview: ({ id }) => assigned('reviewer', id),
    toPublish: async (person) => {
      const id = await inReview()
      await take(person, id, { transition: 'approve' })
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
      await call('PATCH', `/regional-sections/${id}`, editor, { headline: 'Auch vom Zweiten' })
      await take(author, id, { transition: 'submit' })
      return id
    },
    openTexts: async ({ id: person }) => {
      const id = await writeSection(product, author)
      await call('PATCH', `/regional-sections/${id}?draft=true`, editor, { author: person })
      return id
    },
    delegationsGiven: async ({ id: from }) => {
      await call('POST', '/delegations', admin, { from, to: editor.id, endsAt: days(1) })
      return editor.id
    },
    delegationsTaken: async ({ id: to }) => {
      await call('POST', '/delegations', admin, { from: editor.id, to, endsAt: days(1) })
      return editor.id
    },
    previews: async (person) => {
      const id = await writeSection(product, author)
      await call('POST', `/regional-sections/${id}/preview`, person, {})
      return id
    },
    expertLinks: async (person) => {
      const id = await inReview()
      await call('POST', `/regional-sections/${id}/workflow/expert-links`, person, {})
      return id
    },
  }

  it.each(kinds)('%s', async (kind) => {
    const person = await product.signIn('editor')
    expect(counts(await commitmentsOf(person.id))).toEqual(nothing)
    const made = await makers[kind](person)
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
      await makers.plans(person)
      await makers.toReview(person)
      return person
    }
    const left = { ...nothing, plans: 1, toReview: 1 }

    it('deactivates them', async () => {
      const person = await busy()
      const answer = await call('POST', `/users/${person.id}/deactivate`, admin, {})
      expect(counts(answer, 'commitments.')).toEqual(left)
      expect(answer.get('commitments.person.deactivatedAt')).not.toBeNull()
    })

    it('deactivates the last who gives a kind of sign-off, with the texts that wait for them', async () => {
      const [person, second] = [await product.signIn('author'), await product.signIn('author')]
      const before = await inReview()
      await askForLegal(person.id, second.id)
      const both = await commitmentsOf(person.id)
      expect(counts(both)).toEqual(nothing)
      await call('POST', `/users/${second.id}/deactivate`, admin, {})
      const shown = await commitmentsOf(person.id)
      expect(shown.get('lastGiverOf.items')).toEqual([{ kind: 'legal', label: 'Legal' }])
      expect(JSON.stringify(shown.get('signOffs.items'))).toContain(before)
      expect(shown.get('signOffs.items.0.kinds')).toEqual([{ kind: 'legal', label: 'Legal' }])
      const answer = await call('POST', `/users/${person.id}/deactivate`, admin, {})
      for (const part of ['lastGiverOf', 'signOffs']) {
        expect(answer.get(`commitments.${part}`)).toEqual(shown.get(part))
      }
    })

    it('deletes them', async () => {
      const person = await busy()
      const answer = await call('DELETE', `/users/${person.id}`, admin)
      expect(counts(answer, 'commitments.')).toEqual(left)
    })

    it('gives them a role that may do less', async () => {
      const person = await busy()
      const answer = await call('PATCH', `/users/${person.id}`, admin, { role: 'author' })
      expect(counts(answer, 'doc.commitments.')).toEqual(left)
      const up = await call('PATCH', `/users/${person.id}`, admin, { role: 'admin' })
      expect(up.get('doc.commitments')).toBeUndefined()
    })
  })
})
