import { describe, expect, it } from 'vitest'
import { isMoreThanAForm } from '#door/action-arguments.ts'

const nest = (depth: number, wrap: (inner: unknown) => unknown): unknown => {
  let value: unknown = 'x'
  for (let level = 0; level < depth; level += 1) value = wrap(value)
  return value
}
const nodes = (count: number): object[] => Array.from({ length: count }, () => ({}))
const named = (count: number, name: (n: string) => string) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [name(String(n)), {}]))
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
      { formState: keys(9000), data: { sections: Array(1000).fill({ id: 'x' }) } },
    ],
    ['a rich text as deep as it may be', nest(140, (inner) => ({ children: inner }))],
    ['rich texts as long as they may be', { data: Array(2).fill({ children: nodes(2000) }) }],
    ['what a form keeps of its rows', { formState: { sections: { rows: nodes(900) } } }],
    ['a year as a name', { formState: { '2031': {} } }],
  ])('is taken: %s', (_, args) => {
    expect(isMoreThanAForm(args)).toBe(false)
  })

  it.each<[string, unknown]>([
    ['fields', { formState: keys(10_001, 100) }],
    ['rows that are told of', { formState: keys(1501, 1) }],
    ['rows of which nothing is told', { formState: named(1501, (n) => `list.${n}`) }],
    ['rows by another spelling', { formState: named(1501, (n) => `list. ${n}.x`) }],
    ['rows by a number alone', { formState: { 'list.4294967294.x': {} } }],
    ['rows by a number in short', { formState: { 'list.1e9.x': {} } }],
    ['rows by their length', { formState: { 'list.0.x': {}, 'list.length': { value: 1e9 } } }],
    ['rows that are lists', { data: { sections: Array(1501).fill([]) } }],
    ['rows by another number', { formState: { 'a.0.list.0xffffffff': {} } }],
    ['rows', { data: { sections: nodes(1501) } }],
    ['rows within rows', { data: { sections: Array(100).fill({ cards: nodes(20) }) } }],
    ['parts of a name', { formState: { [`list${'.0'.repeat(1000)}`]: {} } }],
    ['values of a list', { data: { names: Array(3001).fill('x') } }],
    ['objects within each other', nest(100_000, (inner) => ({ inner }))],
    ['lists within each other', nest(100_000, (inner) => [inner])],
    ['values', Array(100).fill(Array(2000).fill(1))],
  ])('is refused where it has too many %s', (_, args) => {
    expect(isMoreThanAForm(args)).toBe(true)
  })
})
