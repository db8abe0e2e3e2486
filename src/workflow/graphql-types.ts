import type { Config } from 'payload'
import { signOffKinds } from '#model/sign-offs.ts'
import { stages } from '#model/stages.ts'
import { transitionNames } from './transitions.ts'

export type GraphQLLibrary = Parameters<NonNullable<NonNullable<Config['graphQL']>['queries']>>[0]
type Types = ReturnType<typeof buildTypes>

const typesOf = new WeakMap<object, Types>()

/** GraphQL demands one instance a type, and Payload asks for queries and mutations apart. */
export function sharedTypes(graphql: GraphQLLibrary): Types {
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
  const listOf = (type: typeof signOff | typeof signOffKind) =>
    new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type)))
  const stage = new GraphQLEnumType({
    name: 'WorkflowStage',
    values: Object.fromEntries(stages.map((name) => [name, { value: name }])),
  })
  const transition = new GraphQLEnumType({
    name: 'WorkflowTransition',
    values: Object.fromEntries(transitionNames.map((name) => [name, { value: name }])),
  })
  const signOffKind = new GraphQLEnumType({
    name: 'WorkflowSignOffKind',
    values: Object.fromEntries(signOffKinds.map((name) => [name, { value: name }])),
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
      missingRole: { type: GraphQLString },
      missingSignOffs: { type: listOf(signOffKind) },
      isComplete: { type: new GraphQLNonNull(GraphQLBoolean) },
      text: { type: required },
    },
  })
  const givenSignOff = new GraphQLObjectType({
    name: 'WorkflowGivenSignOff',
    fields: {
      by: { type: new GraphQLNonNull(person) },
      at: { type: required },
      comment: { type: GraphQLString },
    },
  })
  const signOff = new GraphQLObjectType({
    name: 'WorkflowSignOff',
    fields: {
      kind: { type: new GraphQLNonNull(signOffKind) },
      label: { type: required },
      isRequired: { type: new GraphQLNonNull(GraphQLBoolean) },
      given: { type: givenSignOff },
      mayGive: { type: new GraphQLNonNull(GraphQLBoolean) },
      hasNobody: { type: new GraphQLNonNull(GraphQLBoolean) },
    },
  })
  const viewFields = {
    plan: { type: plan },
    liveUntil: { type: GraphQLString },
    approval: { type: progress },
    nobodyApproves: { type: GraphQLString },
    signOffs: { type: listOf(signOff) },
    state: { type: new GraphQLNonNull(stage) },
    digest: { type: required },
    live: { type: live },
    allowed: { type: new GraphQLList(new GraphQLNonNull(transition)) },
    blocked: { type: new GraphQLList(new GraphQLNonNull(blocked)) },
  }
  return {
    collection,
    transition,
    signOffKind,
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
