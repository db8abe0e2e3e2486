import { Type, type Static, type TObject } from '@sinclair/typebox'
import {
  GraphQLBoolean,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  type GraphQLFieldConfig,
  type GraphQLOutputType,
} from 'graphql'
import {
  shapes,
  type Job,
  type PortraitSummary,
  type Profession,
  type Region,
} from '#read-model/shapes.ts'
import { firstEnd, jobFilters, listJobs, readJob } from '../lists/jobs.ts'
import { listPortraits, portraitFilters } from '../lists/portraits.ts'
import {
  listReference,
  professionFilters,
  readReference,
  regionFilters,
} from '../lists/reference.ts'
import { feedCursor, positionIn, readReleases } from '../lists/releases.ts'
import { cursor, limit, queryOf, slug, uuid } from '../parameters.ts'
import { hitTypes, search, searchQuery } from '../search.ts'
import { connectionType, openConnection } from './connections.ts'
import { typesOf } from './from-shapes.ts'
import type { Reading } from './reading.ts'
import { endBy } from './shown.ts'

/**
 * The schema: the shapes that REST delivers, and, written here, what can be asked for. Everything is
 * read for the audience of the request.
 */
export function newSchema(): GraphQLSchema {
  const { object, argumentsOf } = typesOf(shapes)
  const one = (name: string) => object(name)
  const many = (name: string) =>
    new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(object(name))))

  /** A field with arguments that are checked against the schema that they are made of. */
  const field = <S extends TObject>(
    of: {
      type: GraphQLOutputType
      description: string
      /** What the arguments narrow: enumerations are named after it. */
      about: string
      args: S
    },
    read: (args: Static<S>, reading: Reading) => unknown,
  ): GraphQLFieldConfig<unknown, Reading> => ({
    type: of.type,
    description: of.description,
    args: argumentsOf(of.about, of.args),
    resolve: (_, given, reading) => read(reading.check(of.args, given), reading),
  })

  const Query = new GraphQLObjectType<unknown, Reading>({
    name: 'Query',
    fields: {
      portrait: field(
        {
          type: one('Portrait'),
          description: 'What a site shows of a profession, nationwide or in a region',
          about: 'Portrait',
          args: queryOf({ profession: slug, region: Type.Optional(slug) }),
        },
        ({ profession, region = null }, reading) => reading.portraitAt({ profession, region }),
      ),
      portraits: field(
        {
          type: new GraphQLNonNull(
            connectionType<PortraitSummary>(object('Portrait'), ({ id }, { portraitOf }) =>
              portraitOf(id),
            ),
          ),
          description: 'Portraits, in the order of their addresses',
          about: 'Portrait',
          args: queryOf({ ...portraitFilters, ...paging(50, 20) }),
        },
        async ({ first = 20, after, ...filters }, { query, audience, shown }) => {
          shown.tags.add('portraits').add('jobs')
          return openConnection(await listPortraits(query, audience, filters), { first, after })
        },
      ),
      profession: field(
        {
          type: one('Profession'),
          description: 'A profession by its slug, also by a former one',
          about: 'Profession',
          args: queryOf({ slug }),
        },
        async (asked, { query, audience, shown }) => {
          shown.tags.add('portraits')
          return (await readReference(query, audience, 'professions', asked.slug))?.item ?? null
        },
      ),
      professions: field(
        {
          type: new GraphQLNonNull(
            connectionType<Profession>(object('Profession'), (item) => item),
          ),
          description: 'Professions, in the order of their slugs',
          about: 'Profession',
          args: queryOf({ ...professionFilters, ...paging(200, 50) }),
        },
        ({ first = 50, after, ...filters }, { query, audience, shown }) => {
          shown.tags.add('portraits')
          return openConnection(listReference(query, audience, 'professions', filters), {
            first,
            after,
          })
        },
      ),
      region: field(
        {
          type: one('Region'),
          description: 'A region by its slug, also by a former one',
          about: 'Region',
          args: queryOf({ slug }),
        },
        async (asked, { query, audience, shown }) => {
          shown.tags.add('portraits')
          return (await readReference(query, audience, 'regions', asked.slug))?.item ?? null
        },
      ),
      regions: field(
        {
          type: new GraphQLNonNull(connectionType<Region>(object('Region'), (item) => item)),
          description: 'Regions, in the order of their slugs',
          about: 'Region',
          args: queryOf({ ...regionFilters, ...paging(200, 50) }),
        },
        ({ first = 50, after, ...filters }, { query, audience, shown }) => {
          shown.tags.add('portraits')
          return openConnection(listReference(query, audience, 'regions', filters), {
            first,
            after,
          })
        },
      ),
      job: field(
        {
          type: one('Job'),
          description: 'A job reference that is live',
          about: 'Job',
          args: queryOf({ id: uuid }),
        },
        async ({ id }, { query, audience, shown }) => {
          shown.tags.add('jobs')
          const { job } = await readJob(query, audience, id)
          if (job) endBy(shown, firstEnd([job]))
          return job
        },
      ),
      jobs: field(
        {
          type: new GraphQLNonNull(connectionType<Job>(object('Job'), (item) => item)),
          description: 'Job references that are live, newest first',
          about: 'Job',
          args: queryOf({ ...jobFilters, ...paging(100, 20) }),
        },
        async ({ first = 20, after, ...filters }, { query, audience, shown }) => {
          shown.tags.add('jobs')
          return openConnection(
            await listJobs(query, audience, filters),
            { first, after },
            (items) => {
              endBy(shown, firstEnd(items))
            },
          )
        },
      ),
      search: field(
        {
          type: many('SearchHit'),
          description: 'German full text over portraits, professions and regions',
          about: 'SearchHit',
          args: searchQuery,
        },
        ({ q, type, limit = 10 }, { query, audience, shown }) => {
          shown.tags.add('portraits')
          const types = type === undefined ? hitTypes : [type]
          return search(query, audience, { q, types, limit })
        },
      ),
      changes: field(
        {
          type: new GraphQLNonNull(
            new GraphQLObjectType({
              name: 'Changes',
              fields: {
                items: { type: many('Release') },
                cursor: {
                  type: new GraphQLNonNull(GraphQLString),
                  description: 'Where this page ends: for the next request',
                },
                hasMore: { type: new GraphQLNonNull(GraphQLBoolean) },
              },
            }),
          ),
          description:
            'The release feed: every time that a portrait appeared, changed or went away, in the order in which that was committed',
          about: 'Release',
          args: queryOf({
            cursor: Type.Optional({ ...cursor, description: '`cursor` of the page before' }),
            limit: Type.Optional(limit(1000, 100)),
          }),
        },
        async (asked, { query, caller, audience }) => {
          const from = positionIn(asked.cursor, caller)
          const found = await readReleases(query, audience, from, asked.limit ?? 100)
          const { items, hasMore, position } = found
          return { items, hasMore, cursor: feedCursor(position, caller) }
        },
      ),
    },
  })
  return new GraphQLSchema({ query: Query, description: 'Portraits as they are live. Read-only.' })
}

function paging(most: number, preset: number) {
  const after = { ...cursor, description: '`endCursor` of the page before' }
  return { first: Type.Optional(limit(most, preset)), after: Type.Optional(after) }
}
