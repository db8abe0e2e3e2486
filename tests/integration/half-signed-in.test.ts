import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isRecord } from '#model/documents.ts'
import { queriesOf } from '#support/contract/asked.ts'
import { classifiedEndpoints } from '#support/contract/doors.ts'
import { schemaOf } from '#support/contract/registered.ts'
import { isMethod } from '#support/http.ts'
import { startProduct, type Product } from '#support/product.ts'
import { isSomebody, makeAccount, setUpApp, signInBy } from '#support/sign-in.ts'

const missing = '00000000-0000-4000-8000-000000000000'
const callers = [
  'nobody',
  'a second factor owed',
  'a session that has ended',
  'a key',
  'somebody',
] as const
type Caller = (typeof callers)[number]

describe('whoever calls, signed in wholly or not', () => {
  let product: Product
  const authorization = new Map<Caller, string>()

  beforeAll(async () => {
    product = await startProduct()
    authorization.set('a key', (await product.makeSite()).authorization)
    const gone = await makeAccount(product, 'admin')
    const ended = await signInBy(product, gone.email)
    await product.sql.query('DELETE FROM users_sessions WHERE _parent_id = $1', [gone.id])
    authorization.set('a session that has ended', ended.authorization)
    const { email } = await makeAccount(product, 'admin')
    await setUpApp(product, await signInBy(product, email))
    const pending = await signInBy(product, email)
    expect(await isSomebody(product, pending)).toBe(false)
    authorization.set('a second factor owed', pending.authorization)
  })
  beforeEach(async () => {
    authorization.set('somebody', (await product.signIn('editor')).authorization)
  })
  afterAll(() => product.close())

  const by = (caller: Caller) => ({ authorization: authorization.get(caller) })
  const faultsIn = (errors: unknown) => {
    const listed: unknown[] = Array.isArray(errors) ? errors : []
    return listed.filter(
      (error) =>
        !isRecord(error) ||
        !isRecord(error.extensions) ||
        Number(error.extensions.statusCode) >= 500,
    )
  }
  /** Whoever signs out is nobody afterwards. */
  const signsOut = ({ name }: { name: string }) => name.includes('logout')

  it.each(callers)('is answered by every query and mutation: %s', async (caller) => {
    const queries = queriesOf(await schemaOf(product), missing)
    expect(queries.length).toBeGreaterThan(100)
    const failed: unknown[] = []
    for (const { name, query } of queries.filter((each) => !signsOut(each))) {
      const answer = await product.graphql(query, by(caller))
      // What the schema does not take reaches nobody.
      const isTaken = answer.status === 200 && answer.text.startsWith('{"data"')
      if (!isTaken && !answer.text.includes('"path"'))
        failed.push({ name, text: answer.text, query })
      const faults = faultsIn(answer.get('errors'))
      if (answer.status >= 500 || faults.length > 0) failed.push({ name, faults, query })
    }
    expect(failed).toEqual([])
  })

  it.each(callers)('is answered by every endpoint: %s', async (caller) => {
    const failed: unknown[] = []
    for (const { name } of classifiedEndpoints().filter((each) => !signsOut(each))) {
      const [method = '', path = ''] = name.split(' ')
      if (!isMethod(method)) throw new Error(`There is no way to knock with ${method}.`)
      const answer = await product.respond(method, path.replaceAll(/:\w+\??/g, missing), {
        ...by(caller),
        ...(method === 'POST' || method === 'PATCH' ? { body: {} } : {}),
      })
      if (answer.status >= 500) failed.push({ name, text: await answer.text() })
    }
    expect(failed).toEqual([])
  })

  it('is told what they may', async () => {
    const asked = `{ Access { canAccessAdmin users { read { permission } delete { permission } } }
      docAccessWorkflowSetting { read { permission } update { permission } } }`
    expect((await product.graphql(asked, by('somebody'))).get('data')).toEqual({
      Access: { canAccessAdmin: true, users: { read: { permission: true }, delete: null } },
      docAccessWorkflowSetting: { read: { permission: true }, update: null },
    })
  })

  it('is told alike what nobody may, with a second factor owed or not', async () => {
    const asked =
      '{ Access { canAccessAdmin users { fields { name { read { permission } } } } } meUser { user { id } } }'
    const nobody = await product.graphql(asked)
    expect(nobody.get('data.Access.canAccessAdmin')).toBe(false)
    expect((await product.graphql(asked, by('a second factor owed'))).text).toBe(nobody.text)
  })
})
