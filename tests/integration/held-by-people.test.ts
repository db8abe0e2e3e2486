import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noteActingProgram } from '#accounts/acting-program.ts'
import { endHeldByLeavers } from '#accounts/end-of-leavers.ts'
import { held, type HeldKind } from '#accounts/held/list.ts'
import { givePermissions } from '#accounts/give-role.ts'
import { deactivate, reactivate } from '#accounts/leaving.ts'
import { columnsWithPeople } from '#accounts/named-on-record.ts'
import { runDuePlans } from '#planning/run.ts'
import { readTokenPage } from '#preview/page.ts'
import { getTableName } from 'drizzle-orm'
import { transition } from '#support/factories.ts'
import { holding } from '#support/holding.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

// What somebody holds ends, or goes to others, in the step in which their account ends; at every door.

const all = Object.keys(held).filter((name): name is HeldKind => name in held)
const stays = all.filter((kind) => 'stays' in held[kind].leaving)
const ends = all.filter((kind) => !stays.includes(kind))

describe('what somebody holds who leaves', () => {
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
  afterAll(() => product.close())

  const heldBy = async (id: string, kinds: readonly HeldKind[]) => {
    const answer = await product.call('GET', `/users/${id}/commitments`, admin)
    expect(answer.status, answer.text).toBe(200)
    return Object.fromEntries(kinds.map((kind) => [kind, answer.get(`${kind}.total`)]))
  }
  const each = (kinds: readonly HeldKind[], count: number) =>
    Object.fromEntries(kinds.map((kind) => [kind, count]))
  const eventsOf = async (document: string) => {
    const { rows } = await product.sql.query<{
      transition: string
      actor: string | null
      data: Record<string, unknown> | null
    }>(
      'SELECT transition, actor, data FROM workflow_events WHERE document = $1 ORDER BY sequence DESC',
      [document],
    )
    return rows
  }
  const toldOf = async (document: string, kind: string) => {
    const { rows } = await product.sql.query<{ person: string }>(
      'SELECT person FROM notifications WHERE document = $1 AND kind = $2',
      [document, kind],
    )
    return rows.map(({ person }) => person)
  }
  const leave = (id: string) =>
    product.call('POST', `/users/${id}/deactivate`, { ...admin, body: {} })
  const byDirectory = async (id: string, act: typeof deactivate) => {
    const req = await product.localRequest()
    noteActingProgram(req, 'SCIM')
    await act(req, { id })
  }

  const doors: readonly (readonly [string, (id: string) => Promise<unknown>])[] = [
    ['its own command', leave],
    ['DELETE', (id) => product.call('DELETE', `/users/${id}`, admin)],
    ['DELETE of several', (id) => product.call('DELETE', `/users?where[id][in][0]=${id}`, admin)],
    ['GraphQL', (id) => product.graphql(`mutation { deleteUser(id: "${id}") { id } }`, admin)],
    [
      'the Local API',
      (id) => product.payload.delete({ collection: 'users', id, overrideAccess: true }),
    ],
    [
      'the adapter',
      (id) => product.payload.db.deleteMany({ collection: 'users', where: { id: { equals: id } } }),
    ],
    ['the directory', (id) => byDirectory(id, deactivate)],
  ]

  it.each(doors)('ends, or goes to others, by %s, and does not come back', async (_, end) => {
    const person = await product.signIn('editor')
    for (const kind of all) await house.hold[kind](person)
    expect(await heldBy(person.id, all)).toEqual(each(all, 1))
    await end(person.id)
    const { rows } = await product.sql.query('SELECT deactivated_at FROM users WHERE id = $1', [
      person.id,
    ])
    expect(rows).not.toEqual([{ deactivated_at: null }])
    const after = { ...each(ends, 0), ...each(stays, 1) }
    expect(await heldBy(person.id, all)).toEqual(after)
    await byDirectory(person.id, reactivate)
    expect(await heldBy(person.id, all)).toEqual(after)
  })

  it('does not come back though it was given to them while they left', async () => {
    const person = await product.signIn('editor')
    await leave(person.id)
    await product.sql.query(
      `INSERT INTO workflow_delegations (from_person, to_person, starts_at, ends_at, created_by)
       VALUES ($1, $2, now(), now() + interval '1 day', $1)`,
      [editor.id, person.id],
    )
    await product.call('POST', `/users/${person.id}/reactivate`, { ...admin, body: {} })
    expect(await heldBy(person.id, ends)).toEqual(each(ends, 0))
  })

  it('ends at the next start where an account ended without it, and of nobody else', async () => {
    const leaver = await product.signIn('editor')
    const colleague = await product.signIn('editor')
    for (const kind of all) await house.hold[kind](leaver)
    await house.hold.toReview(colleague)
    const link = await house.hold.expertLinks(leaver)
    await product.sql.query('UPDATE users SET deactivated_at = now() WHERE id = $1', [leaver.id])
    expect(await endHeldByLeavers(product.payload)).toEqual([leaver.id])
    expect(await heldBy(leaver.id, all)).toEqual({ ...each(ends, 0), ...each(stays, 1) })
    expect(await heldBy(colleague.id, ['toReview'])).toEqual({ toReview: 1 })
    expect((await eventsOf(link))[0]).toMatchObject({
      transition: 'revokeLink',
      actor: null,
      data: { left: leaver.id },
    })
    expect(await endHeldByLeavers(product.payload)).toEqual([])
  })

  it('is nothing where the step fails', async () => {
    const person = await product.signIn('editor')
    const text = await house.hold.toReview(person)
    await product.sql.query(
      `CREATE FUNCTION fail_here() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN IF NEW.transition = 'deactivate' THEN RAISE EXCEPTION 'no'; END IF; RETURN NEW; END $$;
       CREATE TRIGGER fail_here BEFORE INSERT ON workflow_events FOR EACH ROW EXECUTE FUNCTION fail_here()`,
    )
    expect((await leave(person.id)).status).toBe(500)
    await product.sql.query('DROP FUNCTION fail_here() CASCADE')
    expect(await heldBy(person.id, ['toReview'])).toEqual({ toReview: 1 })
    expect((await eventsOf(text))[0]?.data).not.toHaveProperty('left')
  })

  describe('is on record, and told to who has to see to it', () => {
    it('an assignment, with its date', async () => {
      const person = await product.signIn('editor')
      const colleague = await product.signIn('editor')
      const text = await house.hold.toReview(person)
      const shared = await house.assigned('author', person.id, {
        reviewer: colleague.id,
        dueAt: house.days(2),
      })
      await leave(person.id)
      const [event] = await eventsOf(text)
      expect(event).toMatchObject({
        transition: 'assign',
        actor: admin.id,
        data: {
          before: { reviewer: person.id },
          after: { author: null, reviewer: null, dueAt: null },
          left: person.id,
        },
      })
      expect(await toldOf(text, 'handedOver')).toContain(colleague.id)
      expect((await eventsOf(shared))[0]?.data).toMatchObject({
        after: { author: null, reviewer: colleague.id, dueAt: expect.any(String) as string },
      })
    })

    it('a delegation, on both sides', async () => {
      const person = await product.signIn('editor')
      const colleague = await product.signIn('editor')
      for (const [from, to] of [
        [person.id, colleague.id],
        [colleague.id, person.id],
      ]) {
        await house.call('POST', '/delegations', admin, { from, to, endsAt: house.days(1) })
      }
      await leave(person.id)
      const ended = { transition: 'endDelegation', actor: admin.id }
      expect((await eventsOf(colleague.id))[0]).toMatchObject({ ...ended, data: { to: person.id } })
      const own = await eventsOf(person.id)
      expect(own[0]).toMatchObject({ transition: 'deactivate' })
      expect(own[1]).toMatchObject({ ...ended, data: { to: colleague.id } })
    })

    it("an expert's link, which opens nothing any more", async () => {
      const person = await product.signIn('editor')
      const text = await house.inReview()
      const path = `/regional-sections/${text}/workflow/expert-links`
      const made = await house.call('POST', path, person, {})
      const link = `/expert-review/${String(made.get('token'))}`
      expect((await product.call('GET', link)).status).toBe(200)
      await leave(person.id)
      expect((await eventsOf(text))[0]).toMatchObject({
        transition: 'revokeLink',
        actor: admin.id,
        data: { link: made.get('id'), left: person.id },
      })
      expect((await product.call('GET', link)).status).toBeGreaterThanOrEqual(400)
      const body = { name: 'Dr. Fach', opinion: 'agree' }
      expect((await product.call('POST', link, { body })).status).toBeGreaterThanOrEqual(400)
      await product.call('POST', `/users/${person.id}/reactivate`, { ...admin, body: {} })
      expect((await product.call('GET', link)).status).toBeGreaterThanOrEqual(400)
    })

    it('a plan: whoever ends the account has it now, and it is carried out', async () => {
      const person = await product.signIn('editor')
      const text = await house.hold.plans(person)
      await leave(person.id)
      expect((await eventsOf(text))[0]).toMatchObject({
        transition: 'handOverPlan',
        actor: admin.id,
        data: { left: person.id, to: admin.id, action: 'publish' },
      })
      const view = await product.call('GET', `/regional-sections/${text}/workflow`, editor)
      expect(view.get('plan.plannedBy')).toMatchObject({ id: admin.id, mayAct: true })
      await product.sql.query('UPDATE workflow_plans SET due_at = now() WHERE document = $1', [
        text,
      ])
      expect(await runDuePlans(product.payload)).toBe(1)
      expect((await eventsOf(text))[0]).toMatchObject({ transition: 'publish', actor: admin.id })
    })

    it('a plan of somebody whom a program sends away: its reviewer has it, and is told', async () => {
      const person = await product.signIn('editor')
      const reviewer = await product.signIn('editor')
      const text = await house.hold.plans(person)
      const path = `/regional-sections/${text}/workflow/assignment`
      await house.call('PATCH', path, editor, { reviewer: reviewer.id })
      await byDirectory(person.id, deactivate)
      expect((await eventsOf(text))[0]).toMatchObject({
        transition: 'handOverPlan',
        actor: null,
        data: { left: person.id, to: reviewer.id },
      })
      expect(await toldOf(text, 'handedOver')).toEqual([reviewer.id])
      const off = await transition(product, reviewer, text, { transition: 'unschedule' })
      expect(off.status, off.text).toBe(200)
    })
  })

  describe('who is no editor any more', () => {
    const opened = async (person: SignedIn) => {
      const link = await house.call(
        'POST',
        `/regional-sections/${await house.inReview()}/workflow/expert-links`,
        person,
        {},
      )
      const text = await house.inReview()
      const preview = await house.call('POST', `/regional-sections/${text}/preview`, person, {})
      const address = `/expert-review/${String(link.get('token'))}`
      return async () => {
        const req = await product.localRequest()
        const shown = await readTokenPage(req, String(preview.get('token'))).then(
          () => true,
          () => false,
        )
        return {
          read: (await product.call('GET', address)).status,
          answered: (await product.call('POST', address, { body: { name: 'X', opinion: '' } }))
            .status,
          shown,
        }
      }
    }
    const isOpen = { read: 200, answered: 400, shown: true }
    const roles: readonly (readonly [string, (id: string) => Promise<unknown>])[] = [
      [
        'the administration',
        (id) => house.call('PATCH', `/users/${id}`, admin, { role: 'author' }),
      ],
      [
        'a group of the directory',
        async (id) => {
          const req = await product.localRequest()
          noteActingProgram(req, 'SCIM')
          await givePermissions(req, id, { role: 'author', allTexts: false, desks: [] })
        },
      ],
    ]
    it.each(roles)('by %s, opens nothing to people outside', async (by, demote) => {
      const [person, colleague] = [await product.signIn('editor'), await product.signIn('editor')]
      const [own, other] = [await opened(person), await opened(colleague)]
      expect([await own(), await other()]).toEqual([isOpen, isOpen])
      await demote(person.id)
      expect(await own()).toMatchObject({ read: 410, shown: false })
      expect(await other()).toEqual(isOpen)
      expect(await heldBy(person.id, ['expertLinks', 'previews'])).toEqual({
        expertLinks: 0,
        previews: 0,
      })
      const { rows } = await product.sql.query(
        `SELECT actor FROM workflow_events
         WHERE transition = 'revokeLink' AND data ->> 'demoted' = $1`,
        [person.id],
      )
      expect(rows).toEqual([{ actor: by === 'the administration' ? admin.id : null }])
      // Nor when they are one again.
      await house.call('PATCH', `/users/${person.id}`, admin, { role: 'editor' })
      expect(await own()).toMatchObject({ read: 410, shown: false })
    })

    it('keeps the rest, and somebody with another role of an editor keeps all', async () => {
      const person = await product.signIn('editor')
      const own = await opened(person)
      const kept = ['toReview', 'plans'] as const
      for (const kind of kept) await house.hold[kind](person)
      await house.call('PATCH', `/users/${person.id}`, admin, { role: 'admin' })
      expect(await own()).toEqual(isOpen)
      await house.call('PATCH', `/users/${person.id}`, admin, { role: 'author' })
      expect(await heldBy(person.id, kept)).toEqual(each(kept, 1))
    })
  })

  it('two who stand in for each other are sent away at the same moment', async () => {
    const [one, other] = [await product.signIn('editor'), await product.signIn('editor')]
    for (const [from, to] of [
      [one.id, other.id],
      [other.id, one.id],
    ]) {
      await house.call('POST', '/delegations', admin, { from, to, endsAt: house.days(1) })
    }
    const answers = await Promise.all([leave(one.id), leave(other.id)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
  })

  it('several who hold the same are sent away by one request', async () => {
    const people: SignedIn[] = []
    for (let n = 0; n < 4; n += 1) people.push(await product.signIn('editor'))
    const pairs = people.flatMap((one) =>
      people.filter((other) => other !== one).map((other) => [one.id, other.id] as const),
    )
    const texts: string[] = []
    for (const [from, to] of pairs) {
      texts.push(await house.assigned('author', from, { reviewer: to }))
      await house.call('POST', '/delegations', admin, { from, to, endsAt: house.days(1) })
    }
    const which = people.map(({ id }, n) => `where[id][in][${String(n)}]=${id}`).join('&')
    expect((await product.call('DELETE', `/users?${which}`, admin)).status).toBe(200)
    for (const { id } of people) {
      expect(await heldBy(id, ends)).toEqual(each(ends, 0))
      const ended = (await eventsOf(id)).filter((event) => event.transition === 'endDelegation')
      expect(ended).toHaveLength(people.length - 1)
    }
    for (const text of texts) {
      const [last] = await eventsOf(text)
      expect(last?.data).toMatchObject({ after: { author: null, reviewer: null } })
    }
  })

  it('stands in no column that refers to accounts and is not known to', async () => {
    const { rows } = await product.sql.query<{ name: string }>(
      `SELECT c.conrelid::regclass || '.' || a.attname AS name FROM pg_constraint c
       JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
       WHERE c.contype = 'f' AND c.confrelid = 'users'::regclass`,
    )
    const known = columnsWithPeople.map((column) => `${getTableName(column.table)}.${column.name}`)
    // A person's own, which ends with their sessions or belongs to how they sign in; and what rules and forms list.
    const own =
      /^(?:account_mails|passkeys|provider_\w+|provisioned_\w+|recovery_codes|second_factors|users_\w+|payload_\w+|workflow_settings\w*)\./u
    expect(
      rows.map(({ name }) => name).filter((name) => !known.includes(name) && !own.test(name)),
    ).toEqual([])
    expect(rows.length).toBeGreaterThan(5)
  })
})
