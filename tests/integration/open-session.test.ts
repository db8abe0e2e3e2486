import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootstrapContext } from '#access/bootstrap.ts'
import { openSession } from '#accounts/open-session.ts'
import { isRecord } from '#model/documents.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { password } from '#support/quick-passwords.ts'

describe('a session without the local password', () => {
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
      data: { name: 'Ada Beispiel', email, password, role: 'editor' },
      overrideAccess: true,
      context: bootstrapContext,
    })
    return { id, email }
  }
  const open = async (id: string) =>
    openSession(await product.localRequest(), { id, method: 'oidc' })
  const sessionsOf = async (id: string) => {
    const { rows } = await product.sql.query<{ id: string }>(
      'SELECT id FROM users_sessions WHERE _parent_id = $1',
      [id],
    )
    return rows.map((row) => row.id)
  }
  const loginsOf = async (id: string) => {
    const { rows } = await product.sql.query<{ actor: string; data: unknown }>(
      `SELECT actor, data FROM workflow_events WHERE document = $1 AND transition = 'login' ORDER BY sequence`,
      [id],
    )
    return rows
  }

  it('signs in by its token and by its cookie, and is on record with its method', async () => {
    const { id } = await makeAccount()
    const session = await open(id)
    expect(await sessionsOf(id)).toEqual([session.id])
    const byToken = await product.call('GET', '/users/me', {
      authorization: `JWT ${session.token}`,
    })
    expect(byToken.get('user.id')).toBe(id)
    expect(byToken.get('user.role')).toBe('editor')
    const [cookie = ''] = session.cookie.split(';')
    const byCookie = await product.call('GET', '/users/me', { headers: { cookie } })
    expect(byCookie.get('user.id')).toBe(id)
    expect(session.cookie).toContain('HttpOnly')
    expect(session.exp * 1000).toBeGreaterThan(Date.now() + 7 * 3_600_000)
    expect(await loginsOf(id)).toEqual([{ actor: id, data: { method: 'oidc' } }])
  })

  it('is like that of a password, whose method is on record as well', async () => {
    const { id, email } = await makeAccount()
    const answer = await product.call('POST', '/users/login', { body: { email, password } })
    const session = await open(id)
    const claims = (token: unknown): Record<string, unknown> => {
      const part = Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString()
      const parsed: unknown = JSON.parse(part)
      return isRecord(parsed) ? parsed : {}
    }
    const own = { sid: expect.any(String) as unknown, iat: expect.any(Number) as unknown }
    expect(claims(session.token)).toEqual({
      ...claims(answer.get('token')),
      ...own,
      exp: session.exp,
    })
    expect(await loginsOf(id)).toEqual([
      { actor: id, data: { method: 'password' } },
      { actor: id, data: { method: 'oidc' } },
    ])
    expect(await sessionsOf(id)).toHaveLength(2)
  })

  it('ends with the account, and is none for whoever has left', async () => {
    const { id } = await makeAccount()
    const session = await open(id)
    await product.call('POST', `/users/${id}/deactivate`, { ...admin, body: {} })
    const after = await product.call('GET', '/users/me', { authorization: `JWT ${session.token}` })
    expect(after.get('user')).toBeNull()
    await expect(open(id)).rejects.toMatchObject({ name: 'AuthenticationError', status: 401 })
    expect(await sessionsOf(id)).toEqual([])
    expect(await loginsOf(id)).toHaveLength(1)
  })

  it('is none where there is no account', async () => {
    await expect(open(randomUUID())).rejects.toMatchObject({ name: 'AuthenticationError' })
    await expect(open('no id')).rejects.toMatchObject({ name: 'AuthenticationError' })
  })
})
