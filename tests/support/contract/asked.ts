import type {
  GraphQLField,
  GraphQLInputType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLOutputType,
  GraphQLSchema,
  GraphQLType,
} from 'graphql'

/** So many fields one query asks for at most: Payload limits what a query may cost. */
const mostFields = 150
/** What somebody may is told of the fields of fields. */
const deepest = 6

/**
 * A query for each field of the schema that answers, with what it has to be given and no more, and everything
 * that it tells without further arguments, as far as a query may go.
 */
export function queriesOf(schema: GraphQLSchema, id: string): { name: string; query: string }[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const
  return roots.flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({
      name: `${kind} ${field.name}`,
      query: `${kind} { ${field.name}${argumentsOf(field, id)} ${selectionOf(field.type)} }`,
    })),
  )
}

function argumentsOf({ args }: GraphQLField<unknown, unknown>, id: string): string {
  const given = args
    .filter(({ name, type }) => isNeeded(type) || ['id', 'token', 'password'].includes(name))
    .map(({ name, type }) => `${name}: ${valueOf(type, id)}`)
  return given.length > 0 ? `(${given.join(', ')})` : ''
}

/** The least that a type takes. */
function valueOf(type: GraphQLInputType, id: string): string {
  if (isNeeded(type)) return valueOf(type.ofType, id)
  if (isList(type)) return '[]'
  if ('getValues' in type) return type.getValues()[0]?.name ?? 'null'
  if ('getFields' in type) {
    const needed = Object.values(type.getFields()).filter((field) => isNeeded(field.type))
    return `{ ${needed.map((field) => `${field.name}: ${valueOf(field.type, id)}`).join(', ')} }`
  }
  switch (type.name) {
    case 'Boolean':
      return 'true'
    case 'Int':
    case 'Float':
      return '1'
    case 'EmailAddress':
      return '"nobody@example.org"'
    case 'DateTime':
      return '"2026-01-01T00:00:00.000Z"'
    case 'JSON':
      return '{}'
    default:
      return JSON.stringify(id)
  }
}

function selectionOf(type: GraphQLOutputType): string {
  return fieldsOf(type, deepest, { left: mostFields }) ?? ''
}

/** What is chosen of a type; null where it has no fields. */
function fieldsOf(type: GraphQLOutputType, depth: number, room: { left: number }): string | null {
  if (isNeeded(type)) return fieldsOf(type.ofType, depth, room)
  // Lists within lists come to more than one query may ask for.
  if (isList(type)) return fieldsOf(type.ofType, Math.max(0, depth - 2), room)
  if ('getTypes' in type) return '{ __typename }'
  if (!('getFields' in type)) return null
  if (depth === 0) return '{ __typename }'
  const chosen = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some((argument) => isNeeded(argument.type)) || room.left <= 0) return []
    room.left -= 1
    return [`${field.name} ${fieldsOf(field.type, depth - 1, room) ?? ''}`]
  })
  return `{ ${chosen.length > 0 ? chosen.join(' ') : '__typename'} }`
}

// Known by their tags: Payload's copy of the library is another than that of tests.
function isNeeded<T extends GraphQLType>(type: T | GraphQLNonNull<T>): type is GraphQLNonNull<T> {
  return tagOf(type) === 'GraphQLNonNull'
}

function isList<T extends GraphQLType>(type: T | GraphQLList<T>): type is GraphQLList<T> {
  return tagOf(type) === 'GraphQLList'
}

function tagOf(type: GraphQLType): unknown {
  return Reflect.get(type, Symbol.toStringTag)
}
