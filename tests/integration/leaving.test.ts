import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootstrapContext } from '#access/bootstrap.ts'
import type { Role } from '#model/roles.ts'
import { transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { password } from '#support/quick-passwords.ts'

// Who leaves: their account ends at every door, and their name stays wherever the record has it.

describe('somebody who leaves', () => {
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
  afterAll(() => product.close())

  const leave = async (id: string, by = admin, body: object = {}) =>
    product.call('POST', `/users/${id}/deactivate`, { ...by, body })
  const comeBack = async (id: string, by = admin) =>
    product.call('POST', `/users/${id}/reactivate`, { ...by, body: {} })
  const makeAccount = async (role: Role = 'editor') => {
    const email = `${randomUUID()}@berufsbild.example`
    const { id, name } = await product.payload.create({
      collection: 'users',
      data: { name: `Konto ${email.slice(0, 8)}`, email, password, role },
      overrideAccess: true,
      context: bootstrapContext,
    })
    return { id, name, email }
  }
  const signIn = async (email: string) =>
    product.call('POST', '/users/login', { body: { email, password } })
  const rowOf = async (id: string) => {
    const { rows } = await product.sql.query<{ name: string; deactivated_at: Date | null }>(
      'SELECT name, deactivated_at FROM users WHERE id = $1',
      [id],
    )
    return rows[0]
  }
  const eventsOf = async (id: string) => {
    const { rows } = await product.sql.query<{ transition: string; comment: string | null }>(
      `SELECT transition, comment FROM workflow_events
       WHERE document = $1 AND document_collection = 'users' ORDER BY sequence`,
      [id],
    )
    return rows
  }
  const lastEventOf = async (id: string) => (await eventsOf(id)).at(-1)?.transition

  describe('is signed out at every door, at once', () => {
    it('and signs in again when the account is opened again', async () => {
      const { id, email } = await makeAccount()
      const token = String((await signIn(email)).get('token'))
      const me = async () =>
        (await product.call('GET', '/users/me', { authorization: `JWT ${token}` })).get('user')
      expect(await me()).not.toBeNull()
      const left = await leave(id, admin, { reason: 'Geht in Rente' })
      expect([left.status, left.get('deactivated')]).toEqual([200, true])
      expect(await me()).toBeNull()
      const answer = await signIn(email)
      expect(answer.status).toBe(401)
      expect(answer.text).toBe((await signIn(`${randomUUID()}@berufsbild.example`)).text)
      expect((await eventsOf(id)).at(-1)).toEqual({
        transition: 'deactivate',
        comment: 'Geht in Rente',
      })
      expect((await comeBack(id)).status).toBe(200)
      expect((await signIn(email)).status).toBe(200)
      expect(await me()).toBeNull()
    })

    it.each([
      [
        'REST',
        (authorization: string) => product.call('GET', '/regional-sections', { authorization }),
      ],
      [
        'GraphQL',
        (authorization: string) =>
          product.graphql('{ RegionalSections { totalDocs } }', { authorization }),
      ],
      [
        'our own endpoints',
        (authorization: string) => product.call('GET', '/people', { authorization }),
      ],
      [
        'a new token for the old one',
        (authorization: string) => product.call('POST', '/users/refresh-token', { authorization }),
      ],
    ])('over %s', async (_, ask) => {
      const person = await product.signIn('editor')
      const before = await ask(person.authorization)
      expect(before.status, before.text).toBe(200)
      expect(before.get('errors')).toBeUndefined()
      await leave(person.id)
      const after = await ask(person.authorization)
      expect(after.status >= 401 || after.get('errors') !== undefined, after.text).toBe(true)
    })

    it('also with a session that somehow is still there', async () => {
      const person = await product.signIn('editor')
      await product.sql.query('UPDATE users SET deactivated_at = now() WHERE id = $1', [person.id])
      expect((await product.call('GET', '/people', person)).status).toBe(401)
      expect((await product.call('GET', '/regional-sections', person)).status).toBe(403)
      expect(
        (await product.call('PATCH', `/users/${person.id}`, { ...person, body: { name: 'X' } }))
          .status,
      ).toBe(403)
    })

    it('by a link to a new password neither', async () => {
      const { id, email } = await makeAccount()
      const ask = () =>
        product.payload.forgotPassword({
          collection: 'users',
          data: { email },
          disableEmail: true,
        })
      const reset = (token: string) =>
        product.call('POST', '/users/reset-password', {
          body: { token, password: 'ein anderes Passwort' },
        })
      const before = await ask()
      await leave(id)
      expect((await reset(before)).status).toBe(403)
      const after = await ask()
      expect((await reset(after)).status).toBe(401)
      await comeBack(id)
      expect((await signIn(email)).status).toBe(200)
    })

    it('and is sent no such link', async () => {
      const { id, email } = await makeAccount()
      await leave(id)
      const answer = await product.call('POST', '/users/forgot-password', { body: { email } })
      expect(answer.status).toBe(200)
      const { rows } = await product.sql.query(
        'SELECT FROM users WHERE id = $1 AND reset_password_token IS NULL',
        [id],
      )
      expect(rows).toHaveLength(1)
    })
  })

  describe('keeps account and name where the record has them', () => {
    type Named = (id: string, person: SignedIn) => Promise<unknown>
    const named: readonly [what: string, role: Role, make: Named][] = [
      ['who wrote a text', 'author', (_, person) => writeSection(product, person)],
      [
        'who is the author of one',
        'author',
        async (id) => {
          await writeSection(product, author, { author: id })
          const text = await writeSection(product, author)
          const path = `/regional-sections/${text}?draft=true`
          expect(
            (await product.call('PATCH', path, { ...editor, body: { author: id } })).status,
          ).toBe(200)
        },
      ],
      [
        'who is to review one',
        'editor',
        async (reviewer) => {
          const text = await writeSection(product, author)
          const path = `/regional-sections/${text}/workflow/assignment`
          const answer = await product.call('PATCH', path, { ...editor, body: { reviewer } })
          expect(answer.status, answer.text).toBe(200)
        },
      ],
      [
        'who was to review one',
        'editor',
        async (reviewer) => {
          const text = await writeSection(product, author)
          const path = `/regional-sections/${text}/workflow/assignment`
          await product.call('PATCH', path, { ...editor, body: { reviewer } })
          await product.call('PATCH', path, { ...editor, body: { reviewer: null } })
        },
      ],
      [
        'who approved one',
        'editor',
        async (_, person) => {
          const text = await writeSection(product, author)
          await transition(product, author, text, { transition: 'submit' })
          const answer = await transition(product, person, text, { transition: 'approve' })
          expect(answer.status, answer.text).toBe(200)
        },
      ],
      [
        'who stood in for somebody',
        'editor',
        async (to) => {
          const endsAt = new Date(Date.now() + 3_600_000).toISOString()
          const made = await product.call('POST', '/delegations', {
            ...editor,
            body: { to, endsAt },
          })
          expect(made.status, made.text).toBe(201)
          const path = `/delegations/${String(made.get('id'))}`
          expect((await product.call('DELETE', path, editor)).status).toBe(200)
        },
      ],
      ['who has signed in', 'editor', () => Promise.resolve()],
    ]
    type Delete = (id: string) => Promise<{ status: number; text: string }>
    const doors: readonly [door: string, end: Delete][] = [
      ['REST', (id) => product.call('DELETE', `/users/${id}`, admin)],
      [
        'GraphQL',
        (id) => product.graphql(`mutation { deleteUser(id: "${id}") { id deactivatedAt } }`, admin),
      ],
      [
        'REST, several at once',
        (id) => product.call('DELETE', `/users?where[id][in][0]=${id}`, admin),
      ],
      [
        'the Local API',
        async (id) => ({
          status: 200,
          text: JSON.stringify(
            await product.payload.delete({ collection: 'users', id, overrideAccess: true }),
          ),
        }),
      ],
      [
        'the adapter',
        async (id) => {
          await product.payload.db.deleteMany({
            collection: 'users',
            where: { id: { equals: id } },
          })
          return { status: 200, text: 'deactivatedAt' }
        },
      ],
    ]
    const everyDoor = named.flatMap(([what, role, make], index) =>
      (index === 0 ? doors : doors.slice(0, 1)).map(
        ([door, end]) => [what, door, role, make, end] as const,
      ),
    )

    it.each(everyDoor)('%s, deleted by %s', async (_, door, role, make, end) => {
      const person = await product.signIn(role)
      await make(person.id, person)
      const answer = await end(person.id)
      expect(answer.status, answer.text).toBe(200)
      expect(answer.text).toContain('deactivatedAt')
      expect(answer.text).not.toContain('"deactivatedAt":null')
      expect(answer.text).not.toContain('eleted')
      const row = await rowOf(person.id)
      expect(row?.name).toBe(person.name)
      expect(row?.deactivated_at).not.toBeNull()
      if (door !== 'the adapter') expect(await lastEventOf(person.id)).toBe('deactivate')
      const me = await product.call('GET', '/users/me', person)
      expect(me.get('user')).toBeNull()
      if (door === 'REST') {
        const again = await product.call('DELETE', `/users/${person.id}`, admin)
        expect([again.status, again.get('errors.0.data.code')]).toEqual([409, 'on_record'])
      }
    })

    it('and goes where nothing has them', async () => {
      const { id } = await makeAccount()
      const answer = await product.call('DELETE', `/users/${id}`, admin)
      expect(answer.status, answer.text).toBe(200)
      expect(answer.get('message')).toBe('The account is deleted.')
      expect(await rowOf(id)).toBeUndefined()
      expect(await lastEventOf(id)).toBe('deleteAccount')
    })
  })

  it('is shown as deactivated to colleagues', async () => {
    const { id } = await makeAccount()
    await leave(id)
    const { people } = (await product.call('GET', '/people', author)).body as {
      people: { id: string; deactivatedAt: string | null }[]
    }
    expect(people.find((person) => person.id === id)?.deactivatedAt).not.toBeNull()
    expect(people.find((person) => person.id === author.id)?.deactivatedAt).toBeNull()
  })

  describe('is not', () => {
    it.each([
      ['an author', () => author, 403],
      ['an editor', () => editor, 403],
    ])('sent away by %s', async (_, who, status) => {
      const { id } = await makeAccount()
      expect((await leave(id, who())).status).toBe(status)
      expect((await comeBack(id, who())).status).toBe(status)
      expect((await rowOf(id))?.deactivated_at).toBeNull()
    })

    it('sent away by nobody, or by a site', async () => {
      const { id } = await makeAccount()
      const path = `/users/${id}/deactivate`
      expect((await product.call('POST', path, { body: {} })).status).toBe(401)
      const site = await product.makeSite()
      expect((await product.call('POST', path, { ...site, body: {} })).status).toBe(403)
    })

    it('sent away by a field: no door writes it', async () => {
      const { id } = await makeAccount()
      const body = { deactivatedAt: new Date().toISOString() }
      await product.call('PATCH', `/users/${id}`, { ...admin, body })
      await product.payload.update({ collection: 'users', id, data: body, overrideAccess: true })
      expect((await rowOf(id))?.deactivated_at).toBeNull()
    })

    it('oneself', async () => {
      const own = await leave(admin.id)
      expect([own.status, own.get('error.code')]).toEqual([409, 'own_account'])
      const deleted = await product.call('DELETE', `/users/${admin.id}`, admin)
      expect([deleted.status, deleted.get('errors.0.data.code')]).toEqual([409, 'own_account'])
    })

    it('gone twice, or opened where it is open', async () => {
      const { id } = await makeAccount()
      expect((await comeBack(id)).get('error.code')).toBe('active')
      await leave(id)
      expect((await leave(id)).get('error.code')).toBe('not_active')
      expect((await leave(randomUUID())).status).toBe(404)
    })
  })

  describe('is offered nowhere', () => {
    let gone: SignedIn
    beforeAll(async () => {
      gone = await product.signIn('editor')
      await leave(gone.id)
    })

    it.each(['author', 'reviewer'] as const)('as %s of a text', async (as) => {
      const text = await writeSection(product, author)
      const path = `/regional-sections/${text}/workflow/assignment`
      const answer = await product.call('PATCH', path, { ...editor, body: { [as]: gone.id } })
      expect([answer.status, answer.get('error.details.0.path')]).toEqual([422, as])
    })

    it('by an invitation', async () => {
      const { id, email } = await makeAccount()
      await leave(id)
      const body = { name: 'Noch einmal', email, role: 'author' }
      const answer = await product.call('POST', '/people/invitations', { ...admin, body })
      expect([answer.status, answer.get('error.message')]).toEqual([
        409,
        `${email} has an account that is deactivated. Reactivate it.`,
      ])
    })

    it('by an invitation that is still open', async () => {
      const body = { name: 'Nie da', email: `${randomUUID()}@berufsbild.example`, role: 'author' }
      const made = await product.call('POST', '/people/invitations', { ...admin, body })
      const id = String(made.get('id'))
      await leave(id)
      const again = await product.call('POST', `/people/invitations/${id}/renew`, admin)
      expect(again.status).toBe(404)
    })

    it('but who was named before they left does not hold up a due date', async () => {
      const reviewer = (await product.signIn('editor')).id
      const text = await writeSection(product, author)
      const path = `/regional-sections/${text}/workflow/assignment`
      await product.call('PATCH', path, { ...editor, body: { reviewer } })
      await leave(reviewer)
      // As it was left by versions in which assignments did not end with the account.
      await product.sql.query('UPDATE workflow_assignments SET reviewer = $1 WHERE document = $2', [
        reviewer,
        text,
      ])
      const body = { reviewer, dueAt: '2031-01-01T08:00' }
      const answer = await product.call('PATCH', path, { ...editor, body })
      expect(answer.status, answer.text).toBe(200)
    })

    it.each(['from', 'to'] as const)('in a delegation, %s them', async (side) => {
      const endsAt = new Date(Date.now() + 3_600_000).toISOString()
      const body = { from: editor.id, to: admin.id, endsAt, [side]: gone.id }
      const answer = await product.call('POST', '/delegations', { ...admin, body })
      expect([answer.status, answer.get('error.details.0.path')]).toEqual([422, side])
    })

    it.each([
      ['REST', true],
      ['the Local API', false],
    ])('in the field author, over %s', async (_, isRest) => {
      const text = await writeSection(product, author)
      const change = isRest
        ? product
            .call('PATCH', `/regional-sections/${text}?draft=true`, {
              ...editor,
              body: { author: gone.id },
            })
            .then(({ status }) => status)
        : product.payload
            .update({
              collection: 'regional-sections',
              id: text,
              draft: true,
              data: { author: gone.id },
              overrideAccess: true,
            })
            .then(
              () => 200,
              () => 400,
            )
      expect(await change).toBe(400)
    })

    it('but a text of theirs goes its way to readers', async () => {
      const writer = await product.signIn('author')
      const text = await writeSection(product, writer)
      await transition(product, writer, text, { transition: 'submit' })
      await leave(writer.id)
      for (const step of ['approve', 'publish']) {
        const answer = await transition(product, editor, text, { transition: step })
        expect(answer.status, answer.text).toBe(200)
      }
    })

    it('in the list of those who can be assigned', async () => {
      const path = '/users?limit=0&where[deactivatedAt][exists]=false'
      const { text } = await product.call('GET', path, editor)
      expect(text).toContain(editor.id)
      expect(text).not.toContain(gone.id)
    })

    it('but a text of theirs can be edited, and keeps their name', async () => {
      const writer = await product.signIn('author')
      const text = await writeSection(product, writer)
      await leave(writer.id)
      const answer = await product.call('PATCH', `/regional-sections/${text}?draft=true`, {
        ...editor,
        body: { headline: 'Neu', author: writer.id },
      })
      expect(answer.status, answer.text).toBe(200)
      expect(answer.get('doc.author.name')).toBe(writer.name)
    })
  })

  describe('leaves an administrator behind', () => {
    const onlyAdmin = async () => {
      const { rows } = await product.sql.query<{ id: string }>(
        `UPDATE users SET role = 'editor' WHERE role = 'admin' AND id <> $1 RETURNING id`,
        [admin.id],
      )
      return async () => {
        const ids = rows.map(({ id }) => id)
        await product.sql.query(`UPDATE users SET role = 'admin' WHERE id = ANY ($1::uuid[])`, [
          ids,
        ])
      }
    }

    it.each([
      [
        'demoted',
        (id: string) =>
          product.call('PATCH', `/users/${id}`, { ...admin, body: { role: 'editor' } }),
      ],
      [
        'demoted over GraphQL',
        (id: string) =>
          product.graphql(
            `mutation { updateUser(id: "${id}", data: { role: editor }) { id } }`,
            admin,
          ),
      ],
    ])('the last one is not %s', async (_, change) => {
      const back = await onlyAdmin()
      const answer = await change(admin.id)
      expect(answer.text).toMatch(/last administrator|letzte Konto/)
      const { rows } = await product.sql.query('SELECT role FROM users WHERE id = $1', [admin.id])
      expect(rows[0]).toEqual({ role: 'admin' })
      await back()
    })

    it('who has left is none', async () => {
      const back = await onlyAdmin()
      const other = await product.signIn('admin')
      await leave(other.id)
      const answer = await product.call('PATCH', `/users/${admin.id}`, {
        ...admin,
        body: { role: 'editor' },
      })
      expect([answer.status, answer.get('errors.0.data.code')]).toEqual([409, 'last_admin'])
      await back()
    })

    it('two that end each other at the same moment leave one', async () => {
      const back = await onlyAdmin()
      const other = await product.signIn('admin')
      const answers = await Promise.all([leave(other.id, admin), leave(admin.id, other)])
      expect(answers.filter(({ status }) => status === 200).length).toBe(1)
      const { rows } = await product.sql.query(
        `SELECT FROM users WHERE role = 'admin' AND deactivated_at IS NULL`,
      )
      expect(rows).toHaveLength(1)
      await product.sql.query('UPDATE users SET deactivated_at = NULL WHERE id = $1', [admin.id])
      admin = await product.signIn('admin')
      await back()
    })

    it.each([
      [
        'deleted',
        () =>
          product.payload.delete({
            collection: 'users',
            where: { role: { equals: 'admin' } },
            overrideAccess: true,
          }),
      ],
      [
        'demoted',
        () =>
          product.payload.update({
            collection: 'users',
            where: { role: { equals: 'admin' } },
            data: { role: 'author' },
            overrideAccess: true,
          }),
      ],
    ])('all of them at once are not %s', async (_, end) => {
      const admins = [await product.signIn('admin'), await product.signIn('admin')]
      await end()
      const { rows } = await product.sql.query(
        `SELECT FROM users WHERE role = 'admin' AND deactivated_at IS NULL`,
      )
      expect(rows.length).toBeGreaterThan(0)
      await product.sql.query(
        `UPDATE users SET role = 'admin', deactivated_at = NULL WHERE id = ANY ($1::uuid[])`,
        [[admin, ...admins].map(({ id }) => id)],
      )
      admin = await product.signIn('admin')
    })

    it('the last one is not deleted by the house itself either', async () => {
      const back = await onlyAdmin()
      const end = product.payload.delete({
        collection: 'users',
        id: admin.id,
        overrideAccess: true,
      })
      await expect(end).rejects.toThrow(/last administrator/)
      await back()
    })
  })
})
