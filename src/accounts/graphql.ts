import type { Config } from 'payload'

type Settings = NonNullable<Config['graphQL']>
type Extension = NonNullable<Settings['mutations']>
type Library = Parameters<Extension>[0]
type Schema = Parameters<Extension>[1]

/**
 * The mutations of Payload by which people sign in and out. They are REST's alone: there passwords take turns, and each
 * attempt is counted by itself; one request of GraphQL is many of them.
 */
const bySigningIn =
  /^(?:login|logout|refreshToken|forgotPassword|resetPassword|verifyEmail|unlock)(?=[A-Z])/

/** The schema without any way to sign in, and with accounts that are made without a password. */
export function withAccounts<T extends Settings & { mutations: Extension }>(settings: T): T {
  const mutations: Extension = (graphql, schema) => {
    for (const name of Object.keys(schema.Mutation.fields)) {
      if (bySigningIn.test(name)) Reflect.deleteProperty(schema.Mutation.fields, name)
    }
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
