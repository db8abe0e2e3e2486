import type { Config } from 'payload'
import type { EditorialCollection } from '#model/documents.ts'
import { sharedTypes, type GraphQLLibrary } from './graphql-types.ts'
import { sayWhetherPlanIsKept } from './keep-plan.ts'
import { parsePlanRequest, parseRequest, parseSignOff, parseTakeBack } from './request.ts'
import { signOff, takeBackSignOff } from './sign-off.ts'
import { readWorkflow, takeTransition } from './transition.ts'

type Extension = ReturnType<NonNullable<NonNullable<Config['graphQL']>['queries']>>

/** The query `workflow` and the mutations of each collection: the HTTP surface again, typed. */
export const workflowGraphQL = {
  queries: (graphql: GraphQLLibrary): Extension => {
    const { GraphQLNonNull, GraphQLString } = graphql
    const { details, collection } = sharedTypes(graphql)
    return {
      workflow: {
        type: details,
        args: {
          collection: { type: new GraphQLNonNull(collection) },
          id: { type: new GraphQLNonNull(GraphQLString) },
        },
        resolve: (
          _: unknown,
          args: { collection: EditorialCollection; id: string },
          context: Context,
        ) => readWorkflow({ req: context.req, ...args }),
      },
    }
  },
  mutations: (graphql: GraphQLLibrary): Extension => ({
    ...mutationsOf(graphql, 'career-profiles', 'CareerProfile'),
    ...mutationsOf(graphql, 'regional-sections', 'RegionalSection'),
  }),
}

interface Context {
  req: Parameters<typeof takeTransition>[0]['req']
}

/** What is asked of one text, beside its id. */
type Arguments = { id: string } & Record<string, unknown>

function mutationsOf(
  graphql: GraphQLLibrary,
  collection: EditorialCollection,
  name: string,
): Extension {
  const { GraphQLBoolean, GraphQLNonNull, GraphQLString } = graphql
  const { view, transition, signOffKind } = sharedTypes(graphql)
  const required = { type: new GraphQLNonNull(GraphQLString) }
  const optional = { type: GraphQLString }
  const kind = { type: new GraphQLNonNull(signOffKind) }
  return {
    [`transition${name}`]: {
      type: view,
      args: {
        id: required,
        transition: { type: new GraphQLNonNull(transition) },
        comment: optional,
        expectedDigest: optional,
        publishAt: optional,
        /** Null: what is planned is to have no end. */
        unpublishAt: optional,
        keepPlan: { type: GraphQLBoolean },
        action: optional,
        seenFrom: optional,
      },
      resolve: (_: unknown, { id, ...request }: Arguments, { req }: Context) =>
        takeTransition({ req, collection, id, ...parseRequest(withoutNull(request)) }),
    },
    [`signOff${name}`]: {
      type: view,
      args: { id: required, kind, comment: optional, expectedDigest: optional },
      resolve: (_: unknown, { id, ...request }: Arguments, { req }: Context) =>
        signOff({ req, collection, id, ...parseSignOff(withoutNull(request)) }),
    },
    [`takeBackSignOff${name}`]: {
      type: view,
      args: { id: required, kind, comment: required },
      resolve: (_: unknown, { id, kind, ...request }: Arguments, { req }: Context) =>
        takeBackSignOff({ req, collection, id, ...parseTakeBack(kind, request) }),
    },
    [`keepPlan${name}`]: {
      type: view,
      args: { id: required, isKept: { type: new GraphQLNonNull(GraphQLBoolean) } },
      resolve: (_: unknown, { id, ...request }: Arguments, { req }: Context) =>
        sayWhetherPlanIsKept({ req, collection, id, ...parsePlanRequest(request) }),
    },
  }
}

function withoutNull(args: Record<string, unknown>): Record<string, unknown> {
  const said = ([name, value]: [string, unknown]) => value !== null || name === 'unpublishAt'
  return Object.fromEntries(Object.entries(args).filter(said))
}
