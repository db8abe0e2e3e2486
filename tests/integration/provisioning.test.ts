import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { bootstrapContext } from '#access/bootstrap.ts'
import { openSession } from '#accounts/open-session.ts'
import { isRecord } from '#model/documents.ts'
import type { Answer, Method } from '#support/http.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { password } from '#support/quick-passwords.ts'
import { allowed } from '#support/slowness.ts'

// A directory that provisions accounts by SCIM 2.0, with what Entra and Okta send.

const token = 'a-token-of-the-installation-for-the-tests'
const urn = {
  user: 'urn:ietf:params:scim:schemas:core:2.0:User',
  group: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
  enterprise: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
}

describe('provisioning by a directory', () => {
  let product: Product
  let admin: SignedIn
  let desk: string

  beforeAll(async () => {
    product = await startProduct({
      settings: {
        SCIM_TOKEN: token,
        SIGN_IN_ROLES: JSON.stringify([
          { value: 'CMS Redaktion', role: 'editor', desks: ['IT'] },
          { value: 'CMS Leitung', role: 'editor', allTexts: true },
          { value: 'CMS Verwaltung', role: 'admin' },
        ]),
      },
    })
    admin = await product.signIn('admin')
    const made = await product.payload.create({
      collection: 'desks',
      data: { name: 'IT', allRegions: true, allProfessions: true },
      overrideAccess: true,
    })
    desk = made.id
  })
  afterAll(() => product.close())

  const call = (method: Method, path: string, body?: unknown) =>
    product.call(method, `/scim/v2${path}`, { authorization: `Bearer ${token}`, body })
  const addressOf = (name = randomUUID()) => `${name}@berufsbild.example`
  const makeUser = async (more: Record<string, unknown> = {}) => {
    const userName = addressOf()
    const answer = await call('POST', '/Users', { schemas: [urn.user], userName, ...more })
    expect(answer.status, answer.text).toBe(201)
    return { id: String(answer.get('id')), userName, answer }
  }
  const makeGroup = async (displayName: string, members: string[] = []) => {
    const answer = await call('POST', '/Groups', {
      schemas: [urn.group],
      displayName,
      members: members.map((value) => ({ value })),
    })
    expect(answer.status, answer.text).toBe(201)
    return String(answer.get('id'))
  }
  const patch = (path: string, ...Operations: object[]) =>
    call('PATCH', path, { schemas: [urn.patch], Operations })
  const accountOf = async (id: string) => {
    const { rows } = await product.sql.query<Record<string, unknown>>(
      `SELECT name, email, role, all_texts AS "allTexts", deactivated_at IS NULL AS active,
              ARRAY(SELECT desks_id::text FROM users_rels WHERE parent_id = users.id) AS desks
       FROM users WHERE id = $1`,
      [id],
    )
    return rows[0]
  }
  const eventsOf = async (id: string) => {
    const { rows } = await product.sql.query<{ transition: string; actor: unknown; data: unknown }>(
      'SELECT transition, actor, data FROM workflow_events WHERE document = $1 ORDER BY sequence',
      [id],
    )
    return rows
  }
  const ids = (answer: Answer) => {
    const listed: unknown = answer.get('Resources')
    return Array.isArray(listed)
      ? listed.map((each: unknown) => (isRecord(each) ? String(each.id) : ''))
      : []
  }
  const list = (what: string, query: Record<string, string>) =>
    call('GET', `/${what}?${new URLSearchParams(query).toString()}`)
  const sessionOf = async (id: string) => {
    const session = await openSession(await product.localRequest(), { id, method: 'oidc' })
    return { authorization: `JWT ${session.token}` }
  }

  describe('the door', () => {
    it.each([
      ['no token', undefined],
      ['another token', 'Bearer another-token-of-the-installation-x'],
      ['the token, and something more', `Bearer ${token}x`],
      ['half of it', `Bearer ${token.slice(0, -1)}`],
      ['another way', `Basic ${token}`],
      ['nothing after its name', 'Bearer '],
    ])('is closed to %s', async (_, authorization) => {
      for (const [method, path] of [
        ['GET', '/Users'],
        ['POST', '/Users'],
        ['GET', '/ServiceProviderConfig'],
        ['DELETE', `/Users/${admin.id}`],
      ] as const) {
        const body = method === 'POST' ? { userName: addressOf() } : undefined
        const answer = await product.call(method, `/scim/v2${path}`, { authorization, body })
        expect(answer.status).toBe(401)
        expect(answer.get('schemas.0')).toBe('urn:ietf:params:scim:api:messages:2.0:Error')
      }
      expect((await accountOf(admin.id))?.active).toBe(true)
    })

    it('is closed to an administrator of the newsroom, who has another', async () => {
      expect((await product.call('GET', '/scim/v2/Users', { ...admin })).status).toBe(401)
    })

    it('lets a program pass that comes from another site, as programs do', async () => {
      const headers = { origin: 'https://directory.example', cookie: 'payload-token=x' }
      const authorization = `Bearer ${token}`
      const body = { userName: addressOf() }
      const answer = await product.call('POST', '/scim/v2/Users', { authorization, headers, body })
      expect(answer.status, answer.text).toBe(201)
    })

    it('says what it can', async () => {
      const response = await product.respond('GET', '/scim/v2/ServiceProviderConfig', {
        authorization: `Bearer ${token}`,
      })
      expect(response.headers.get('content-type')).toBe('application/scim+json; charset=utf-8')
      expect(await response.json()).toMatchObject({ patch: { supported: true } })
      expect((await call('GET', '/ResourceTypes')).get('totalResults')).toBe(2)
      expect((await call('GET', `/Schemas/${urn.user}`)).get('name')).toBe('User')
      expect((await call('GET', '/Schemas/urn:x')).status).toBe(404)
    })
  })

  describe('people', () => {
    it('get an account with the least that there is, on record', async () => {
      const userName = addressOf()
      const { id, answer } = await makeUser({
        userName,
        externalId: 'e-1',
        name: { givenName: 'Ada', familyName: 'Beispiel' },
        emails: [{ value: userName.toUpperCase(), type: 'work', primary: true }],
        active: true,
        [urn.enterprise]: { department: 'IT' },
      })
      expect(answer.body).toMatchObject({
        schemas: [urn.user],
        externalId: 'e-1',
        userName,
        name: { formatted: 'Ada Beispiel', givenName: 'Ada', familyName: 'Beispiel' },
        emails: [{ value: userName, primary: true }],
        active: true,
        meta: { resourceType: 'User' },
      })
      expect(await accountOf(id)).toEqual({
        name: 'Ada Beispiel',
        email: userName,
        role: 'author',
        allTexts: false,
        active: true,
        desks: [],
      })
      const [made] = await eventsOf(id)
      expect(made).toMatchObject({ transition: 'createAccount', actor: null, data: { by: 'SCIM' } })
      expect((await call('GET', `/Users/${id}`)).body).toEqual(answer.body)
    })

    it('are one each: no second with the same name or address', async () => {
      const { userName } = await makeUser()
      for (const body of [
        { userName },
        { userName: userName.toUpperCase() },
        { userName: 'another', emails: [{ value: userName }] },
      ]) {
        const answer = await call('POST', '/Users', body)
        expect(answer.status).toBe(409)
        expect(answer.get('scimType')).toBe('uniqueness')
      }
      const other = await makeUser()
      const taken = await patch(`/Users/${other.id}`, {
        op: 'replace',
        path: 'userName',
        value: userName,
      })
      expect(taken.status).toBe(409)
    })

    it('three at once with one name are one', async () => {
      const userName = addressOf()
      const answers = await Promise.all([1, 2, 3].map(() => call('POST', '/Users', { userName })))
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    })

    const malformed: readonly [what: string, body: unknown, scimType: string][] = [
      ['nothing', undefined, 'invalidSyntax'],
      ['a list', [], 'invalidSyntax'],
      ['no name', { emails: [{ value: 'a@b.example' }] }, 'invalidValue'],
      ['a name that is no address, and none beside', { userName: 'ada' }, 'invalidValue'],
      ['a name that is an object', { userName: { a: 1 } }, 'invalidValue'],
      [
        'a name that is somebody else’s in small letters',
        { userName: '\u212Aarl@b.example' },
        'invalidValue',
      ],
      [
        'an address that is somebody else’s in small letters',
        { userName: 'karl', emails: [{ value: '\u212Aarl@b.example' }] },
        'invalidValue',
      ],
      ['an address that no account can have', { userName: 'ada@b-.example' }, 'invalidValue'],
      ['an address within an address', { userName: 'x', emails: [{ value: {} }] }, 'invalidValue'],
      [
        'what every object has',
        JSON.parse('{"__proto__": {"userName": "x@y.example"}, "constructor": 1}'),
        'invalidValue',
      ],
      ['an address that is none', { userName: 'ada', emails: [{ value: 'x' }] }, 'invalidValue'],
      ['a name with a NUL', { userName: 'a\0@b.example' }, 'invalidValue'],
      ['a name that is too long', { userName: `${'a'.repeat(300)}@b.example` }, 'invalidValue'],
      ['an activity that is none', { userName: 'x@y.example', active: 'perhaps' }, 'invalidValue'],
      [
        'an id of 10,000 letters',
        { userName: 'x@y.example', externalId: 'x'.repeat(10_000) },
        'invalidValue',
      ],
    ]
    it.each(malformed)('%s makes no account', async (_, body, scimType) => {
      const count = async () => (await list('Users', { count: '0' })).get('totalResults')
      const before = await count()
      const answer = await call('POST', '/Users', body)
      expect(answer.status, answer.text).toBe(400)
      expect(answer.get('scimType')).toBe(scimType)
      expect(await count()).toBe(before)
    })

    /** What directories send to change somebody, and what is there afterwards. */
    const changes: readonly [what: string, operations: object[], after: Record<string, unknown>][] =
      [
        [
          'Okta: replace without a path',
          [{ op: 'replace', value: { active: false } }],
          { active: false },
        ],
        [
          'Entra: a word with a capital',
          [{ op: 'Replace', path: 'active', value: 'False' }],
          { active: false },
        ],
        ['the small word', [{ op: 'replace', path: 'active', value: 'false' }], { active: false }],
        [
          'with its schema',
          [{ op: 'replace', path: `${urn.user}:active`, value: false }],
          { active: false },
        ],
        [
          'off and on again',
          [
            { op: 'replace', path: 'active', value: false },
            { op: 'Add', path: 'active', value: 'True' },
          ],
          { active: true },
        ],
        [
          'a new name',
          [{ op: 'Replace', path: 'displayName', value: 'Grace Neu' }],
          { name: 'Grace Neu' },
        ],
        [
          'a part of the name',
          [{ op: 'replace', path: 'name.familyName', value: 'Neu' }],
          { name: 'Ada Neu' },
        ],
        [
          'Entra: all parts at once',
          [
            { op: 'Add', path: 'name.givenName', value: 'Grace' },
            { op: 'Add', path: 'name.familyName', value: 'Neu' },
            { op: 'Add', path: 'title', value: 'Chefin' },
            { op: 'Add', path: `${urn.enterprise}:department`, value: 'IT' },
          ],
          { name: 'Grace Neu' },
        ],
        [
          'Entra: the address by its type',
          [
            {
              op: 'Replace',
              path: 'emails[type eq "work"].value',
              value: 'NEU@berufsbild.example',
            },
          ],
          { email: 'neu@berufsbild.example' },
        ],
        [
          'Okta: many without a path',
          [
            {
              op: 'replace',
              value: { active: true, 'name.givenName': 'Grace', displayName: 'Grace O.' },
            },
          ],
          { name: 'Grace O.', active: true },
        ],
        [
          'what we keep nothing of',
          [{ op: 'add', path: 'phoneNumbers', value: [{ value: '1' }] }],
          { name: 'Ada Beispiel' },
        ],
      ]
    it.each(changes)('are changed by what directories send: %s', async (_, operations, after) => {
      const { id } = await makeUser({ displayName: 'Ada Beispiel' })
      const answer = await patch(`/Users/${id}`, ...operations)
      expect(answer.status, answer.text).toBe(200)
      expect(await accountOf(id)).toMatchObject(after)
      expect(answer.get('active')).toBe((await accountOf(id))?.active)
      await call('DELETE', `/Users/${id}`)
      await product.sql.query('UPDATE users SET email = $2 WHERE id = $1', [id, addressOf()])
    })

    it.each<[what: string, body: unknown]>([
      ['no steps', { schemas: [urn.patch], Operations: [] }],
      ['a step that is none', { Operations: [{ op: 'move', path: 'active', value: true }] }],
      ['no object without a path', { Operations: [{ op: 'replace', value: 'x' }] }],
      ['active as an object', { Operations: [{ op: 'replace', path: 'active', value: {} }] }],
      ['the name taken away', { Operations: [{ op: 'remove', path: 'userName' }] }],
      ['steps as an object', { Operations: { op: 'replace' } }],
      [
        '2,000 steps',
        {
          Operations: Array.from({ length: 2000 }, () => ({
            op: 'add',
            path: 'active',
            value: false,
          })),
        },
      ],
    ])('are not changed by %s', async (_, body) => {
      const { id } = await makeUser()
      const before = await accountOf(id)
      expect((await call('PATCH', `/Users/${id}`, body)).status).toBe(400)
      expect(await accountOf(id)).toEqual(before)
    })

    it('are replaced as a whole, and keep their role', async () => {
      const { id, userName } = await makeUser({ displayName: 'Vorher' })
      await product.call('PATCH', `/users/${id}`, { ...admin, body: { role: 'editor' } })
      const answer = await call('PUT', `/Users/${id}`, {
        schemas: [urn.user],
        id: randomUUID(),
        userName,
        displayName: 'Nachher',
        active: true,
        roles: [{ value: 'admin' }],
        role: 'admin',
      })
      expect(answer.status, answer.text).toBe(200)
      expect(await accountOf(id)).toMatchObject({ name: 'Nachher', role: 'editor' })
    })

    it.each(['GET', 'PUT', 'PATCH', 'DELETE'] as const)(
      'that there are not: %s is a 404',
      async (method) => {
        const bodies = {
          PUT: { userName: addressOf() },
          PATCH: { Operations: [{ op: 'add', path: 'active', value: true }] },
        }
        for (const id of [randomUUID(), 'x', "1' OR '1'='1"]) {
          const body = method === 'PUT' || method === 'PATCH' ? bodies[method] : undefined
          const answer = await call(method, `/Users/${encodeURIComponent(id)}`, body)
          expect(answer.status, answer.text).toBe(404)
        }
      },
    )
  })

  describe('leaving', () => {
    it.each<[what: string, leave: (id: string) => Promise<Answer>]>([
      [
        'active: false',
        (id) => patch(`/Users/${id}`, { op: 'replace', path: 'active', value: 'False' }),
      ],
      ['DELETE', (id) => call('DELETE', `/Users/${id}`)],
      [
        'PUT',
        async (id) => {
          const userName = (await call('GET', `/Users/${id}`)).get('userName')
          return call('PUT', `/Users/${id}`, { userName, active: false })
        },
      ],
    ])('%s ends the account and its sessions at once, on record', async (_, leave) => {
      const { id } = await makeUser()
      const session = await sessionOf(id)
      expect((await product.call('GET', '/users/me', session)).get('user.id')).toBe(id)
      const answer = await leave(id)
      expect([200, 204]).toContain(answer.status)
      expect((await product.call('GET', '/users/me', session)).get('user')).toBeNull()
      expect((await accountOf(id))?.active).toBe(false)
      expect((await eventsOf(id)).at(-1)).toEqual({
        transition: 'deactivate',
        actor: null,
        data: { by: 'SCIM' },
      })
    })

    it('who was switched off is still listed, and comes back with the same account', async () => {
      const { id, userName } = await makeUser()
      await patch(`/Users/${id}`, { op: 'replace', path: 'active', value: false })
      const found = await list('Users', { filter: `userName eq "${userName}"` })
      expect(ids(found)).toEqual([id])
      expect(found.get('Resources.0.active')).toBe(false)
      await patch(`/Users/${id}`, { op: 'replace', path: 'active', value: true })
      expect((await accountOf(id))?.active).toBe(true)
      expect((await eventsOf(id)).at(-1)?.transition).toBe('reactivate')
    })

    it('who was deleted is not, and has the account again when they are made anew, without what they were', async () => {
      const { id, userName } = await makeUser()
      await makeGroup(`Leitung ${id}`, [id])
      await product.call('PATCH', `/users/${id}`, {
        ...admin,
        body: { role: 'editor', allTexts: true },
      })
      expect((await call('DELETE', `/Users/${id}`)).status).toBe(204)
      expect((await call('GET', `/Users/${id}`)).status).toBe(404)
      expect((await call('DELETE', `/Users/${id}`)).status).toBe(404)
      expect(ids(await list('Users', { filter: `userName eq "${userName}"` }))).toEqual([])
      const again = await call('POST', '/Users', { userName })
      expect(again.status, again.text).toBe(201)
      expect(again.get('id')).toBe(id)
      expect(again.get('groups')).toEqual([])
      expect(await accountOf(id)).toMatchObject({ active: true, role: 'author', allTexts: false })
    })

    it('who was deleted comes back without the password, sessions and second factors of before', async () => {
      const { id, userName } = await makeUser()
      await product.payload.update({
        collection: 'users',
        id,
        data: { password },
        overrideAccess: true,
      })
      await product.sql.query(
        `INSERT INTO passkeys (id, person, public_key, counter, transports, name)
         VALUES ($2, $1, 'x', 0, '{}', 'Telefon')`,
        [id, randomUUID()],
      )
      const signIn = () =>
        product.call('POST', '/users/login', { body: { email: userName, password } })
      expect((await signIn()).status).toBe(200)
      await call('DELETE', `/Users/${id}`)
      expect((await call('POST', '/Users', { userName })).status).toBe(201)
      expect((await signIn()).status).toBe(401)
      const { rows } = await product.sql.query('SELECT id FROM passkeys WHERE person = $1', [id])
      expect(rows).toEqual([])
    })

    it.each(['before the directory knew them', 'and the directory deleted them later'])(
      'whom the newsroom let go does not come back by the directory: %s',
      async (when) => {
        const { id, userName } = await makeUser()
        const letGo = await product.call('POST', `/users/${id}/deactivate`, { ...admin, body: {} })
        expect(letGo.status, letGo.text).toBe(200)
        if (when.startsWith('and')) await call('DELETE', `/Users/${id}`)
        else await product.sql.query('DELETE FROM provisioned_users WHERE person = $1', [id])
        const again = await call('POST', '/Users', { userName })
        expect([again.status, again.get('scimType')]).toEqual([409, 'uniqueness'])
        expect(await accountOf(id)).toMatchObject({ active: false })
      },
    )

    it.each<[string, (user: { id: string; userName: string }) => Promise<Answer>]>([
      ['PATCH', ({ id }) => patch(`/Users/${id}`, { op: 'replace', path: 'active', value: true })],
      [
        'PATCH in words',
        ({ id }) => patch(`/Users/${id}`, { op: 'Add', value: { active: 'True' } }),
      ],
      ['PUT', ({ id, userName }) => call('PUT', `/Users/${id}`, { userName, active: true })],
    ])(
      'whom the newsroom let go is not brought back by %s, and the answer says why',
      async (_, again) => {
        const user = await makeUser()
        await product.call('POST', `/users/${user.id}/deactivate`, { ...admin, body: {} })
        const answer = await again(user)
        expect([answer.status, String(answer.get('detail'))]).toEqual([
          403,
          expect.stringContaining('newsroom has deactivated'),
        ])
        expect(answer.get('schemas')).toEqual(['urn:ietf:params:scim:api:messages:2.0:Error'])
        expect(await accountOf(user.id)).toMatchObject({ active: false })
        // Everything else the directory may say of them, and what it says anew when they are back.
        const renamed = await patch(`/Users/${user.id}`, {
          op: 'replace',
          path: 'displayName',
          value: 'Anders Genannt',
        })
        expect([renamed.status, renamed.get('active')]).toEqual([200, false])
        await product.call('POST', `/users/${user.id}/reactivate`, { ...admin, body: {} })
        expect((await again(user)).status).toBe(200)
      },
    )

    it('whom the newsroom let go is not brought back by a group, nor under the same name', async () => {
      const { id, userName } = await makeUser()
      await product.call('POST', `/users/${id}/deactivate`, { ...admin, body: {} })
      const leaders = await makeGroup('CMS Leitung', [id])
      await call('DELETE', `/Groups/${leaders}`)
      const again = await call('POST', '/Users', {
        userName,
        emails: [{ value: addressOf(), primary: true }],
      })
      expect([again.status, again.get('scimType')]).toEqual([409, 'uniqueness'])
      expect(await accountOf(id)).toMatchObject({ active: false })
    })

    it('whom the directory let go itself it may bring back, but not once the newsroom has', async () => {
      const { id } = await makeUser()
      const set = (value: boolean) =>
        patch(`/Users/${id}`, { op: 'replace', path: 'active', value })
      await set(false)
      expect((await set(true)).get('active')).toBe(true)
      await set(false)
      await product.call('POST', `/users/${id}/reactivate`, { ...admin, body: {} })
      await product.call('POST', `/users/${id}/deactivate`, { ...admin, body: {} })
      expect((await set(true)).status).toBe(403)
    })

    it('the last administrator stays', async () => {
      for (const answer of [
        await call('DELETE', `/Users/${admin.id}`),
        await patch(`/Users/${admin.id}`, { op: 'replace', path: 'active', value: false }),
      ]) {
        expect(answer.status).toBe(409)
        expect(String(answer.get('detail'))).toContain('last administrator')
      }
      expect(await accountOf(admin.id)).toMatchObject({ active: true, role: 'admin' })
    })
  })

  describe('groups', () => {
    it('give role and desks by the rules, and take them again, on record', async () => {
      const [one, two] = [await makeUser(), await makeUser()]
      const group = await makeGroup('CMS Redaktion', [one.id])
      expect(await accountOf(one.id)).toMatchObject({
        role: 'editor',
        allTexts: false,
        desks: [desk],
      })
      const path = `/Groups/${group}`
      await patch(path, { op: 'Add', path: 'members', value: [{ value: two.id }] })
      expect(await accountOf(two.id)).toMatchObject({ role: 'editor', desks: [desk] })
      const leaders = await makeGroup('CMS Leitung', [two.id])
      expect(await accountOf(two.id)).toMatchObject({ role: 'editor', allTexts: true })
      await patch(path, { op: 'remove', path: `members[value eq "${one.id}"]` })
      expect(await accountOf(one.id)).toMatchObject({ role: 'author', desks: [] })
      await patch(path, { op: 'Remove', path: 'members', value: [{ value: two.id }] })
      expect(await accountOf(two.id)).toMatchObject({ role: 'editor', allTexts: true, desks: [] })
      expect((await call('DELETE', `/Groups/${leaders}`)).status).toBe(204)
      expect(await accountOf(two.id)).toMatchObject({ role: 'author', allTexts: false })
      const changed = (await eventsOf(two.id)).filter(
        ({ data }) => isRecord(data) && 'before' in data,
      )
      expect(changed).toHaveLength(4)
      for (const { data } of changed) expect(data).toMatchObject({ by: 'SCIM' })
      await call('DELETE', path)
    })

    it('have the members that directories say', async () => {
      const people = [await makeUser(), await makeUser(), await makeUser()].map(({ id }) => id)
      const [a = '', b = '', c = ''] = people
      const group = await makeGroup(`Gruppe ${a}`, [a])
      const path = `/Groups/${group}`
      const members = async () => {
        const listed: unknown = (await call('GET', path)).get('members')
        return (Array.isArray(listed) ? listed : [])
          .map((each: unknown) => (isRecord(each) ? String(each.value) : ''))
          .sort()
      }
      const value = (...of: string[]) => of.map((id) => ({ value: id }))
      await patch(path, { op: 'add', path: 'members', value: value(b, b, a) })
      expect(await members()).toEqual([a, b].sort())
      await patch(path, { op: 'replace', path: 'members', value: value(c) })
      expect(await members()).toEqual([c])
      // Okta: the group's own name and id beside.
      await patch(path, { op: 'replace', value: { id: group, displayName: `Neu ${a}` } })
      expect((await call('GET', path)).get('displayName')).toBe(`Neu ${a}`)
      await patch(path, { op: 'add', value: { members: value(a) } })
      expect(await members()).toEqual([a, c].sort())
      await patch(path, { op: 'remove', path: 'members' })
      expect(await members()).toEqual([])
      await call('PUT', path, { displayName: `Neu ${a}`, members: value(a, b) })
      expect(await members()).toEqual([a, b].sort())
      const ofA = await call('GET', `/Users/${a}`)
      expect(ofA.get('groups.0.value')).toBe(group)
      const without = await call('GET', `${path}?excludedAttributes=members`)
      expect(without.body).not.toHaveProperty('members')
      expect(without.get('displayName')).toBe(`Neu ${a}`)
    })

    it.each<[what: string, operation: object]>([
      [
        'somebody whom there is not',
        { op: 'add', path: 'members', value: [{ value: randomUUID() }] },
      ],
      ['an id that is none', { op: 'add', path: 'members', value: [{ value: 'x' }] }],
      ['members that are words', { op: 'add', path: 'members', value: ['x'] }],
      ['a name that is none', { op: 'replace', path: 'displayName', value: '' }],
      ['the name taken away', { op: 'remove', path: 'displayName' }],
    ])('are not changed by %s', async (_, operation) => {
      const { id } = await makeUser()
      const group = await makeGroup(`Gruppe ${randomUUID()}`, [id])
      const before = await call('GET', `/Groups/${group}`)
      const answer = await patch(`/Groups/${group}`, { op: 'remove', path: 'members' }, operation)
      expect(answer.status, answer.text).toBe(400)
      expect((await call('GET', `/Groups/${group}`)).body).toEqual(before.body)
    })

    it('have the members of a PUT, however these are called', async () => {
      const { id } = await makeUser()
      const displayName = `Gruppe ${randomUUID()}`
      const path = `/Groups/${await makeGroup(displayName, [id])}`
      const answer = await call('PUT', path, { DISPLAYNAME: displayName, Members: [{ value: id }] })
      expect([answer.status, answer.get('members.0.value')], answer.text).toEqual([200, id])
    })

    it('take thousands of members, soon', async () => {
      const { id } = await makeUser()
      const people = Array.from({ length: 4000 }, () => ({ value: id }))
      const before = performance.now()
      const path = `/Groups/${await makeGroup(`Gruppe ${randomUUID()}`, [id])}`
      const answer = await patch(path, { op: 'add', path: 'members', value: people })
      expect(answer.status, answer.text).toBe(200)
      const unknown = Array.from({ length: 4000 }, () => ({ value: randomUUID() }))
      const refused = await patch(path, { op: 'add', path: 'members', value: [...unknown] })
      expect(refused.status).toBe(400)
      expect(performance.now() - before).toBeLessThan(allowed(3000))
    })

    it('wait for whoever ends an account of theirs, who does not wait for them', async () => {
      const people = [await makeUser(), await makeUser()].map(({ id }) => id).sort()
      const group = await makeGroup('CMS Verwaltung', people)
      const other = await product.connect()
      // As somebody does who ends an account: it is locked, and then the lock on the last administrator.
      await other.query('BEGIN')
      await other.query('SELECT id FROM users WHERE id = $1 FOR NO KEY UPDATE', [people[1]])
      const gone = call('DELETE', `/Groups/${group}`)
      await vi.waitFor(
        async () => {
          const { rows } = await product.sql.query(
            `SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
          )
          expect(rows).toHaveLength(1)
        },
        { timeout: allowed(5000) },
      )
      await other.query("SELECT pg_advisory_xact_lock(hashtext('accounts.lastAdmin'))")
      await other.query('COMMIT')
      await other.end()
      expect((await gone).status).toBe(204)
      expect(await Promise.all(people.map(accountOf))).toMatchObject([
        { role: 'author' },
        { role: 'author' },
      ])
    })

    it('are one of a name', async () => {
      const displayName = `Gruppe ${randomUUID()}`
      await makeGroup(displayName)
      const answer = await call('POST', '/Groups', { displayName })
      expect([answer.status, answer.get('scimType')]).toEqual([409, 'uniqueness'])
    })

    it('take nothing from the last administrator', async () => {
      const group = await makeGroup('CMS Verwaltung', [admin.id])
      const path = `/Groups/${group}`
      const one = `members[value eq "${admin.id}"]`
      for (const answer of [
        await patch(path, { op: 'remove', path: 'members' }),
        await patch(path, { op: 'remove', path: one }),
        await patch(path, { op: 'replace', path: 'members', value: [] }),
        await patch(path, { op: 'replace', path: 'displayName', value: 'Verwaltung von gestern' }),
        await patch(path, { op: 'replace', value: { displayName: 'CMS Redaktion' } }),
        await call('PUT', path, { displayName: 'CMS Verwaltung' }),
        await call('DELETE', path),
      ]) {
        expect(answer.status, answer.text).toBe(409)
      }
      expect((await accountOf(admin.id))?.role).toBe('admin')
      expect((await call('GET', `/Groups/${group}`)).get('members.0.value')).toBe(admin.id)
      const other = await makeUser()
      await patch(`/Groups/${group}`, { op: 'add', path: 'members', value: [{ value: other.id }] })
      expect((await accountOf(other.id))?.role).toBe('admin')
    })
  })

  describe('lists', () => {
    it('find by what directories ask for', async () => {
      const { id, userName } = await makeUser({ externalId: 'Find-Me', displayName: 'Zora Findig' })
      const group = await makeGroup(`Suche ${id}`, [id])
      const filters: readonly [filter: string, found: boolean][] = [
        [`userName eq "${userName}"`, true],
        [`USERNAME Eq "${userName.toUpperCase()}"`, true],
        [`${urn.user}:userName eq "${userName}"`, true],
        ['externalId eq "Find-Me"', true],
        ['externalId eq "find-me"', false],
        [`id eq "${id}"`, true],
        [`emails.value eq "${userName}"`, true],
        [`emails[type eq "work" and value eq "${userName}"]`, true],
        [`emails[type eq "home" and value eq "${userName}"]`, false],
        ['displayName co "a find"', true],
        ['displayName sw "zora"', true],
        ['displayName ew "findig"', true],
        ['displayName co "%"', false],
        ['displayName ne "Zora Findig"', false],
        [`userName eq "${userName}" and active eq true`, true],
        [`userName eq "${userName}" and not (active eq true)`, false],
        [`userName eq "nobody" or externalId eq "Find-Me"`, true],
        [`externalId pr and id eq "${id}"`, true],
        [`externalId eq null and id eq "${id}"`, false],
        [`meta.lastModified gt "2020-01-01T00:00:00Z" and id eq "${id}"`, true],
        [`meta.lastModified lt "2020-01-01T00:00:00Z" and id eq "${id}"`, false],
        [`userName eq "x' OR '1'='1"`, false],
      ]
      for (const [filter, isFound] of filters) {
        const answer = await list('Users', { filter })
        expect(answer.status, `${filter}: ${answer.text}`).toBe(200)
        expect(ids(answer).includes(id), filter).toBe(isFound)
      }
      const byMember = `id eq "${group}" and members eq "${id}"`
      expect(ids(await list('Groups', { filter: byMember }))).toEqual([group])
      const byOther = `id eq "${group}" and members.value eq "${admin.id}"`
      expect(ids(await list('Groups', { filter: byOther }))).toEqual([])
      const byName = await list('Groups', { filter: `displayName eq "suche ${id}"` })
      expect(ids(byName)).toEqual([group])
    })

    it.each([
      'password pr',
      'hash sw "a"',
      'role eq "admin"',
      'userName',
      'userName eq',
      'userName is "x"',
      'userName eq "x',
      'userName eq "x" userName eq "y"',
      'userName eq 1',
      'active eq "true"',
      'active gt true',
      'meta.created gt "yesterday"',
      'meta.created gt "+275760-01-01T00:00:00Z"',
      'meta.created gt "-000100-01-01T00:00:00Z"',
      'meta.created gt "0000-01-01T00:00:00Z"',
      '__proto__ eq "x"',
      'emails[constructor eq "x"]',
      'constructor eq "x"',
      '(((((userName eq "x"',
      '('.repeat(5000),
      `userName eq "${'x'.repeat(2000)}"`,
      // Thirty line breaks within quotes that do not close.
      `userName eq "${'\n'.repeat(30)}`,
    ])('refuse what is no filter, soon: %#', async (filter) => {
      const before = performance.now()
      const answer = await list('Users', { filter })
      expect(answer.status, answer.text).toBe(400)
      expect(answer.get('scimType')).toBe('invalidFilter')
      expect(performance.now() - before).toBeLessThan(allowed(5000))
    })

    it('come page by page, each entry once', async () => {
      const all = Number((await list('Users', { count: '0' })).get('totalResults'))
      const seen: string[] = []
      for (let startIndex = 1; startIndex <= all; startIndex += 7) {
        const answer = await list('Users', { startIndex: String(startIndex), count: '7' })
        expect(answer.get('startIndex')).toBe(startIndex)
        expect(answer.get('totalResults')).toBe(all)
        seen.push(...ids(answer))
      }
      expect(seen).toHaveLength(all)
      expect(new Set(seen).size).toBe(all)
    })

    it.each(['-5', '0', 'x', '1e30', '', '9'.repeat(400)])(
      'take any number: %s',
      async (number) => {
        const answer = await list('Users', { startIndex: number, count: number })
        expect(answer.status, answer.text).toBe(200)
        expect(ids(answer).length).toBeLessThanOrEqual(200)
      },
    )
  })

  it('knows who was there before, and takes them over when it writes them', async () => {
    const email = addressOf()
    const { id } = await product.payload.create({
      collection: 'users',
      data: { name: 'Schon da', email, password, role: 'editor' },
      overrideAccess: true,
      context: bootstrapContext,
    })
    expect(ids(await list('Users', { filter: `userName eq "${email}"` }))).toEqual([id])
    await patch(`/Users/${id}`, { op: 'add', path: 'externalId', value: 'taken-over' })
    const found = await list('Users', { filter: 'externalId eq "taken-over"' })
    expect(ids(found)).toEqual([id])
    expect((await accountOf(id))?.role).toBe('editor')
  })
})
