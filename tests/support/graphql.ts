import { isListType, isNonNullType, isObjectType, type GraphQLObjectType } from 'graphql'
import { newSchema } from '#delivery/graphql/schema.ts'

const schema = newSchema()

/** The selection of all that a type of the delivery plane has, but for fields of these names. */
export function everythingOf(name: string, except: readonly string[] = []): string {
  const type = schema.getType(name)
  if (!isObjectType(type)) throw new Error(`${name} is no object.`)
  return fieldsOf(type, except)
}

function fieldsOf(type: GraphQLObjectType, except: readonly string[]): string {
  return Object.values(type.getFields())
    .filter(({ name }) => !except.includes(`${type.name}.${name}`))
    .map((field) => {
      let inner: unknown = field.type
      while (isNonNullType(inner) || isListType(inner)) inner = inner.ofType
      return isObjectType(inner) ? `${field.name} { ${fieldsOf(inner, except)} }` : field.name
    })
    .join(' ')
}
