import { not, and, or, sql, type SQL } from 'drizzle-orm'
import { parse, type Filter } from 'scim2-parse-filter'
import { ScimError } from './errors.ts'

/** What an attribute that can be asked for is in the database. */
export type Attribute =
  | { as: 'text'; value: SQL; caseExact?: true }
  | { as: 'boolean'; value: SQL }
  | { as: 'moment'; value: SQL }
  /** Is met by whoever has it among several. */
  | { as: 'member'; has: (value: string) => SQL }

/** By name in small letters, as `name.familyname`. */
export type Attributes = Readonly<Record<string, Attribute>>

/** In characters. Each step into a filter is one character of it, so this is its depth as well. */
const longest = 1000

/**
 * A filter of RFC 7644, 3.4.2.2, as a condition in SQL.
 *
 * @throws ScimError 400 `invalidFilter`
 */
export function conditionOf(text: string, attributes: Attributes): SQL | undefined {
  if (text.length > longest) throw invalid(`A filter has at most ${String(longest)} characters.`)
  // The parser tries each line break within quotes in two ways: thirty of them would take it years.
  if (/\p{Cc}/u.test(text)) throw invalid('A filter has no control characters.')
  return condition(parsed(text), attributes, '')
}

function parsed(text: string): Filter {
  try {
    return parse(text)
  } catch {
    throw invalid('This filter cannot be read.')
  }
}

function condition(filter: Filter, attributes: Attributes, within: string): SQL | undefined {
  if ('filters' in filter) {
    const parts = filter.filters.map((part) => condition(part, attributes, within))
    return filter.op === 'and' ? and(...parts) : or(...parts)
  }
  if ('filter' in filter) {
    const part = condition(filter.filter, attributes, within)
    return part && not(part)
  }
  if ('valFilter' in filter) {
    return condition(filter.valFilter, attributes, `${plainName(filter.attrPath)}.`)
  }
  const name = within + plainName(filter.attrPath)
  const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined
  if (!attribute) throw invalid(`Nothing is found by "${filter.attrPath.slice(0, 100)}".`)
  if (!('compValue' in filter)) return isPresent(attribute)
  return comparison(attribute, filter.op, filter.compValue)
}

/** Without the schema that may stand before it. */
function plainName(path: string): string {
  return path.replace(/^urn:ietf:params:scim:schemas:core:2\.0:(?:user|group):/iu, '').toLowerCase()
}

function isPresent(attribute: Attribute): SQL {
  if (attribute.as === 'member') throw invalid('Members are found by their value.')
  return sql`(${attribute.value} IS NOT NULL)`
}

function comparison(attribute: Attribute, op: string, value: unknown): SQL {
  switch (attribute.as) {
    case 'boolean':
      if (op !== 'eq' && op !== 'ne') throw invalid('Truth is compared by eq and ne.')
      if (typeof value !== 'boolean') throw invalid('Truth is true or false.')
      return op === 'eq'
        ? sql`(${attribute.value} = ${value})`
        : sql`(${attribute.value} <> ${value})`
    case 'member':
      if (op !== 'eq' || typeof value !== 'string') throw invalid('Members are found by eq.')
      return attribute.has(value)
    case 'moment': {
      const moment = new Date(typeof value === 'string' ? value : '')
      const year = moment.getUTCFullYear()
      // Before and after these the database writes years otherwise.
      if (!(year >= 1 && year <= 9999)) throw invalid('A moment is a date with its time.')
      return compared(attribute.value, op, sql`${moment.toISOString()}::timestamptz`)
    }
    case 'text': {
      if (value === null && op === 'eq') return sql`(${attribute.value} IS NULL)`
      if (typeof value !== 'string') throw invalid('A text is compared with a text.')
      return attribute.caseExact
        ? compared(attribute.value, op, sql`${value}::text`)
        : compared(sql`lower(${attribute.value})`, op, sql`lower(${value}::text)`)
    }
  }
}

function compared(left: SQL, op: string, right: SQL): SQL {
  switch (op) {
    case 'eq':
      return sql`(${left} = ${right})`
    case 'ne':
      return sql`(${left} IS DISTINCT FROM ${right})`
    case 'co':
      return sql`(strpos(${left}::text, ${right}::text) > 0)`
    case 'sw':
      return sql`starts_with(${left}::text, ${right}::text)`
    case 'ew':
      return sql`(right(${left}::text, char_length(${right}::text)) = ${right}::text)`
    case 'gt':
      return sql`(${left} > ${right})`
    case 'ge':
      return sql`(${left} >= ${right})`
    case 'lt':
      return sql`(${left} < ${right})`
    case 'le':
      return sql`(${left} <= ${right})`
    default:
      throw invalid(`There is no comparison "${op}".`)
  }
}

function invalid(detail: string): ScimError {
  return new ScimError(400, detail, 'invalidFilter')
}
