import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootstrapContext } from '#access/bootstrap.ts'
import { startProduct, type Product } from '#support/product.ts'
import { allowed } from '#support/slowness.ts'

/** Takes all its rounds, unlike the one that other tests sign in with. */
const password = 'ein Passwort mit allen Runden'

describe('two hundred sign-ins at once', () => {
  let product: Product
  let email: string

  beforeAll(async () => {
    product = await startProduct()
    email = `${randomUUID()}@berufsbild.example`
    await product.payload.create({
      collection: 'users',
      data: { name: 'Vera Viele', email, password, role: 'editor' },
      overrideAccess: true,
      context: bootstrapContext,
    })
  })
  afterAll(() => product.close())

  const signIn = async (by: string, account = email) => {
    const begin = performance.now()
    const response = await product.respond('POST', '/users/login', {
      body: { email: account, password: by },
    })
    const text = await response.text()
    const retryAfter = response.headers.get('retry-after')
    return { status: response.status, text, retryAfter, took: performance.now() - begin }
  }

  it('are let in or asked to come again, soon, and leave the rest of the product its time', async () => {
    // On a quiet machine a quarter of a second.
    const alone = (await signIn(password)).took
    let isOver = false
    const watched = (async () => {
      const times: number[] = []
      while (!isOver) {
        const begin = performance.now()
        expect((await product.call('GET', '/healthz')).status).toBe(200)
        times.push(performance.now() - begin)
        await wait(100)
      }
      return times
    })()
    const answers = await Promise.all(Array.from({ length: 200 }, () => signIn(password)))
    isOver = true
    const times = await watched
    const slowest = Math.max(...answers.map(({ took }) => took))
    const statuses = new Set(answers.map(({ status }) => status))
    expect([...statuses].every((status) => [200, 503].includes(status))).toBe(true)
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(4)
    for (const { status, text, retryAfter } of answers) {
      if (status !== 503) continue
      expect([text.includes('"code":"overloaded"'), retryAfter]).toEqual([true, '2'])
    }
    expect(slowest).toBeLessThan(17_000 + 10 * alone)
    expect(Math.max(...times)).toBeLessThan(Math.max(allowed(1000), 2 * alone))
    // The flood is over, and so is what it did.
    expect((await signIn(password)).status).toBe(200)
  }, 120_000)
})
