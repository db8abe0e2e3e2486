import type { Config } from 'payload'

type Settings = NonNullable<Config['graphQL']>
type Extension = NonNullable<Settings['mutations']>
type Library = Parameters<Extension>[0]
type Schema = Parameters<Extension>[1]

/** What Payload offers and nobody can use: addresses are proved by a link to a password. */
const gone: readonly string[] = ['verifyEmailUser']

/** What the schema says of accounts, beside what is added to it: an account is made without a password. */
export function withAccounts<T extends Settings & { mutations: Extension }>(settings: T): T {
  const mutations: Extension = (graphql, schema) => {
    for (const name of gone) Reflect.deleteProperty(schema.Mutation.fields, name)
    letPasswordOut(graphql, schema)
    return settings.mutations(graphql, schema)
  }
  return { ...settings, mutations }
}

/** Payload's schema asks for a password. It stays as a name, so that whoever sends one is told why not. */
function letPasswordOut(
  { GraphQLInputObjectType, GraphQLNonNull, GraphQLString }: Library,
  { collections }: Schema,
): void {
  const required: unknown = collections.users?.graphQL?.mutationInputType
  const input: unknown = required instanceof GraphQLNonNull ? required.ofType : required
  const field = input instanceof GraphQLInputObjectType ? input.getFields().password : undefined
  if (!field) throw new Error('The schema has another input of accounts.')
  field.type = GraphQLString
}
