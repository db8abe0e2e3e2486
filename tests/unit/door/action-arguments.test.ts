import { describe, expect, it } from 'vitest'
import { isMoreThanAForm } from '#door/action-arguments.ts'

const nest = (depth: number, wrap: (inner: unknown) => unknown): unknown => {
  let value: unknown = 'x'
  for (let level = 0; level < depth; level += 1) value = wrap(value)
  return value
}
/** Fields of a form, so many of each row. */
const keys = (count: number, ofRow = 10) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      `list.${String(Math.floor(n / ofRow))}.f${String(n)}`,
      {},
    ]),
  )

describe('what a page sends along', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'x'],
    [
      'the form of a long text',
      { formState: keys(9000), data: { sections: Array(3000).fill({}) } },
    ],
    ['a rich text as deep as it may be', nest(140, (inner) => ({ children: inner }))],
  ])('is taken: %s', (_, args) => {
    expect(isMoreThanAForm(args)).toBe(false)
  })

  it.each<[string, unknown]>([
    ['fields', { formState: keys(10_001, 100) }],
    ['rows that are told of', { formState: keys(1501, 1) }],
    ['rows', { data: { sections: Array(3001).fill({}) } }],
    ['objects within each other', nest(100_000, (inner) => ({ inner }))],
    ['lists within each other', nest(100_000, (inner) => [inner])],
    ['values', Array(100).fill(Array(2000).fill(1))],
  ])('is refused where it has too many %s', (_, args) => {
    expect(isMoreThanAForm(args)).toBe(true)
  })
})
