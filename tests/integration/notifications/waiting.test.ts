import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { risks } from '#model/risk.ts'
import type { SignOffKind } from '#model/sign-offs.ts'
import { tellOfWaiting } from '#notifications/tell-of-waiting.ts'
import { makePair, transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

// A text that waits is always told to somebody who may act on it, also when those who knew of it can no more.

describe('a text that waits', () => {
  let product: Product
  let author: SignedIn
  let admin: SignedIn
  let colleague: SignedIn
  let region: string
  let desk: string

  const makeDesk = async (regions: string[]) =>
    (
      await product.payload.create({
        collection: 'desks',
        data: { name: `Ressort ${randomUUID()}`, regions },
        overrideAccess: true,
      })
    ).id
  beforeAll(async () => {
    product = await startProduct()
    region = (await makePair(product)).region
    desk = await makeDesk([region])
    author = await product.signIn('author')
    admin = await product.signIn('admin')
    colleague = await product.signIn('editor', { desks: [desk] })
  })
  afterAll(() => product.close())

  const ask = async (
    approvals: number,
    role: 'admin' | null = null,
    signOffs: readonly SignOffKind[] = [],
    people: readonly string[] = [],
  ) => {
    const rule = { approvals, role, signOffs }
    const body = {
      regionalSections: Object.fromEntries(risks.map((risk) => [risk, rule])),
      signOffGivers: { legal: { by: 'named', people } },
    }
    const answer = await product.call('POST', '/globals/workflow-settings', { ...admin, body })
    expect(answer.status, answer.text).toBe(200)
  }
  const step = async (id: string, by: SignedIn, name: string) => {
    const answer = await transition(product, by, id, { transition: name })
    expect(answer.status, answer.text).toBe(200)
  }
  const assign = (id: string, reviewer: string | null) =>
    product.call('PATCH', `/regional-sections/${id}/workflow/assignment`, {
      ...admin,
      body: { reviewer },
    })
  const toldOf = async (id: string, kind: string) => {
    const { rows } = await product.sql.query<{ person: string }>(
      'SELECT person FROM notifications WHERE document = $1 AND kind = $2 ORDER BY sequence',
      [id, kind],
    )
    return rows.map(({ person }) => person)
  }
  const look = () => tellOfWaiting(product.payload)

  /** What becomes of the reviewer who alone was told. */
  const ends: Record<string, (id: string, reviewer: SignedIn) => Promise<unknown>> = {
    'was deactivated': (_, { id }) =>
      product.call('POST', `/users/${id}/deactivate`, { ...admin, body: {} }),
    'was demoted': (_, { id }) =>
      product.call('PATCH', `/users/${id}`, { ...admin, body: { role: 'author' } }),
    'is not asked any more': async (id, reviewer) => {
      const elsewhere = await makeDesk([(await makePair(product)).region])
      await product.call('PATCH', `/users/${reviewer.id}`, {
        ...admin,
        body: { desks: [elsewhere] },
      })
      await assign(id, null)
    },
  }

  it.each(Object.entries(ends))('is told to others when its reviewer %s', async (_, end) => {
    const reviewer = await product.signIn('editor', { desks: [desk] })
    const id = await writeSection(product, author, { region })
    await assign(id, reviewer.id)
    await step(id, author, 'submit')
    expect(await toldOf(id, 'submitted')).toEqual([reviewer.id])
    expect(await look()).toBe(0)
    await end(id, reviewer)
    expect(await look()).toBe(1)
    expect(await toldOf(id, 'waiting')).toContain(colleague.id)
    expect(await toldOf(id, 'waiting')).not.toContain(reviewer.id)
    // Told once.
    expect(await look()).toBe(0)
    await step(id, author, 'withdraw')
  })

  it('is told to who is asked for by new rules', async () => {
    const lawyer = await product.signIn('author')
    // Somebody of the desk is there to be told of the second signature.
    await product.signIn('editor', { desks: [desk] })
    await ask(2)
    const id = await writeSection(product, author, { region })
    await step(id, author, 'submit')
    await step(id, colleague, 'approve')
    await ask(1, 'admin')
    expect(await look()).toBe(1)
    expect(await toldOf(id, 'waiting')).toEqual([admin.id])
    await ask(1, null, ['legal'], [lawyer.id])
    expect(await look()).toBe(1)
    expect(await toldOf(id, 'waiting')).toEqual([admin.id, lawyer.id])
    expect(await look()).toBe(0)
    await ask(1)
  })

  describe('for a sign-off that nobody can give', () => {
    const signOffOf = async (id: string) =>
      (await product.call('GET', `/regional-sections/${id}/workflow`, author)).get('signOffs.0')
    const leave = (path: string) => product.call('POST', path, { ...admin, body: {} })

    it('is told to the administrators once whoever gives it has left, and says so', async () => {
      const lawyer = await product.signIn('author')
      await ask(1, null, ['legal'], [lawyer.id])
      const id = await writeSection(product, author, { region })
      await step(id, author, 'submit')
      expect(await signOffOf(id)).toMatchObject({ given: null, hasNobody: false })
      expect(await toldOf(id, 'stuck')).toEqual([])
      await leave(`/users/${lawyer.id}/deactivate`)
      expect(await signOffOf(id)).toMatchObject({ kind: 'legal', hasNobody: true })
      expect(await look()).toBe(1)
      expect(await toldOf(id, 'stuck')).toEqual([admin.id])
      expect(await look()).toBe(0)
      const inbox = await product.call('GET', '/inbox?limit=1', {
        ...admin,
        headers: { 'accept-language': 'de' },
      })
      expect(inbox.get('entries.0.text')).toContain('ein Abzeichen, das niemand geben kann: Recht')
      await leave(`/users/${lawyer.id}/reactivate`)
      expect(await signOffOf(id)).toMatchObject({ hasNobody: false })
      await step(id, author, 'withdraw')
      await ask(1)
    })

    it('is told at its submission where whoever gives it has written it', async () => {
      const writer = await product.signIn('author')
      await ask(1, null, ['legal'], [writer.id])
      const own = await writeSection(product, writer, { region })
      await step(own, writer, 'submit')
      expect(await toldOf(own, 'stuck')).toEqual([admin.id])
      expect(await toldOf(own, 'submitted')).toContain(colleague.id)
      expect(await look()).toBe(0)
      const other = await writeSection(product, author, { region })
      await step(other, author, 'submit')
      expect(await toldOf(other, 'stuck')).toEqual([])
      await ask(1)
    })

    it('says so too where it is for those who review, and all of them wrote it', async () => {
      const far = await product.signIn('editor', { desks: [await makeDesk([])] })
      await ask(1, null, ['language'])
      const id = await writeSection(product, author, { region })
      await step(id, author, 'submit')
      const writtenByAllBut = (people: readonly string[]) =>
        product.sql.query(
          `UPDATE workflow_states SET contributors =
             (SELECT jsonb_agg(id) FROM users WHERE NOT id::text = ANY ($2)) WHERE id = $1`,
          [id, people],
        )
      for (const [people, hasNobody] of [
        [[], true],
        [[admin.id], false],
        [[colleague.id], false],
        [[far.id], true],
      ] as const) {
        await writtenByAllBut(people)
        expect(await signOffOf(id), people.join()).toMatchObject({ hasNobody })
      }
      await assign(id, far.id)
      expect(await signOffOf(id)).toMatchObject({ hasNobody: false })
      await step(id, author, 'withdraw')
      await ask(1)
    })
  })

  describe('for an approval that nobody can give', () => {
    const nobodyApproves = async (id: string) => {
      const german = { ...author, headers: { 'accept-language': 'de' } }
      const view = await product.call('GET', `/regional-sections/${id}/workflow`, german)
      return view.get('nobodyApproves')
    }
    const writtenToo = async (by: SignedIn) => {
      const id = await writeSection(product, author, { region })
      const body = { headline: `Von ${by.name}` }
      const answer = await product.call('PATCH', `/regional-sections/${id}`, { ...by, body })
      expect(answer.status, answer.text).toBe(200)
      return id
    }

    it('is told at its submission to the administrators and to who wrote it, with the reason', async () => {
      await ask(1, 'admin')
      await look()
      const id = await writtenToo(admin)
      await step(id, author, 'submit')
      expect((await toldOf(id, 'stuck')).sort()).toEqual([admin.id, author.id].sort())
      expect(await toldOf(id, 'submitted')).not.toContain(admin.id)
      expect(await nobodyApproves(id)).toContain('(Verwaltung) kann gerade niemand geben')
      const inbox = await product.call('GET', '/inbox?limit=1', {
        ...author,
        headers: { 'accept-language': 'de' },
      })
      expect(inbox.get('entries.0.text')).toContain('wartet auf eine Freigabe (Verwaltung)')
      expect(await look()).toBe(0)
      await step(id, author, 'withdraw')
      await ask(1)
    })

    it('is told when the rules or the people have changed', async () => {
      const id = await writtenToo(admin)
      await step(id, author, 'submit')
      expect(await nobodyApproves(id)).toBeNull()
      await ask(1, 'admin')
      await look()
      expect((await toldOf(id, 'stuck')).sort()).toEqual([admin.id, author.id].sort())
      expect(await look()).toBe(0)
      const second = await product.signIn('admin')
      expect(await nobodyApproves(id)).toBeNull()
      await product.call('POST', `/users/${second.id}/deactivate`, { ...admin, body: {} })
      expect(await nobodyApproves(id)).not.toBeNull()
      await step(id, author, 'withdraw')
      await ask(1)
    })

    it('counts as many people as signatures are missing, of those whose desks cover it', async () => {
      const far = await makeDesk([])
      const elsewhere = (await makePair(product)).region
      await product.signIn('editor', { desks: [far] })
      await ask(2)
      const id = await writeSection(product, author, { region: elsewhere })
      await step(id, author, 'submit')
      // Nobody answers for this region but the administrator.
      expect(await nobodyApproves(id)).not.toBeNull()
      await assign(id, colleague.id)
      expect(await nobodyApproves(id)).toBeNull()
      await step(id, colleague, 'approve')
      expect(await nobodyApproves(id)).toBeNull()
      await step(id, author, 'withdraw')
      await ask(1)
    })
  })

  describe('for its publication', () => {
    const approved = async (by: SignedIn) => {
      const id = await writeSection(product, author, { region })
      await step(id, author, 'submit')
      await step(id, by, 'approve')
      return id
    }
    const leave = ({ id }: SignedIn) =>
      product.call('POST', `/users/${id}/deactivate`, { ...admin, body: {} })

    it('is told to others when who approved it has left, once, in words of its own', async () => {
      const signer = await product.signIn('editor', { desks: [desk] })
      const id = await approved(signer)
      expect(await look()).toBe(0)
      await leave(signer)
      expect(await look()).toBe(1)
      expect(await toldOf(id, 'waiting')).toContain(colleague.id)
      expect(await look()).toBe(0)
      const inbox = await product.call('GET', '/inbox?limit=1', {
        ...colleague,
        headers: { 'accept-language': 'de' },
      })
      expect(inbox.get('entries.0.text')).toContain('ist freigegeben und wartet auf')
    })

    it('is told to nobody while it is planned', async () => {
      const signer = await product.signIn('editor', { desks: [desk] })
      const id = await approved(signer)
      const plan = { transition: 'schedule', publishAt: '2099-01-01T00:00Z' }
      expect((await transition(product, colleague, id, plan)).status).toBe(200)
      await leave(signer)
      expect(await look()).toBe(0)
    })

    it('is told to nobody else while one who was told may publish it', async () => {
      const signer = await product.signIn('editor', { desks: [desk] })
      const id = await writeSection(product, author, { region })
      await assign(id, colleague.id)
      await step(id, author, 'submit')
      await step(id, signer, 'approve')
      expect(await toldOf(id, 'approved')).toContain(colleague.id)
      await leave(signer)
      expect(await look()).toBe(0)
    })
  })

  it('is looked at when somebody’s rights have changed, and else once an hour', async () => {
    const last = { at: 0 }
    const now = Date.now()
    const at = (ms: number) => tellOfWaiting(product.payload, last, new Date(now + ms))
    await at(0)
    expect(last.at).toBe(now)
    await at(3_000_000)
    // What has just been changed by the tests above is looked at a minute long.
    expect([now, now + 3_000_000]).toContain(last.at)
    await at(7_200_000)
    expect(last.at).toBe(now + 7_200_000)
    await at(7_300_000)
    expect(last.at).toBe(now + 7_200_000)
  })
})
