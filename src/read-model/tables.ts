// Made by "npm run generate" from the database after all migrations. Not to be changed by hand.

import { sql } from 'drizzle-orm'
import { bigint, boolean, customType, date, doublePrecision, integer, json, pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import { momentFrom } from '#model/moment.ts'
import type { Json } from './json-columns.ts'

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
const moment = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp (3) with time zone',
  fromDriver: momentFrom,
})
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
const delivery = pgSchema('delivery')

export const documents = delivery.table('documents', {
  changedAt: moment('changed_at').notNull(),
  collection: text('collection').notNull(),
  content: json('content').$type<Json<'delivery.documents.content'>>().notNull(),
  digest: text('digest').notNull(),
  firstPublishedAt: moment('first_published_at').notNull(),
  headline: text('headline').notNull(),
  id: uuid('id').notNull(),
  intro: text('intro').notNull(),
  isInLexicon: boolean('is_in_lexicon').notNull().default(sql`false`),
  kldb: text('kldb'),
  land: text('land'),
  lapsesAfter: date('lapses_after', { mode: 'string' }),
  media: uuid('media').array().notNull().default(sql`'{}'::uuid[]`),
  namedProfessions: uuid('named_professions').array().notNull().default(sql`'{}'::uuid[]`),
  namedRegions: uuid('named_regions').array().notNull().default(sql`'{}'::uuid[]`),
  plain: text('plain').notNull(),
  profession: uuid('profession').notNull(),
  professionSlug: text('profession_slug').notNull(),
  publishedAt: moment('published_at').notNull(),
  region: uuid('region'),
  regionSlug: text('region_slug').notNull(),
  search: tsvector('search').notNull(),
  shape: text('shape'),
  sites: uuid('sites').array().notNull().default(sql`'{}'::uuid[]`),
  sources: uuid('sources').array().notNull().default(sql`'{}'::uuid[]`),
  textSearch: tsvector('text_search'),
})

export const jobs = delivery.table('jobs', {
  city: text('city'),
  datePosted: moment('date_posted').notNull(),
  employmentTypes: text('employment_types').array().notNull(),
  hiringOrganization: text('hiring_organization').notNull(),
  id: uuid('id').notNull(),
  isRemote: boolean('is_remote'),
  postalCode: text('postal_code'),
  profession: uuid('profession'),
  region: uuid('region'),
  title: text('title').notNull(),
  updatedAt: moment('updated_at').notNull(),
  url: text('url').notNull(),
  validThrough: moment('valid_through'),
})

export const lastComparison = delivery.table('last_comparison', {
  seconds: integer('seconds'),
})

export const lexicon = delivery.table('lexicon', {
  word: text('word').notNull(),
})

export const logCheckpoints = delivery.table('log_checkpoints', {
  note: text('note').notNull(),
  proof: text('proof'),
  root: bytea('root').notNull(),
  signedAt: moment('signed_at').notNull().default(sql`clock_timestamp()`),
  size: bigint('size', { mode: 'number' }).notNull(),
})

export const logCosignatures = delivery.table('log_cosignatures', {
  line: text('line').notNull(),
  proof: text('proof'),
  receivedAt: moment('received_at').notNull().default(sql`clock_timestamp()`),
  size: bigint('size', { mode: 'number' }).notNull(),
  witness: text('witness').notNull(),
})

export const logEntries = delivery.table('log_entries', {
  entry: bytea('entry').notNull(),
  index: bigint('index', { mode: 'number' }),
})

export const logKeys = delivery.table('log_keys', {
  kind: text('kind', { enum: ['log', 'witness'] }).notNull(),
  validFrom: moment('valid_from').notNull().default(sql`clock_timestamp()`),
  validUntil: moment('valid_until'),
  verifier: text('verifier').notNull(),
})

export const logNodes = delivery.table('log_nodes', {
  hash: bytea('hash').notNull(),
  level: integer('level').notNull(),
  number: bigint('number', { mode: 'number' }).notNull(),
  proof: text('proof'),
})

export const logRedactions = delivery.table('log_redactions', {
  at: text('at').notNull(),
  entry: bytea('entry').notNull(),
  ofEntry: bytea('of_entry'),
  salt: bytea('salt').notNull(),
})

export const openFaults = delivery.table('open_faults', {
  count: integer('count'),
})

export const portraits = delivery.table('portraits', {
  body: text('body').notNull(),
  brotli: bytea('brotli').notNull(),
  changedAt: moment('changed_at').notNull(),
  document: uuid('document').notNull(),
  etag: text('etag').notNull(),
  freshUntil: moment('fresh_until').notNull(),
  gzip: bytea('gzip').notNull(),
  profession: uuid('profession').notNull(),
  professionSlug: text('profession_slug').notNull(),
  region: uuid('region'),
  regionSlug: text('region_slug').notNull(),
})

export const professions = delivery.table('professions', {
  data: json('data').$type<Json<'delivery.professions.data'>>().notNull(),
  formerSlugs: text('former_slugs').array().notNull().default(sql`'{}'::text[]`),
  id: uuid('id').notNull(),
  kldb: text('kldb'),
  name: text('name').notNull(),
  names: text('names').notNull(),
  search: tsvector('search').notNull(),
  slug: text('slug').notNull(),
  updatedAt: moment('updated_at').notNull(),
})

export const regions = delivery.table('regions', {
  data: json('data').$type<Json<'delivery.regions.data'>>().notNull(),
  formerSlugs: text('former_slugs').array().notNull().default(sql`'{}'::text[]`),
  id: uuid('id').notNull(),
  kind: text('kind').notNull(),
  land: text('land'),
  latitude: doublePrecision('latitude'),
  longitude: doublePrecision('longitude'),
  name: text('name').notNull(),
  names: text('names').notNull(),
  neighbours: uuid('neighbours').array().notNull().default(sql`'{}'::uuid[]`),
  search: tsvector('search').notNull(),
  slug: text('slug').notNull(),
  updatedAt: moment('updated_at').notNull(),
  within: uuid('within').array().notNull(),
})

export const releases = delivery.table('releases', {
  at: moment('at').notNull().default(sql`clock_timestamp()`),
  collection: text('collection'),
  digest: text('digest'),
  document: uuid('document'),
  hash: text('hash'),
  id: bigint('id', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
  position: bigint('position', { mode: 'number' }),
  profession: uuid('profession'),
  professionSlug: text('profession_slug'),
  reason: text('reason', { enum: ['text', 'profile', 'reference', 'media', 'source', 'lapsed', 'reshaped'] }).notNull(),
  region: uuid('region'),
  regionSlug: text('region_slug'),
  sites: uuid('sites').array(),
  sitesBefore: uuid('sites_before').array(),
})

export const siteKeys = delivery.table('site_keys', {
  expiresAt: moment('expires_at'),
  hash: text('hash'),
  id: text('id').notNull(),
  site: uuid('site'),
})

export const sites = delivery.table('sites', {
  id: uuid('id').notNull(),
  name: text('name').notNull(),
  origins: text('origins').array().notNull(),
  professions: uuid('professions').array().notNull(),
  regions: uuid('regions').array().notNull(),
})
