import type { Config } from 'payload'
import type { EditorialCollection } from '#model/documents.ts'
import { parseRequest } from './request.ts'
import { readWorkflow, takeTransition } from './transition.ts'
import { stages } from '#model/stages.ts'
import { transitionNames } from './transitions.ts'

type GraphQLLibrary = Parameters<NonNullable<NonNullable<Config['graphQL']>['queries']>>[0]
type Extension = ReturnType<NonNullable<NonNullable<Config['graphQL']>['queries']>>
type Types = ReturnType<typeof buildTypes>

const typesOf = new WeakMap<object, Types>()

/** The query `workflow` and the mutations `transition…`: the HTTP surface again, typed. */
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
  mutations: (graphql: GraphQLLibrary): Extension => {
    const { GraphQLBoolean, GraphQLNonNull, GraphQLString } = graphql
    const { view, transition } = sharedTypes(graphql)
    const mutation = (collection: EditorialCollection) => ({
      type: view,
      args: {
        id: { type: new GraphQLNonNull(GraphQLString) },
        transition: { type: new GraphQLNonNull(transition) },
        comment: { type: GraphQLString },
        expectedDigest: { type: GraphQLString },
        publishAt: { type: GraphQLString },
        /** Null: what is planned is to have no end. */
        unpublishAt: { type: GraphQLString },
        keepPlan: { type: GraphQLBoolean },
        action: { type: GraphQLString },
        seenFrom: { type: GraphQLString },
      },
      resolve: (_: unknown, { id, ...request }: { id: string }, context: Context) =>
        takeTransition({ req: context.req, collection, id, ...parseRequest(withoutNull(request)) }),
    })
    return {
      transitionCareerProfile: mutation('career-profiles'),
      transitionRegionalSection: mutation('regional-sections'),
    }
  },
}

interface Context {
  req: Parameters<typeof takeTransition>[0]['req']
}

/** GraphQL demands one instance a type, and Payload asks for queries and mutations apart. */
function sharedTypes(graphql: GraphQLLibrary): Types {
  const known = typesOf.get(graphql)
  if (known) return known
  const types = buildTypes(graphql)
  typesOf.set(graphql, types)
  return types
}

function buildTypes(graphql: GraphQLLibrary) {
  const { GraphQLBoolean, GraphQLEnumType, GraphQLInt, GraphQLList } = graphql
  const { GraphQLNonNull, GraphQLObjectType, GraphQLString } = graphql
  const required = new GraphQLNonNull(GraphQLString)
  const stage = new GraphQLEnumType({
    name: 'WorkflowStage',
    values: Object.fromEntries(stages.map((name) => [name, { value: name }])),
  })
  const transition = new GraphQLEnumType({
    name: 'WorkflowTransition',
    values: Object.fromEntries(transitionNames.map((name) => [name, { value: name }])),
  })
  const collection = new GraphQLEnumType({
    name: 'EditorialCollection',
    values: {
      careerProfiles: { value: 'career-profiles' },
      regionalSections: { value: 'regional-sections' },
    },
  })
  const person = new GraphQLObjectType({
    name: 'WorkflowPerson',
    fields: { id: { type: required }, name: { type: required } },
  })
  const approval = new GraphQLObjectType({
    name: 'ApprovalOfDigest',
    fields: {
      digest: { type: required },
      approvedBy: { type: person },
      approvedAt: { type: required },
      comment: { type: GraphQLString },
    },
  })
  const live = new GraphQLObjectType({
    name: 'WorkflowLiveCopy',
    fields: {
      digest: { type: required },
      publishedAt: { type: required },
      approvals: { type: new GraphQLList(approval) },
    },
  })
  const event = new GraphQLObjectType({
    name: 'WorkflowHistoryEntry',
    fields: {
      at: { type: required },
      transition: { type: required },
      kind: { type: required },
      from: { type: stage },
      to: { type: stage },
      digest: { type: GraphQLString },
      actor: { type: person },
      comment: { type: GraphQLString },
    },
  })
  const detail = new GraphQLObjectType({
    name: 'WorkflowObstacle',
    fields: { path: { type: required }, reason: { type: required } },
  })
  const blocked = new GraphQLObjectType({
    name: 'WorkflowBlockedStep',
    fields: {
      transition: { type: new GraphQLNonNull(transition) },
      code: { type: required },
      reason: { type: required },
      details: { type: new GraphQLList(new GraphQLNonNull(detail)) },
    },
  })
  const planner = new GraphQLObjectType({
    name: 'WorkflowPlanner',
    fields: {
      id: { type: required },
      name: { type: required },
      mayAct: { type: new GraphQLNonNull(GraphQLBoolean) },
    },
  })
  const plan = new GraphQLObjectType({
    name: 'WorkflowPlan',
    fields: {
      publishAt: { type: GraphQLString },
      unpublishAt: { type: GraphQLString },
      plannedBy: { type: new GraphQLNonNull(planner) },
      digest: { type: required },
      isOfWorkingCopy: { type: new GraphQLNonNull(GraphQLBoolean) },
      isKept: { type: new GraphQLNonNull(GraphQLBoolean) },
    },
  })
  const progress = new GraphQLObjectType({
    name: 'WorkflowApprovalProgress',
    fields: {
      given: { type: new GraphQLNonNull(GraphQLInt) },
      required: { type: new GraphQLNonNull(GraphQLInt) },
      text: { type: required },
    },
  })
  const viewFields = {
    plan: { type: plan },
    liveUntil: { type: GraphQLString },
    approval: { type: progress },
    state: { type: new GraphQLNonNull(stage) },
    digest: { type: required },
    live: { type: live },
    allowed: { type: new GraphQLList(new GraphQLNonNull(transition)) },
    blocked: { type: new GraphQLList(new GraphQLNonNull(blocked)) },
  }
  return {
    collection,
    transition,
    view: new GraphQLObjectType({ name: 'WorkflowView', fields: viewFields }),
    details: new GraphQLObjectType({
      name: 'WorkflowDetails',
      fields: {
        ...viewFields,
        approvals: { type: new GraphQLList(approval) },
        events: { type: new GraphQLList(event) },
      },
    }),
  }
}

function withoutNull(args: Record<string, unknown>): Record<string, unknown> {
  const said = ([name, value]: [string, unknown]) => value !== null || name === 'unpublishAt'
  return Object.fromEntries(Object.entries(args).filter(said))
}
