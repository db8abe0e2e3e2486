import fc from 'fast-check'
import type { FlattenedField } from 'payload'
import { encoded, formedText, hostileText, moment, partOfPath } from './values.ts'

const operators = [
  'equals',
  'not_equals',
  'in',
  'not_in',
  'all',
  'exists',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
  'like',
  'not_like',
  'contains',
  'near',
  'within',
  'intersects',
  'x',
  '__proto__',
] as const

/** A text in a query. */
const asked: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('true', 'false', '0', '1', '-1', '2147483648', '1e9', 'null', '1,2,3', '', 'all'),
  fc.constantFrom('%', '%ff', '%00', '%25'),
  fc.oneof(hostileText, formedText, moment).map(encoded),
  fc.constantFrom(1000, 8000).map((length) => 'a'.repeat(length)),
)

/** A query of these names; each may come several times, as a list, or as an object. */
export function queryOf(
  values: Readonly<Record<string, fc.Arbitrary<string>>>,
): fc.Arbitrary<string> {
  const names = Object.keys(values)
  const one = fc
    .tuple(
      fc.oneof(
        { weight: 8, arbitrary: names.length > 0 ? fc.constantFrom(...names) : partOfPath },
        { weight: 1, arbitrary: partOfPath },
      ),
      fc.constantFrom('', '', '', '', '', '', '[]', '[a]', '[0][a]', '[__proto__]'),
      fc.boolean(),
    )
    .chain(([name, shape, isOwn]) =>
      ((isOwn && Object.hasOwn(values, name) ? values[name] : undefined) ?? asked).map(
        (value) => `${name}${shape}=${value}`,
      ),
    )
  return joined(one, 4)
}

/** The names of parameters with any value each. */
export function anyOfNames(names: readonly string[]): Record<string, fc.Arbitrary<string>> {
  return Object.fromEntries(names.map((name) => [name, asked]))
}

function joined(one: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> {
  return fc
    .array(one, { maxLength })
    .map((parts) => (parts.length > 0 ? `?${parts.join('&')}` : ''))
}

/** A query as Payload's own endpoints take it, of a collection with these fields. */
export function queryOfCollection(fields: readonly FlattenedField[]): fc.Arbitrary<string> {
  const paths = ['id', 'createdAt', 'updatedAt', '_status', 'and', 'or', ...pathsOf(fields, '', 0)]
  const path = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...paths) },
    { weight: 1, arbitrary: partOfPath },
  )
  const condition = fc
    .tuple(path, fc.constantFrom(...operators), asked)
    .map(([at, operator, value]) => ({ at, operator, value }))
  const where = fc
    .tuple(
      condition,
      fc.oneof(
        { weight: 5, arbitrary: fc.constant('') },
        { weight: 2, arbitrary: fc.constantFrom('[or][0]', '[and][0]', '[and][0][or][1]') },
        {
          weight: 1,
          arbitrary: fc
            .constantFrom(5, 19, 20, 21, 100, 500)
            .map((depth) => '[and][0]'.repeat(depth)),
        },
      ),
    )
    .map(([{ at, operator, value }, within]) => `where${within}[${at}][${operator}]=${value}`)
  const wide = fc
    .tuple(condition, fc.constantFrom(20, 21, 100, 101, 1000))
    .map(([{ at, operator, value }, count]) =>
      Array.from(
        { length: count },
        (_, index) => `where[or][${String(index)}][${at}][${operator}]=${value.slice(0, 20)}`,
      ).join('&'),
    )
  const sort = fc.tuple(fc.constantFrom('', '-'), path).map(([order, at]) => `sort=${order}${at}`)
  const chosen = fc
    .tuple(fc.constantFrom('select', 'populate', 'joins'), path, asked)
    .map(([what, at, value]) => `${what}[${at}]=${value}`)
  const usual = fc
    .tuple(
      fc.constantFrom(
        'depth',
        'limit',
        'page',
        'locale',
        'fallback-locale',
        'draft',
        'trash',
        'pagination',
        'overrideLock',
        'autosave',
        'publishSpecificLocale',
        'unpublishAllLocales',
        'select',
        'populate',
        'joins',
        'where',
        'sort',
        'data',
        'uploadEdits',
        'duplicateFromID',
        'selectedLocales',
        'flattenLocales',
      ),
      asked,
    )
    .map(([name, value]) => `${name}=${value}`)
  return joined(
    fc.oneof(
      { weight: 8, arbitrary: where },
      { weight: 6, arbitrary: usual },
      { weight: 2, arbitrary: sort },
      { weight: 2, arbitrary: chosen },
      { weight: 1, arbitrary: wide },
    ),
    3,
  )
}

/** The paths at which a collection is asked, through two relations at most. */
export function pathsOf(
  fields: readonly FlattenedField[],
  prefix: string,
  depth: number,
): string[] {
  return fields.flatMap((field) => {
    const path = `${prefix}${field.name}`
    if ('flattenedFields' in field && depth < 2)
      return [path, ...pathsOf(field.flattenedFields, `${path}.`, depth + 1)]
    return field.type === 'relationship' ? [path, `${path}.id`, `${path}.name`] : [path]
  })
}
