import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCircles, timed, type Circles } from '#support/circles.ts'
import { allowed } from '#support/slowness.ts'

describe('a query of entries that name each other', () => {
  let circles: Circles

  beforeAll(async () => {
    circles = await startCircles()
  })
  afterAll(() => circles.product.close())

  const ask = (query: string, who: { authorization?: string } = circles.editor) =>
    timed(() => circles.product.graphql(query, who))
  const within = (times: number, inside: string) =>
    `${'neighbours { id name '.repeat(times)}${inside}${' }'.repeat(times)}`
  const many = Array.from(
    { length: 60 },
    (_, n) => `a${String(n)}: RegionalSections(limit: 10) { docs { id headline } }`,
  ).join(' ')

  it.each([
    ['lists within lists', `{ Regions(limit: 100) { docs { id ${within(12, 'id')} } } }`],
    ['many lists', `{ ${many} }`],
    [
      'fragments in a circle',
      '{ Region(id: "x") { ...A } } fragment A on Region { id ...B } fragment B on Region { id ...A }',
    ],
  ])('refuses %s before it begins, whoever asks', async (_, query) => {
    for (const who of [circles.editor, circles.site, {}]) {
      const answer = await ask(query, who)
      expect([answer.status, answer.get('error.code')], answer.text).toEqual([
        400,
        'query_too_complex',
      ])
      expect(answer.get('errors.0.extensions.code')).toBe('query_too_complex')
      expect(answer.took).toBeLessThan(allowed(1000))
    }
  })

  it.each([
    ['a page of neighbours', `{ Regions(limit: 300) { docs { id ${within(1, 'slug')} } } }`],
    ['neighbours of neighbours', `{ Regions(limit: 60) { docs { ${within(2, '')} } } }`],
  ])('answers in three seconds: %s', async (_, query) => {
    const answer = await ask(query)
    expect([answer.status, answer.get('errors')], answer.text.slice(0, 300)).toEqual([
      200,
      undefined,
    ])
    expect(answer.took).toBeLessThan(allowed(3000))
  })

  it('ends where lists are longer than anybody could know', async () => {
    const answer = await ask(`{ Regions(limit: 100) { docs { ${within(2, '')} } } }`)
    expect(answer.get('errors.0.message')).toContain('60,000 values')
    expect(answer.get('errors.0.extensions')).toMatchObject({ statusCode: 400 })
    expect(answer.get('errors.1')).toBeUndefined()
    expect(answer.took).toBeLessThan(allowed(3000))
  })
})
