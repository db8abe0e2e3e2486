import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callers, type Caller } from '#access/table.ts'
import { classifiedEndpoints, classifiedGraphQL } from '#support/contract/doors.ts'
import { listEndpoints, listGraphQL } from '#support/contract/registered.ts'
import { isMethod } from '#support/http.ts'
import { startProduct, type Product } from '#support/product.ts'

const missing = '00000000-0000-4000-8000-000000000000'

describe('the doors of the product', () => {
  let product: Product
  const authorization = new Map<Caller, string | undefined>()

  beforeAll(async () => {
    product = await startProduct()
    authorization.set('site', (await product.makeSite()).authorization)
    for (const role of ['author', 'editor', 'admin'] as const) {
      authorization.set(role, (await product.signIn(role)).authorization)
    }
  })
  afterAll(() => product.close())

  const names = (doors: readonly { name: string }[]) => doors.map(({ name }) => name).sort()

  it('are endpoints that somebody has classified, and no others', () => {
    const registered = listEndpoints(product.payload.config)
    expect(registered.length).toBeGreaterThan(200)
    expect(registered.sort()).toEqual(names(classifiedEndpoints()))
  })

  it('are queries and mutations that somebody has classified, and no others', async () => {
    const registered = await listGraphQL(product)
    expect(registered.length).toBeGreaterThan(100)
    expect(registered.sort()).toEqual(names(classifiedGraphQL()))
  })

  it.each(callers)('are closed to %s where they are for others', async (caller) => {
    const answers = await knockWhereClosed(caller)
    expect(answers.length).toBeGreaterThan(20)
    expect(answers.filter(({ status }) => status < 400)).toEqual([])
  })

  it('are closed by an answer, not by a fault', async () => {
    const answers = await knockWhereClosed('anonymous')
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
  })

  /** Knocks as somebody at every door that is not for them. */
  async function knockWhereClosed(caller: Caller): Promise<{ name: string; status: number }[]> {
    const answers: { name: string; status: number }[] = []
    for (const { name, who } of classifiedEndpoints()) {
      if (who.includes(caller)) continue
      const [method = '', path = ''] = name.split(' ')
      if (!isMethod(method)) throw new Error(`There is no way to knock with ${method}.`)
      const { status } = await product.call(method, path.replaceAll(/:\w+\??/g, missing), {
        authorization: authorization.get(caller),
        ...(method === 'POST' || method === 'PATCH' ? { body: {} } : {}),
      })
      answers.push({ name, status })
    }
    return answers
  }
})
