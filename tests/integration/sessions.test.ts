import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootstrapContext } from '#access/bootstrap.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { password } from '#support/quick-passwords.ts'

// Payload reads the list of an account's sessions, changes its copy and writes it back: of several that do so
// at once, each must keep what the others have done.

describe('sessions that begin and end at the same moment', () => {
  let product: Product
  let admin: SignedIn

  beforeAll(async () => {
    product = await startProduct()
    admin = await product.signIn('admin')
  })
  afterAll(() => product.close())

  const makeAccount = async () => {
    const email = `${randomUUID()}@berufsbild.example`
    const { id } = await product.payload.create({
      collection: 'users',
      data: { name: 'Viele Geräte', email, password, role: 'editor' },
      overrideAccess: true,
      context: bootstrapContext,
    })
    return { id, email }
  }
  const signIn = async (email: string) => {
    const answer = await product.call('POST', '/users/login', { body: { email, password } })
    expect(answer.status, answer.text).toBe(200)
    return { authorization: `JWT ${String(answer.get('token'))}` }
  }
  const several = (count: number, email: string) =>
    Promise.all(Array.from({ length: count }, () => signIn(email)))
  const isLive = async (token: { authorization: string }) =>
    (await product.call('GET', '/users/me', token)).get('user.id') !== undefined
  const living = async (tokens: { authorization: string }[]) => {
    const answers = await Promise.all(tokens.map(isLive))
    return answers.filter(Boolean).length
  }
  const logout = (token: { authorization: string }, all = false) =>
    product.call('POST', `/users/logout${all ? '?allSessions=true' : ''}`, token)

  it('eight sign-ins are eight sessions, and signing out of one leaves seven', async () => {
    const { email } = await makeAccount()
    const tokens = await several(8, email)
    expect(await living(tokens)).toBe(8)
    const [first = admin, ...others] = tokens
    expect((await logout(first)).status).toBe(200)
    expect(await isLive(first)).toBe(false)
    expect(await living(others)).toBe(7)
  })

  it('four that end while four begin leave the four that began', async () => {
    const { email } = await makeAccount()
    const old = await several(4, email)
    const [begun] = await Promise.all([several(4, email), ...old.map((token) => logout(token))])
    expect(await living(old)).toBe(0)
    expect(await living(begun)).toBe(4)
  })

  it('a token that is renewed keeps those that begin meanwhile, and lives longer', async () => {
    const { id, email } = await makeAccount()
    const [old = admin] = await several(1, email)
    const endOf = async () => {
      const { rows } = await product.sql.query<{ end: Date }>(
        'SELECT min(expires_at) AS end FROM users_sessions WHERE _parent_id = $1',
        [id],
      )
      return rows[0]?.end.getTime() ?? 0
    }
    const before = await endOf()
    const [renewed, begun] = await Promise.all([
      product.call('POST', '/users/refresh-token', old),
      several(4, email),
    ])
    expect(renewed.status, renewed.text).toBe(200)
    expect(await living([old, ...begun])).toBe(5)
    expect(await endOf()).toBeGreaterThan(before)
  })

  it('an account that is changed keeps those that begin meanwhile', async () => {
    const { id, email } = await makeAccount()
    const change = (name: string) =>
      product.call('PATCH', `/users/${id}`, { ...admin, body: { name } })
    const [tokens] = await Promise.all([several(4, email), change('A'), change('B'), change('C')])
    expect(await living(tokens)).toBe(4)
  })

  it('and who signs in meanwhile does not undo the change', async () => {
    const { id, email } = await makeAccount()
    for (let round = 0; round < 5; round += 1) {
      const role = round % 2 === 0 ? 'author' : 'editor'
      await Promise.all([
        several(4, email),
        product.call('PATCH', `/users/${id}`, { ...admin, body: { role } }),
      ])
      const { rows } = await product.sql.query('SELECT role FROM users WHERE id = $1', [id])
      expect(rows[0]).toEqual({ role })
    }
  })

  type Change = (token: { authorization: string }, id: string) => Promise<unknown>
  const changes: readonly [what: string, change: Change][] = [
    ['ends', (token) => logout(token)],
    ['is renewed', (token) => product.call('POST', '/users/refresh-token', token)],
    [
      'sees a change of the account',
      (_, id) => product.call('PATCH', `/users/${id}`, { ...admin, body: { name: 'Neu' } }),
    ],
  ]
  it.each(changes)('one that %s keeps another that is not committed yet', async (_, change) => {
    const { id, email } = await makeAccount()
    const token = await signIn(email)
    const another = randomUUID()
    const other = await product.connect()
    await other.query('BEGIN')
    await other.query('SELECT FROM users WHERE id = $1 FOR NO KEY UPDATE', [id])
    await other.query(
      `INSERT INTO users_sessions (_order, _parent_id, id, created_at, expires_at)
       VALUES (99, $1, $2, now(), now() + interval '1 h')`,
      [id, another],
    )
    const done = change(token, id)
    await new Promise((resolve) => setTimeout(resolve, 500))
    await other.query('COMMIT')
    await other.end()
    await done
    const { rows } = await product.sql.query(
      `SELECT FROM users_sessions WHERE _parent_id = $1 AND id = $2`,
      [id, another],
    )
    expect(rows).toHaveLength(1)
  })

  it('a new password ends all that there were', async () => {
    const { email } = await makeAccount()
    const tokens = await several(3, email)
    const token = await product.payload.forgotPassword({
      collection: 'users',
      data: { email },
      disableEmail: true,
    })
    const reset = await product.call('POST', '/users/reset-password', {
      body: { token, password: 'ein anderes Passwort' },
    })
    expect(reset.status, reset.text).toBe(200)
    expect(await living(tokens)).toBe(0)
    expect(await isLive({ authorization: `JWT ${String(reset.get('token'))}` })).toBe(true)
  })

  it('signing out everywhere ends all of them', async () => {
    const { email } = await makeAccount()
    const tokens = await several(3, email)
    await logout(tokens[0] ?? admin, true)
    expect(await living(tokens)).toBe(0)
  })

  it('whoever leaves while signing in has left', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, email } = await makeAccount()
      const body = { email, password }
      const [left, ...answers] = await Promise.all([
        product.call('POST', `/users/${id}/deactivate`, { ...admin, body: {} }),
        product.call('POST', '/users/login', { body }),
        product.call('POST', '/users/login', { body }),
      ])
      expect(left.status, left.text).toBe(200)
      for (const answer of answers) expect([200, 401]).toContain(answer.status)
      const { rows } = await product.sql.query(
        `SELECT deactivated_at IS NOT NULL AS gone,
                (SELECT count(*)::int FROM users_sessions WHERE _parent_id = users.id) AS sessions
         FROM users WHERE id = $1`,
        [id],
      )
      expect(rows[0]).toEqual({ gone: true, sessions: 0 })
    }
  })
})
