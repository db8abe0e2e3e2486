import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startProduct, type Product } from '#support/product.ts'

describe('an installation without any account', () => {
  let product: Product
  beforeAll(async () => {
    product = await startProduct()
  })
  afterAll(() => product.close())

  const stranger = {
    email: 'x@berufsbild.example',
    password: 'long enough',
    name: 'X',
    role: 'admin',
  }

  it('gives none to the first who comes by', async () => {
    for (const path of ['/users/first-register', '/users']) {
      const answer = await product.call('POST', path, { body: stranger })
      expect(answer.status, path).toBe(403)
    }
    const mutation = `mutation { createUser(data: { email: "x@berufsbild.example", password: "long enough", name: "X", role: admin }) { id } }`
    await product.graphql(mutation)
    const { totalDocs } = await product.payload.count({ collection: 'users', overrideAccess: true })
    expect(totalDocs).toBe(0)
  })
})
