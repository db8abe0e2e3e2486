import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startProduct, type Product } from '#support/product.ts'
import { password as current } from '#support/quick-passwords.ts'

describe('a password', () => {
  let product: Product
  beforeAll(async () => {
    product = await startProduct()
  })
  afterAll(() => product.close())

  it('has ten characters at least, however it comes', async () => {
    const admin = await product.signIn('admin')
    const author = await product.signIn('author')
    const person = { email: 'kurz@berufsbild.example', name: 'Kurz', role: 'author' }
    for (const password of ['kurz', 'neunneun9', 1234567890, '']) {
      const made = await product.call('POST', '/users', { ...admin, body: { ...person, password } })
      const own = await product.call('POST', '/account/password', {
        ...author,
        body: { current, password },
      })
      const reset = await product.call('POST', '/users/reset-password', {
        body: { token: 'x', password },
      })
      for (const answer of [made, own, reset]) {
        expect(answer.status, answer.text).toBe(400)
        expect(answer.text).toContain('"path":"password"')
      }
    }
    const change = { ...author, body: { current, password: 'zehn Zeichen' } }
    expect((await product.call('POST', '/account/password', change)).status).toBe(200)
  })

  it('is asked for in a form that can be read', async () => {
    for (const body of [
      null,
      'x',
      {},
      { email: {}, password: 5 },
      { email: 'a', password: null },
    ]) {
      const answer = await product.call('POST', '/users/login', { body })
      expect(answer.status, `${JSON.stringify(body)} ${answer.text}`).toBeLessThan(500)
    }
  })
})
