// Made by "npm run generate" from the database after all migrations. Not to be changed by hand.

import { sql } from 'drizzle-orm'
import { bigint, boolean, customType, integer, json, jsonb, numeric, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { momentFrom } from '#model/moment.ts'
import type { Json } from './json-columns.ts'

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
const moment = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp (3) with time zone',
  fromDriver: momentFrom,
})
const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' })

export const careerProfilesV = pgTable('_career_profiles_v', {
  autosave: boolean('autosave'),
  createdAt: moment('created_at').notNull().default(sql`now()`),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  latest: boolean('latest'),
  parentId: uuid('parent_id'),
  updatedAt: moment('updated_at').notNull().default(sql`now()`),
  versionStatus: text('version__status', { enum: ['draft', 'published'] }).default(sql`'draft'::enum__career_profiles_v_version_status`),
  versionAuthorId: uuid('version_author_id'),
  versionDigest: text('version_digest'),
  versionProfessionId: uuid('version_profession_id'),
})

export const regionalSectionsV = pgTable('_regional_sections_v', {
  autosave: boolean('autosave'),
  createdAt: moment('created_at').notNull().default(sql`now()`),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  latest: boolean('latest'),
  parentId: uuid('parent_id'),
  updatedAt: moment('updated_at').notNull().default(sql`now()`),
  versionStatus: text('version__status', { enum: ['draft', 'published'] }).default(sql`'draft'::enum__regional_sections_v_version_status`),
  versionAuthorId: uuid('version_author_id'),
  versionDigest: text('version_digest'),
  versionProfessionId: uuid('version_profession_id'),
  versionRegionId: uuid('version_region_id'),
})

export const accountMails = pgTable('account_mails', {
  address: text('address').notNull(),
  attempts: integer('attempts').notNull().default(sql`0`),
  byWhom: text('by_whom'),
  change: text('change').notNull(),
  happenedAt: moment('happened_at').notNull().default(sql`clock_timestamp()`),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  leasedUntil: moment('leased_until'),
  nextAttemptAt: moment('next_attempt_at').notNull().default(sql`clock_timestamp()`),
  person: uuid('person').notNull(),
})

export const auditFaults = pgTable('audit_faults', {
  firstSeenAt: moment('first_seen_at').notNull().default(sql`clock_timestamp()`),
  goneAt: moment('gone_at'),
  lastSeenAt: moment('last_seen_at').notNull().default(sql`clock_timestamp()`),
  place: text('place').notNull(),
  problem: text('problem').notNull(),
  toldAt: moment('told_at'),
})

export const auditSweeps = pgTable('audit_sweeps', {
  after: text('after'),
  finishedAt: moment('finished_at'),
  lastFinishedAt: moment('last_finished_at'),
  leasedUntil: moment('leased_until'),
  lookedAt: bigint('looked_at', { mode: 'number' }).notNull().default(sql`0`),
  part: text('part').notNull(),
  runner: text('runner', { enum: ['worker', 'command'] }).notNull(),
  startedAt: moment('started_at').notNull().default(sql`clock_timestamp()`),
})

export const careerProfiles = pgTable('career_profiles', {
  status: text('_status', { enum: ['draft', 'published'] }).default(sql`'draft'::enum_career_profiles_status`),
  authorId: uuid('author_id'),
  createdAt: moment('created_at').notNull().default(sql`now()`),
  digest: text('digest'),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  importedFromAt: moment('imported_from_at'),
  importedFromFile: text('imported_from_file'),
  importedFromSha256: text('imported_from_sha256'),
  professionId: uuid('profession_id'),
  updatedAt: moment('updated_at').notNull().default(sql`now()`),
})

export const databaseFunctions = pgTable('database_functions', {
  appliedAt: moment('applied_at').notNull().default(sql`clock_timestamp()`),
  digest: text('digest').notNull(),
  triggers: text('triggers').array().notNull(),
})

export const deliveryRebuilds = pgTable('delivery_rebuilds', {
  after: uuid('after'),
  done: integer('done').notNull().default(sql`0`),
  finishedAt: moment('finished_at'),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  part: text('part').notNull().default(sql`'professions'::text`),
  startedAt: moment('started_at').notNull().default(sql`clock_timestamp()`),
})

export const deliveryReshapes = pgTable('delivery_reshapes', {
  finishedAt: moment('finished_at'),
  shape: text('shape').notNull(),
  startedAt: moment('started_at').notNull().default(sql`clock_timestamp()`),
})

export const desks = pgTable('desks', {
  allProfessions: boolean('all_professions'),
  allRegions: boolean('all_regions'),
  createdAt: moment('created_at').notNull().default(sql`now()`),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  name: text('name').notNull(),
  updatedAt: moment('updated_at').notNull().default(sql`now()`),
})

export const desksRels = pgTable('desks_rels', {
  id: integer('id').notNull().default(sql`nextval('desks_rels_id_seq'::regclass)`),
  order: integer('order'),
  parentId: uuid('parent_id').notNull(),
  path: text('path').notNull(),
  professionsId: uuid('professions_id'),
  regionsId: uuid('regions_id'),
})

export const erasures = pgTable('erasures', {
  answer: text('answer'),
  askedAs: text('asked_as').notNull(),
  askedAt: moment('asked_at').notNull().default(sql`clock_timestamp()`),
  askedBy: text('asked_by').notNull(),
  askedByName: text('asked_by_name').notNull(),
  decidedAt: moment('decided_at'),
  decidedBy: text('decided_by'),
  decidedByName: text('decided_by_name'),
  document: text('document').notNull(),
  documentCollection: text('document_collection').notNull(),
  id: uuid('id').notNull(),
  kind: text('kind', { enum: ['texts', 'comment', 'expert', 'event', 'person', 'picture', 'import', 'file', 'view'] }).notNull(),
  reason: text('reason').notNull(),
  redaction: uuid('redaction'),
  status: text('status', { enum: ['open', 'confirmed', 'rejected', 'withdrawn'] }).notNull().default(sql`'open'::text`),
  subject: jsonb('subject').$type<Json<'public.erasures.subject'>>().notNull(),
})

export const expertLinks = pgTable('expert_links', {
  createdAt: moment('created_at').notNull().default(sql`clock_timestamp()`),
  digest: text('digest').notNull(),
  document: text('document').notNull(),
  documentCollection: text('document_collection').notNull(),
  endedAt: moment('ended_at'),
  expiresAt: moment('expires_at').notNull(),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  madeBy: text('made_by').notNull(),
  madeByName: text('made_by_name').notNull(),
  reader: text('reader'),
  revokedAt: moment('revoked_at'),
  usedAt: moment('used_at'),
})

export const expertOpinions = pgTable('expert_opinions', {
  comment: text('comment'),
  createdAt: moment('created_at').notNull().default(sql`clock_timestamp()`),
  digest: text('digest').notNull(),
  document: text('document').notNull(),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  link: uuid('link').notNull(),
  name: text('name').notNull(),
  opinion: text('opinion', { enum: ['agree', 'object'] }).notNull(),
  redaction: uuid('redaction'),
})

export const importRuns = pgTable('import_runs', {
  created: numeric('created', { mode: 'number' }).notNull(),
  createdAt: moment('created_at').notNull().default(sql`now()`),
  failed: numeric('failed', { mode: 'number' }).notNull(),
  finishedAt: moment('finished_at'),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  kind: text('kind', { enum: ['portraits'] }).notNull(),
  report: jsonb('report').$type<Json<'public.import_runs.report'>>(),
  startedAt: moment('started_at').notNull(),
  startedById: uuid('started_by_id'),
  unchanged: numeric('unchanged', { mode: 'number' }).notNull(),
  updated: numeric('updated', { mode: 'number' }).notNull(),
  updatedAt: moment('updated_at').notNull().default(sql`now()`),
})

export const jobReferences = pgTable('job_references', {
  city: text('city'),
  createdAt: moment('created_at').notNull().default(sql`now()`),
  datePosted: moment('date_posted').notNull(),
  employerId: uuid('employer_id'),
  externalId: text('external_id').notNull(),
  feedId: uuid('feed_id'),
  hiringOrganization: text('hiring_organization').notNull(),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  isRemote: boolean('is_remote').default(sql`false`),
  postalCode: text('postal_code'),
  professionId: uuid('profession_id'),
  regionId: uuid('region_id'),
  title: text('title').notNull(),
  updatedAt: moment('updated_at').notNull().default(sql`now()`),
  url: text('url').notNull(),
  validThrough: moment('valid_through'),
})

export const logLeaves = pgTable('log_leaves', {
  at: moment('at').notNull().default(sql`clock_timestamp()`),
  digest: text('digest'),
  document: uuid('document').notNull(),
  entry: bytea('entry').notNull(),
  id: bigint('id', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
  index: bigint('index', { mode: 'number' }),
  proof: text('proof'),
  redacts: text('redacts'),
  salt: bytea('salt').notNull(),
  signature: text('signature'),
  statement: text('statement').notNull(),
})

export const media = pgTable('media', {
  alt: text('alt').notNull(),
  createdAt: moment('created_at').notNull().default(sql`now()`),
  credit: text('credit'),
  filename: text('filename'),
  filesize: numeric('filesize', { mode: 'number' }),
  focalX: numeric('focal_x', { mode: 'number' }),
  focalY: numeric('focal_y', { mode: 'number' }),
  height: numeric('height', { mode: 'number' }),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  mimeType: text('mime_type'),
  releasedAt: moment('released_at'),
  thumbnailURL: text('thumbnail_u_r_l'),
  updatedAt: moment('updated_at').notNull().default(sql`now()`),
  uploadedById: uuid('uploaded_by_id'),
  url: text('url'),
  width: numeric('width', { mode: 'number' }),
})

export const newsroomTexts = pgTable('newsroom_texts', {
  author: uuid('author'),
  changedAt: moment('changed_at').notNull().default(sql`clock_timestamp()`),
  claimedBy: uuid('claimed_by'),
  claimedByName: text('claimed_by_name'),
  claimedUntil: moment('claimed_until'),
  contributors: jsonb('contributors').$type<Json<'public.newsroom_texts.contributors'>>().notNull().default(sql`'[]'::jsonb`),
  digest: text('digest'),
  document: uuid('document').notNull(),
  documentCollection: text('document_collection').notNull(),
  dueAt: moment('due_at'),
  isPlanned: boolean('is_planned').notNull().default(sql`false`),
  liveAt: moment('live_at'),
  liveDigest: text('live_digest'),
  profession: uuid('profession'),
  region: uuid('region'),
  reviewer: uuid('reviewer'),
  risk: text('risk'),
  round: integer('round').notNull().default(sql`0`),
  signOffDigests: jsonb('sign_off_digests').$type<Json<'public.newsroom_texts.sign_off_digests'>>(),
  signedOff: jsonb('signed_off').$type<Json<'public.newsroom_texts.signed_off'>>().notNull().default(sql`'[]'::jsonb`),
  signers: jsonb('signers').$type<Json<'public.newsroom_texts.signers'>>().notNull().default(sql`'[]'::jsonb`),
  stage: text('stage').notNull().default(sql`'draft'::text`),
  stageSince: moment('stage_since').notNull().default(sql`clock_timestamp()`),
  title: text('title').notNull().default(sql`''::text`),
  writer: uuid('writer'),
})

export const notificationMails = pgTable('notification_mails', {
  attempts: integer('attempts').notNull().default(sql`0`),
  createdAt: moment('created_at').notNull().default(sql`clock_timestamp()`),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  kind: text('kind').notNull(),
  lastError: text('last_error'),
  leasedUntil: moment('leased_until'),
  messageId: text('message_id'),
  mode: text('mode', { enum: ['immediate', 'daily'] }).notNull(),
  nextAttemptAt: moment('next_attempt_at').notNull(),
  notification: uuid('notification').notNull(),
  person: text('person').notNull(),
  sentAt: moment('sent_at'),
  status: text('status', { enum: ['pending', 'sent', 'failed', 'dropped'] }).notNull().default(sql`'pending'::text`),
  waitsForServer: boolean('waits_for_server').notNull().default(sql`false`),
})

export const notificationPreferences = pgTable('notification_preferences', {
  kind: text('kind').notNull(),
  mode: text('mode', { enum: ['immediate', 'daily', 'off'] }).notNull(),
  person: text('person').notNull(),
})

export const notifications = pgTable('notifications', {
  actorName: text('actor_name'),
  createdAt: moment('created_at').notNull().default(sql`clock_timestamp()`),
  data: jsonb('data').$type<Json<'public.notifications.data'>>().notNull(),
  document: text('document').notNull(),
  documentCollection: text('document_collection').notNull(),
  event: uuid('event').notNull(),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  kind: text('kind').notNull(),
  person: text('person').notNull(),
  readAt: moment('read_at'),
  sequence: bigint('sequence', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
})

export const passkeys = pgTable('passkeys', {
  counter: bigint('counter', { mode: 'number' }).notNull(),
  createdAt: moment('created_at').notNull().default(sql`clock_timestamp()`),
  id: text('id').notNull(),
  lastUsedAt: moment('last_used_at'),
  name: text('name').notNull(),
  person: uuid('person').notNull(),
  publicKey: text('public_key').notNull(),
  transports: text('transports').array().notNull(),
})

export const payloadLockedDocuments = pgTable('payload_locked_documents', {
  createdAt: moment('created_at').notNull().default(sql`now()`),
  globalSlug: text('global_slug'),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  updatedAt: moment('updated_at').notNull().default(sql`now()`),
})

export const payloadLockedDocumentsRels = pgTable('payload_locked_documents_rels', {
  careerProfilesId: uuid('career_profiles_id'),
  desksId: uuid('desks_id'),
  employersId: uuid('employers_id'),
  id: integer('id').notNull().default(sql`nextval('payload_locked_documents_rels_id_seq'::regclass)`),
  jobFeedsId: uuid('job_feeds_id'),
  jobReferencesId: uuid('job_references_id'),
  mediaId: uuid('media_id'),
  order: integer('order'),
  parentId: uuid('parent_id').notNull(),
  path: text('path').notNull(),
  professionsId: uuid('professions_id'),
  regionalSectionsId: uuid('regional_sections_id'),
  regionsId: uuid('regions_id'),
  sitesId: uuid('sites_id'),
  sourcesId: uuid('sources_id'),
  usersId: uuid('users_id'),
})

export const previewTexts = pgTable('preview_texts', {
  content: json('content').$type<Json<'public.preview_texts.content'>>().notNull(),
  digest: text('digest').notNull(),
  document: uuid('document').notNull(),
  expiresAt: moment('expires_at').notNull(),
  hasOlderTokens: boolean('has_older_tokens').notNull().default(sql`false`),
  profession: uuid('profession').notNull(),
  region: uuid('region'),
})

export const previewTokens = pgTable('preview_tokens', {
  createdAt: moment('created_at').notNull().default(sql`clock_timestamp()`),
  digest: text('digest').notNull(),
  document: uuid('document').notNull(),
  documentCollection: text('document_collection').notNull(),
  expiresAt: moment('expires_at').notNull(),
  href: text('href').notNull(),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  madeBy: text('made_by').notNull(),
  madeByName: text('made_by_name').notNull(),
  revokedAt: moment('revoked_at'),
})

export const professions = pgTable('professions', {
  createdAt: moment('created_at').notNull().default(sql`now()`),
  escoUri: text('esco_uri'),
  formsFeminine: text('forms_feminine'),
  formsMasculine: text('forms_masculine'),
  formsNeutral: text('forms_neutral'),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  isco08: text('isco08'),
  kldb2010: text('kldb2010'),
  name: text('name').notNull(),
  slug: text('slug').notNull(),
  updatedAt: moment('updated_at').notNull().default(sql`now()`),
})

export const providerIdentities = pgTable('provider_identities', {
  createdAt: moment('created_at').notNull().default(sql`clock_timestamp()`),
  issuer: text('issuer').notNull(),
  person: uuid('person').notNull(),
  subject: text('subject').notNull(),
})

export const providerLinks = pgTable('provider_links', {
  person: uuid('person').notNull(),
  until: moment('until').notNull(),
})

export const providerSessions = pgTable('provider_sessions', {
  authenticatedAt: moment('authenticated_at'),
  idToken: text('id_token'),
  issuer: text('issuer').notNull(),
  person: uuid('person').notNull(),
  providerSession: text('provider_session'),
  session: text('session').notNull(),
  subject: text('subject').notNull(),
})

export const provisionedGroups = pgTable('provisioned_groups', {
  createdAt: moment('created_at').notNull().default(sql`clock_timestamp()`),
  displayName: text('display_name').notNull(),
  externalId: text('external_id'),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  updatedAt: moment('updated_at').notNull().default(sql`clock_timestamp()`),
})

export const provisionedMembers = pgTable('provisioned_members', {
  inGroup: uuid('in_group').notNull(),
  person: uuid('person').notNull(),
})

export const provisionedUsers = pgTable('provisioned_users', {
  externalId: text('external_id'),
  person: uuid('person').notNull(),
  userName: text('user_name').notNull(),
})

export const pseudonymKeys = pgTable('pseudonym_keys', {
  isOnly: boolean('is_only').notNull().default(sql`true`),
  key: bytea('key').notNull(),
})

export const recoveryCodes = pgTable('recovery_codes', {
  hash: text('hash').notNull(),
  person: uuid('person').notNull(),
  usedAt: moment('used_at'),
})

export const redactedRows = pgTable('redacted_rows', {
  hash: text('hash'),
  leftHash: text('left_hash'),
  place: text('place').notNull(),
  redaction: uuid('redaction').notNull(),
  row: text('row').notNull(),
})

export const referenceProposals = pgTable('reference_proposals', {
  after: jsonb('after').$type<Json<'public.reference_proposals.after'>>().notNull(),
  before: jsonb('before').$type<Json<'public.reference_proposals.before'>>().notNull(),
  collection: text('collection', { enum: ['professions', 'regions', 'sources', 'employers'] }).notNull(),
  decidedAt: moment('decided_at'),
  decidedBy: text('decided_by'),
  decidedByName: text('decided_by_name'),
  digest: text('digest').notNull(),
  entry: uuid('entry').notNull(),
  id: uuid('id').notNull(),
  proposedAt: moment('proposed_at').notNull().default(sql`clock_timestamp()`),
  proposedBy: text('proposed_by'),
  proposedByName: text('proposed_by_name'),
  reason: text('reason'),
  sites: integer('sites').notNull(),
  status: text('status', { enum: ['open', 'confirmed', 'rejected', 'withdrawn'] }).notNull().default(sql`'open'::text`),
  texts: integer('texts').notNull(),
  title: text('title').notNull(),
})

export const regionalSections = pgTable('regional_sections', {
  status: text('_status', { enum: ['draft', 'published'] }).default(sql`'draft'::enum_regional_sections_status`),
  authorId: uuid('author_id'),
  createdAt: moment('created_at').notNull().default(sql`now()`),
  digest: text('digest'),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  importedFromAt: moment('imported_from_at'),
  importedFromFile: text('imported_from_file'),
  importedFromSha256: text('imported_from_sha256'),
  professionId: uuid('profession_id'),
  regionId: uuid('region_id'),
  updatedAt: moment('updated_at').notNull().default(sql`now()`),
})

export const regions = pgTable('regions', {
  ags: text('ags'),
  ars: text('ars'),
  createdAt: moment('created_at').notNull().default(sql`now()`),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  kind: text('kind', { enum: ['land', 'kreis', 'kreisfreieStadt', 'gemeinde'] }).notNull().default(sql`'gemeinde'::enum_regions_kind`),
  latitude: numeric('latitude', { mode: 'number' }),
  longitude: numeric('longitude', { mode: 'number' }),
  name: text('name').notNull(),
  nuts3: text('nuts3'),
  parentId: uuid('parent_id'),
  slug: text('slug').notNull(),
  updatedAt: moment('updated_at').notNull().default(sql`now()`),
})

export const secondFactors = pgTable('second_factors', {
  confirmedAt: moment('confirmed_at'),
  lastStep: bigint('last_step', { mode: 'number' }),
  person: uuid('person').notNull(),
  secret: text('secret').notNull(),
})

export const signInAttempts = pgTable('sign_in_attempts', {
  failures: integer('failures').notNull(),
  key: text('key').notNull(),
  lastAt: moment('last_at').notNull().default(sql`clock_timestamp()`),
})

export const siteKeyUses = pgTable('site_key_uses', {
  key: text('key').notNull(),
  usedAt: moment('used_at').notNull(),
})

export const sites = pgTable('sites', {
  createdAt: moment('created_at').notNull().default(sql`now()`),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  name: text('name').notNull(),
  previewUrl: text('preview_url'),
  updatedAt: moment('updated_at').notNull().default(sql`now()`),
})

export const sitesKeys = pgTable('sites_keys', {
  order: integer('_order').notNull(),
  parentId: uuid('_parent_id').notNull(),
  expiresAt: moment('expires_at'),
  hash: text('hash'),
  id: text('id').notNull(),
  label: text('label'),
  madeAt: moment('made_at'),
  prefix: text('prefix'),
})

export const sources = pgTable('sources', {
  createdAt: moment('created_at').notNull().default(sql`now()`),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  kind: text('kind', { enum: ['statistik', 'tarif', 'studie', 'sonstige'] }).notNull().default(sql`'sonstige'::enum_sources_kind`),
  name: text('name').notNull(),
  publisher: text('publisher'),
  updatedAt: moment('updated_at').notNull().default(sql`now()`),
  url: text('url'),
})

export const unrecorded = pgTable('unrecorded', {
  place: text('place').notNull(),
  row: text('row').notNull(),
})

export const usedTokens = pgTable('used_tokens', {
  token: text('token').notNull(),
  until: moment('until').notNull(),
})

export const users = pgTable('users', {
  allTexts: boolean('all_texts').default(sql`true`),
  createdAt: moment('created_at').notNull().default(sql`now()`),
  deactivatedAt: moment('deactivated_at'),
  email: text('email').notNull(),
  hash: text('hash'),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  language: text('language', { enum: ['de', 'en'] }).default(sql`'de'::enum_users_language`),
  name: text('name').notNull(),
  resetPasswordExpiration: moment('reset_password_expiration'),
  resetPasswordRequestedAt: moment('reset_password_requested_at'),
  resetPasswordToken: text('reset_password_token'),
  role: text('role', { enum: ['author', 'editor', 'admin'] }).notNull().default(sql`'author'::enum_users_role`),
  salt: text('salt'),
  updatedAt: moment('updated_at').notNull().default(sql`now()`),
})

export const usersRels = pgTable('users_rels', {
  desksId: uuid('desks_id'),
  id: integer('id').notNull().default(sql`nextval('users_rels_id_seq'::regclass)`),
  order: integer('order'),
  parentId: uuid('parent_id').notNull(),
  path: text('path').notNull(),
})

export const usersSessions = pgTable('users_sessions', {
  order: integer('_order').notNull(),
  parentId: uuid('_parent_id').notNull(),
  address: text('address'),
  agent: text('agent'),
  createdAt: moment('created_at'),
  expiresAt: moment('expires_at').notNull(),
  id: text('id').notNull(),
  isPending: boolean('is_pending'),
  method: text('method'),
  secondFactorAt: moment('second_factor_at'),
})

export const webhookDeliveries = pgTable('webhook_deliveries', {
  attempts: integer('attempts').notNull().default(sql`0`),
  createdAt: moment('created_at').notNull().default(sql`clock_timestamp()`),
  document: uuid('document').notNull(),
  event: text('event', { enum: ['published', 'updated', 'removed'] }).notNull(),
  firstAttemptAt: moment('first_attempt_at'),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  lastError: text('last_error'),
  lastStatus: integer('last_status'),
  leasedUntil: moment('leased_until'),
  nextAttemptAt: moment('next_attempt_at').notNull().default(sql`date_trunc('milliseconds'::text, now())`),
  release: bigint('release', { mode: 'number' }).notNull(),
  sequence: bigint('sequence', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
  settledAt: moment('settled_at'),
  status: text('status', { enum: ['pending', 'delivered', 'dead'] }).notNull().default(sql`'pending'::text`),
  webhook: uuid('webhook').notNull(),
})

export const webhookSecrets = pgTable('webhook_secrets', {
  createdAt: moment('created_at').notNull().default(sql`clock_timestamp()`),
  endsAt: moment('ends_at'),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  sealed: text('sealed').notNull(),
  webhook: uuid('webhook').notNull(),
})

export const webhooks = pgTable('webhooks', {
  createdAt: moment('created_at').notNull().default(sql`clock_timestamp()`),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  isActive: boolean('is_active').notNull().default(sql`true`),
  lastError: text('last_error'),
  lastFailureAt: moment('last_failure_at'),
  lastSuccessAt: moment('last_success_at'),
  site: uuid('site').notNull(),
  url: text('url').notNull(),
})

export const workflowAnchoredEvents = pgTable('workflow_anchored_events', {
  anchor: bigint('anchor', { mode: 'number' }).notNull(),
  sequence: bigint('sequence', { mode: 'number' }).notNull(),
})

export const workflowAnchors = pgTable('workflow_anchors', {
  createdAt: moment('created_at').notNull().default(sql`clock_timestamp()`),
  events: bigint('events', { mode: 'number' }).notNull(),
  feedHash: text('feed_hash'),
  feedPosition: bigint('feed_position', { mode: 'number' }),
  hash: text('hash').notNull(),
  number: bigint('number', { mode: 'number' }).notNull(),
  previousHash: text('previous_hash').notNull(),
})

export const workflowApprovals = pgTable('workflow_approvals', {
  approvedAs: text('approved_as'),
  approvedBy: text('approved_by').notNull(),
  approvedByName: text('approved_by_name').notNull(),
  comment: text('comment'),
  createdAt: moment('created_at').notNull().default(sql`now()`),
  digest: text('digest').notNull(),
  document: text('document').notNull(),
  documentCollection: text('document_collection').notNull(),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  required: numeric('required', { mode: 'number' }),
  risk: text('risk'),
  round: numeric('round', { mode: 'number' }).notNull(),
  seenFrom: text('seen_from'),
  updatedAt: moment('updated_at').notNull().default(sql`now()`),
})

export const workflowAssignments = pgTable('workflow_assignments', {
  assignedAt: moment('assigned_at').notNull().default(sql`clock_timestamp()`),
  assignedBy: text('assigned_by').notNull(),
  author: text('author'),
  document: text('document').notNull(),
  documentCollection: text('document_collection').notNull(),
  dueAt: moment('due_at'),
  remindedAt: moment('reminded_at'),
  reviewer: text('reviewer'),
})

export const workflowChains = pgTable('workflow_chains', {
  chain: text('chain').notNull(),
  hash: text('hash').notNull(),
  position: bigint('position', { mode: 'number' }).notNull(),
})

export const workflowClaims = pgTable('workflow_claims', {
  document: text('document').notNull(),
  documentCollection: text('document_collection').notNull(),
  person: text('person').notNull(),
  personName: text('person_name').notNull(),
  until: moment('until').notNull(),
})

export const workflowComments = pgTable('workflow_comments', {
  anchor: jsonb('anchor').$type<Json<'public.workflow_comments.anchor'>>().notNull(),
  author: text('author'),
  authorName: text('author_name').notNull(),
  body: text('body').notNull(),
  createdAt: moment('created_at').notNull().default(sql`clock_timestamp()`),
  deletedAt: moment('deleted_at'),
  digest: text('digest').notNull(),
  document: text('document').notNull(),
  documentCollection: text('document_collection').notNull(),
  editedAt: moment('edited_at'),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  isBlocking: boolean('is_blocking').notNull().default(sql`false`),
  link: uuid('link'),
  parent: uuid('parent'),
  redaction: uuid('redaction'),
  resolvedAt: moment('resolved_at'),
  resolvedBy: text('resolved_by'),
  resolvedByName: text('resolved_by_name'),
})

export const workflowDelegations = pgTable('workflow_delegations', {
  createdAt: moment('created_at').notNull().default(sql`clock_timestamp()`),
  createdBy: text('created_by').notNull(),
  endsAt: moment('ends_at').notNull(),
  fromPerson: text('from_person').notNull(),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  startsAt: moment('starts_at').notNull(),
  toPerson: text('to_person').notNull(),
})

export const workflowEvents = pgTable('workflow_events', {
  actor: text('actor'),
  actorName: text('actor_name'),
  comment: text('comment'),
  createdAt: moment('created_at').notNull().default(sql`now()`),
  data: jsonb('data').$type<Json<'public.workflow_events.data'>>(),
  digest: text('digest'),
  document: text('document').notNull(),
  documentCollection: text('document_collection').notNull(),
  fromStage: text('from_stage'),
  hash: text('hash').notNull().default(sql`NULL`),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  kind: text('kind').notNull().default(sql`'workflow'::character varying`),
  position: bigint('position', { mode: 'number' }).notNull().default(sql`NULL`),
  previousHash: text('previous_hash'),
  proof: text('proof'),
  sequence: bigint('sequence', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
  toStage: text('to_stage'),
  transaction: xid8('transaction').notNull().default(sql`pg_current_xact_id()`),
  transition: text('transition').notNull(),
  updatedAt: moment('updated_at').notNull().default(sql`now()`),
})

export const workflowPlans = pgTable('workflow_plans', {
  action: text('action', { enum: ['publish', 'unpublish'] }).notNull(),
  approvals: jsonb('approvals').$type<Json<'public.workflow_plans.approvals'>>().notNull(),
  createdAt: moment('created_at').notNull().default(sql`clock_timestamp()`),
  digest: text('digest').notNull(),
  document: text('document').notNull(),
  documentCollection: text('document_collection').notNull(),
  dueAt: moment('due_at').notNull(),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  isKept: boolean('is_kept').notNull().default(sql`false`),
  plannedBy: text('planned_by').notNull(),
  plannedByName: text('planned_by_name').notNull(),
  reason: text('reason'),
  round: integer('round').notNull(),
  settledAt: moment('settled_at'),
  status: text('status', { enum: ['pending', 'done', 'failed', 'cancelled'] }).notNull().default(sql`'pending'::text`),
  thenUnpublishAt: moment('then_unpublish_at'),
})

export const workflowProofs = pgTable('workflow_proofs', {
  allAfter: bigint('all_after', { mode: 'number' }).notNull().default(sql`0`),
  begunAfter: bigint('begun_after', { mode: 'number' }).notNull(),
  checkpointsAfter: bigint('checkpoints_after', { mode: 'number' }).notNull().default(sql`'-1'::integer`),
  isOnly: boolean('is_only').notNull().default(sql`true`),
  leavesAfter: bigint('leaves_after', { mode: 'number' }).notNull().default(sql`0`),
})

export const workflowRevocations = pgTable('workflow_revocations', {
  approval: uuid('approval').notNull(),
  createdAt: moment('created_at').notNull().default(sql`clock_timestamp()`),
  document: text('document').notNull(),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  reason: text('reason').notNull(),
  revokedBy: text('revoked_by').notNull(),
  revokedByName: text('revoked_by_name').notNull(),
})

export const workflowSettings = pgTable('workflow_settings', {
  careerProfilesCosmeticApprovals: numeric('career_profiles_cosmetic_approvals', { mode: 'number' }).notNull().default(sql`1`),
  careerProfilesCosmeticRole: text('career_profiles_cosmetic_role', { enum: ['editor', 'admin'] }),
  careerProfilesFactsApprovals: numeric('career_profiles_facts_approvals', { mode: 'number' }).notNull().default(sql`1`),
  careerProfilesFactsRole: text('career_profiles_facts_role', { enum: ['editor', 'admin'] }),
  careerProfilesTextApprovals: numeric('career_profiles_text_approvals', { mode: 'number' }).notNull().default(sql`1`),
  careerProfilesTextRole: text('career_profiles_text_role', { enum: ['editor', 'admin'] }),
  createdAt: moment('created_at'),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  locksInReview: boolean('locks_in_review').default(sql`false`),
  regionalSectionsCosmeticApprovals: numeric('regional_sections_cosmetic_approvals', { mode: 'number' }).notNull().default(sql`1`),
  regionalSectionsCosmeticRole: text('regional_sections_cosmetic_role', { enum: ['editor', 'admin'] }),
  regionalSectionsFactsApprovals: numeric('regional_sections_facts_approvals', { mode: 'number' }).notNull().default(sql`1`),
  regionalSectionsFactsRole: text('regional_sections_facts_role', { enum: ['editor', 'admin'] }),
  regionalSectionsTextApprovals: numeric('regional_sections_text_approvals', { mode: 'number' }).notNull().default(sql`1`),
  regionalSectionsTextRole: text('regional_sections_text_role', { enum: ['editor', 'admin'] }),
  signOffGiversExpertiseBy: text('sign_off_givers_expertise_by', { enum: ['reviewers', 'named'] }).notNull().default(sql`'reviewers'::enum_workflow_settings_sign_off_givers_expertise_by`),
  signOffGiversExpertiseExperts: boolean('sign_off_givers_expertise_experts').default(sql`false`),
  signOffGiversLanguageBy: text('sign_off_givers_language_by', { enum: ['reviewers', 'named'] }).notNull().default(sql`'reviewers'::enum_workflow_settings_sign_off_givers_language_by`),
  signOffGiversLanguageExperts: boolean('sign_off_givers_language_experts').default(sql`false`),
  signOffGiversLegalBy: text('sign_off_givers_legal_by', { enum: ['reviewers', 'named'] }).notNull().default(sql`'reviewers'::enum_workflow_settings_sign_off_givers_legal_by`),
  signOffGiversLegalExperts: boolean('sign_off_givers_legal_experts').default(sql`false`),
  updatedAt: moment('updated_at'),
})

export const workflowSignOffs = pgTable('workflow_sign_offs', {
  comment: text('comment'),
  createdAt: moment('created_at').notNull().default(sql`clock_timestamp()`),
  digest: text('digest').notNull(),
  document: text('document').notNull(),
  documentCollection: text('document_collection').notNull(),
  givenAs: text('given_as').notNull(),
  givenBy: text('given_by').notNull(),
  givenByName: text('given_by_name').notNull(),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  kind: text('kind', { enum: ['expertise', 'language', 'legal'] }).notNull(),
  textDigest: text('text_digest').notNull(),
})

export const workflowStageTimes = pgTable('workflow_stage_times', {
  document: text('document').notNull(),
  documentCollection: text('document_collection').notNull(),
  enteredAt: moment('entered_at').notNull(),
  enteredBy: text('entered_by'),
  id: bigint('id', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
  leftAt: moment('left_at'),
  leftBy: text('left_by'),
  leftFor: text('left_for'),
  stage: text('stage').notNull(),
})

export const workflowStates = pgTable('workflow_states', {
  contributors: jsonb('contributors').$type<Json<'public.workflow_states.contributors'>>().notNull(),
  createdAt: moment('created_at').notNull().default(sql`now()`),
  digest: text('digest').notNull(),
  documentCollection: text('document_collection').notNull(),
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  liveDigest: text('live_digest'),
  livePublishedAt: moment('live_published_at'),
  liveRound: numeric('live_round', { mode: 'number' }),
  round: numeric('round', { mode: 'number' }).notNull(),
  stage: text('stage', { enum: ['draft', 'in_review', 'changes_requested', 'approved', 'scheduled', 'live', 'archived'] }).notNull(),
  updatedAt: moment('updated_at').notNull().default(sql`now()`),
})

export const workflowTextWriters = pgTable('workflow_text_writers', {
  digest: text('digest').notNull(),
  document: text('document').notNull(),
  person: text('person').notNull(),
  writtenAt: moment('written_at').notNull().default(sql`clock_timestamp()`),
})

export const workflowTexts = pgTable('workflow_texts', {
  content: jsonb('content').$type<Json<'public.workflow_texts.content'>>().notNull(),
  digest: text('digest').notNull(),
  document: text('document').notNull(),
  documentCollection: text('document_collection').notNull(),
  redaction: uuid('redaction'),
  writtenAt: moment('written_at').notNull().default(sql`clock_timestamp()`),
  writtenBy: text('written_by'),
  writtenByName: text('written_by_name'),
})

export const workflowTrash = pgTable('workflow_trash', {
  author: text('author'),
  content: jsonb('content').$type<Json<'public.workflow_trash.content'>>().notNull(),
  contributors: jsonb('contributors').$type<Json<'public.workflow_trash.contributors'>>().notNull(),
  deletedAt: moment('deleted_at').notNull().default(sql`clock_timestamp()`),
  deletedBy: text('deleted_by'),
  deletedByName: text('deleted_by_name'),
  digest: text('digest').notNull(),
  document: text('document').notNull(),
  documentCollection: text('document_collection').notNull(),
  expiresAt: moment('expires_at').notNull(),
  profession: text('profession'),
  region: text('region'),
  round: integer('round').notNull(),
  title: text('title').notNull(),
})
