import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  type GraphQLArgumentConfig,
  type GraphQLFieldConfig,
  type GraphQLOutputType,
  type GraphQLScalarType,
} from 'graphql'
import { isRecord } from '#model/documents.ts'
import { texts } from '#read-model/values.ts'
import { DateTime, Json } from './scalars.ts'

type Schema = Record<string, unknown>
type Leaf = GraphQLScalarType | GraphQLEnumType
type Nullable = Leaf | GraphQLObjectType | GraphQLList<GraphQLOutputType>

/** GraphQL types that were made of JSON Schemas. */
export interface ShapeTypes {
  /** The type of a named shape. @throws Error where there is none of this name */
  object: (name: string) => GraphQLObjectType
  /** Arguments out of an object's properties: leaves only. Enumerations begin with `name`. */
  argumentsOf: (name: string, schema: object) => Record<string, GraphQLArgumentConfig>
}

/**
 * Makes GraphQL types of the shapes that REST delivers. A property that may be null or missing is
 * nullable; a nested object is named after its parent and its property (`PortraitSeo`); an object
 * without properties is JSON.
 *
 * @throws Error where a schema says something that no type here stands for
 */
export function typesOf(shapes: Readonly<Record<string, object>>): ShapeTypes {
  const objects = new Map<string, GraphQLObjectType>()
  const enums = new Map<string, GraphQLEnumType>()

  const object = (name: string): GraphQLObjectType => {
    const schema = shapes[name]
    if (!isRecord(schema)) throw new Error(`There is no shape "${name}".`)
    return objectOf(name, schema)
  }

  const objectOf = (name: string, schema: Schema): GraphQLObjectType => {
    const known = objects.get(name)
    if (known) return known
    const made = new GraphQLObjectType({
      name,
      ...describe(schema),
      fields: () => fieldsOf(name, schema),
    })
    objects.set(name, made)
    return made
  }

  const fieldsOf = (name: string, schema: Schema) =>
    Object.fromEntries(
      propertiesOf(schema).map(
        ([key, property]): [string, GraphQLFieldConfig<unknown, unknown>] => {
          const { inner, isNullable } = withoutNull(property)
          const type = outputOf(nameIn(name, key), inner)
          const isRequired = texts(schema.required).includes(key)
          return [
            key,
            {
              type: isNullable || !isRequired ? type : new GraphQLNonNull(type),
              ...describe({ ...property, ...inner }),
            },
          ]
        },
      ),
    )

  const outputOf = (name: string, schema: Schema): Nullable => {
    if (typeof schema.$ref === 'string') return object(schema.$ref.replace(/#$/, ''))
    if (schema.type === 'array' && isRecord(schema.items)) {
      const { inner, isNullable } = withoutNull(schema.items)
      const item = outputOf(name, inner)
      return new GraphQLList(isNullable ? item : new GraphQLNonNull(item))
    }
    if (schema.type === 'object') return isRecord(schema.properties) ? objectOf(name, schema) : Json
    return leafOf(name, schema)
  }

  const leafOf = (name: string, schema: Schema): Leaf => {
    switch (schema.type) {
      case 'string':
        if (Array.isArray(schema.enum)) return enumOf(name, texts(schema.enum))
        if (schema.format === 'date-time') return DateTime
        return schema.format === 'uuid' ? GraphQLID : GraphQLString
      case 'integer':
        return GraphQLInt
      case 'number':
        return GraphQLFloat
      case 'boolean':
        return GraphQLBoolean
      default:
        throw new Error(`No GraphQL type stands for ${name}: ${JSON.stringify(schema)}`)
    }
  }

  const enumOf = (name: string, values: readonly string[]): GraphQLEnumType => {
    const known = enums.get(name)
    if (known && known.getValues().length === values.length) return known
    const made = new GraphQLEnumType({
      name,
      values: Object.fromEntries(values.map((value) => [enumName(value), { value }])),
    })
    if (made.getValues().length < values.length) {
      throw new Error(`Two values of ${name} have one name in GraphQL.`)
    }
    enums.set(name, made)
    return made
  }

  const argumentsOf: ShapeTypes['argumentsOf'] = (name, schema) =>
    isRecord(schema)
      ? Object.fromEntries(
          propertiesOf(schema).map(([key, property]): [string, GraphQLArgumentConfig] => {
            const type = leafOf(nameIn(name, key), property)
            const isRequired = texts(schema.required).includes(key)
            return [
              key,
              {
                type: isRequired ? new GraphQLNonNull(type) : type,
                ...(property.default === undefined ? {} : { defaultValue: property.default }),
                ...describe(property),
                extensions: { maximum: property.maximum },
              },
            ]
          }),
        )
      : {}

  return { object, argumentsOf }
}

/** The name of an enumeration's value: the value itself, with `_` for what a name cannot hold. */
export function enumName(value: string): string {
  const name = value.replace(/\W/g, '_')
  return /^\d|^(?:true|false|null)$|^__|^$/.test(name) ? `_${name.replace(/^_+/, '')}` : name
}

/** A schema that stands beside null, without it. @throws Error for any other union */
function withoutNull(schema: Schema): { inner: Schema; isNullable: boolean } {
  if (!Array.isArray(schema.anyOf)) return { inner: schema, isNullable: false }
  const options = schema.anyOf.filter(isRecord)
  const [inner, ...others] = options.filter(({ type }) => type !== 'null')
  if (inner && others.length === 0) return { inner, isNullable: options.length > 1 }
  throw new Error(`No GraphQL type stands for the union ${JSON.stringify(schema)}`)
}

function propertiesOf(schema: Schema): [string, Schema][] {
  const properties = isRecord(schema.properties) ? schema.properties : {}
  return Object.entries(properties).filter((entry): entry is [string, Schema] => isRecord(entry[1]))
}

function describe({ description }: Schema): { description?: string } {
  return typeof description === 'string' ? { description } : {}
}

/** `Portrait` and `seo` make `PortraitSeo`. */
function nameIn(parent: string, key: string): string {
  return `${parent}${key.charAt(0).toUpperCase()}${key.slice(1)}`
}
