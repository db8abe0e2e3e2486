import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startProduct, type Product } from '#support/product.ts'

describe('the first queries of GraphQL after a start', () => {
  let product: Product
  beforeAll(async () => {
    product = await startProduct()
  })
  afterAll(() => product.close())

  it('build its schema once, however many come at the same moment', async () => {
    const { graphQL } = product.payload.config
    const { queries } = graphQL
    let built = 0
    graphQL.queries = (...given) => {
      built += 1
      return queries?.(...given) ?? {}
    }
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => product.graphql('{ __typename }')),
    )
    expect(answers.map((answer) => answer.get('data.__typename'))).toEqual(
      answers.map(() => 'Query'),
    )
    expect(built).toBe(1)
  })
})
