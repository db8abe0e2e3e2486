import type { FlattenedField } from 'payload'
import { jsonLimitsOf, longestOf, mostOf } from '#fields/limits.ts'

/** One value that is one more than its field may hold. */
export interface Oversize {
  /** The field that the refusal names. */
  at: string
  body: object
  /** The limit that it names. */
  limit: number
}

/**
 * Of these fields, each in turn with a text one character too long, a list with one entry too many, JSON
 * that is too long, and JSON that is too deep.
 */
export function oversizeIn(fields: readonly FlattenedField[]): Oversize[] {
  return fields.flatMap((field): Oversize[] => {
    const here = (value: unknown, limit: number, at: string = field.name): Oversize => ({
      at,
      body: { [field.name]: value },
      limit,
    })
    const most = mostOf(field)
    const longest = longestOf(field)
    const json = jsonLimitsOf(field)
    const found: Oversize[] = []
    if (most !== undefined)
      found.push(
        here(
          Array.from({ length: most + 1 }, () => null),
          most,
        ),
      )
    if (longest !== undefined) {
      const text = 'x'.repeat(longest + 1)
      found.push(
        most === undefined ? here(text, longest) : here([text], longest, `${field.name}.0`),
      )
    }
    if (json) {
      found.push(here(stateOf('x'.repeat(json.longest)), json.longest))
      found.push(here(nested(json.deepest / 2 + 1), json.deepest))
    }
    const within = 'flattenedFields' in field ? oversizeIn(field.flattenedFields) : []
    const isList = field.type === 'array'
    return [
      ...found,
      ...within.map(({ at, body, limit }) => ({
        at: `${field.name}.${isList ? '0.' : ''}${at}`,
        body: { [field.name]: isList ? [body] : body },
        limit,
      })),
    ]
  })
}

function stateOf(text: string): object {
  return { root: { type: 'root', children: [{ type: 'text', text }] } }
}

/** A state of so many nodes within each other: each is an object in a list. */
export function nested(nodes: number, type = 'list'): object {
  let node: object = { type: 'text', text: 'x' }
  for (let depth = 0; depth < nodes; depth += 1) node = { type, children: [node] }
  return { root: { type: 'root', children: [node] } }
}
