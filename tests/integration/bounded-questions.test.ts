import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCircles, type Circles } from '#support/circles.ts'
import { allowed } from '#support/slowness.ts'

describe('a question that is sent as a body', () => {
  let product: Circles['product']
  let editor: Circles['editor']
  let site: Circles['site']

  beforeAll(async () => {
    ;({ product, editor, site } = await startCircles())
  })
  afterAll(() => product.close())

  const url = 'application/x-www-form-urlencoded'
  const ask = (address: string, body: string, who: object) =>
    product.call('POST', address, {
      ...who,
      body: new TextEncoder().encode(body),
      headers: { 'Content-Type': url, 'X-Payload-HTTP-Method-Override': 'GET' },
    })
  const ids = (count: number) =>
    Array.from(
      { length: count },
      (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    )

  it('takes no more than 128 kB, wherever it is sent, and whoever asks', async () => {
    for (const address of ['/media', '/regional-sections', '/graphql', '/import/portraits']) {
      for (const who of [{}, editor, site]) {
        const answer = await ask(address, `sort=${'id,'.repeat(43_000)}`, who)
        expect([address, answer.status]).toEqual([address, 413])
      }
    }
  })

  it.each([
    ['sort', `sort=${'id,'.repeat(40_000)}`],
    ['sort', `sort=${'-id,'.repeat(11)}`],
    ['sort', 'sort[]=id&'.repeat(11)],
    ['where', `where[id][in]=${ids(2001).join(',')}`],
    [
      'where',
      `where[or][0][id][in]=${ids(1500).join(',')}&where[or][1][id][in]=${ids(600).join(',')}`,
    ],
  ])('takes no end of it neither, in a second: %s %#', async (field, body) => {
    for (const [address, who] of [
      ['/media', {}],
      ['/regions', editor],
      ['/regions', site],
    ] as const) {
      const before = performance.now()
      const answer = await ask(address, body, who)
      expect([answer.status, answer.get('errors.0.data.details.0.path')], answer.text).toEqual([
        400,
        field,
      ])
      expect(performance.now() - before).toBeLessThan(allowed(1000))
    }
  })

  it.each([
    ids(1900).map((id) => `where[id][in][]=${id}`),
    ids(1900).map((id, n) => `where[id][in][${String(n)}]=${id}`),
    ids(1900).map((id) => `a[${id}]=1`),
  ])('reads what is many parameters in a second: %#', async (...parameters) => {
    for (const who of [editor, site]) {
      const before = performance.now()
      const answer = await ask('/regions', parameters.join('&'), who)
      expect(answer.status, answer.text.slice(0, 300)).toBe(200)
      expect(performance.now() - before).toBeLessThan(allowed(1000))
    }
  })

  it('takes what screens ask for', async () => {
    const answer = await ask(
      '/regions',
      `where[id][in]=${ids(500).join(',')}&sort=-name,id`,
      editor,
    )
    expect(answer.status, answer.text).toBe(200)
  })

  it('refuses lists of values over GraphQL, too', async () => {
    for (const who of [{}, editor, site]) {
      const answer = await product.graphql(
        'query ($ids: [String]) { allMedia(where: { filename: { in: $ids } }) { totalDocs } }',
        { ...who, variables: { ids: ids(2001) } },
      )
      expect(answer.get('errors.0.message')).toContain('at most 2,000 values')
    }
  })
})
