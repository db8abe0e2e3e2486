import {
  callers as everyCaller,
  permissions,
  type Caller,
  type GuardedCollection,
  type Operation,
} from '#access/table.ts'
import { editorialCollections } from '#model/documents.ts'

/** What a door leads to. `workingCopy`: texts, of which none goes live by this door. */
export type DoorKind =
  | 'read'
  | 'workflow'
  | 'conversation'
  | 'assignment'
  | 'workingCopy'
  | 'reference'
  | 'picture'
  | 'account'
  | 'record'
  | 'erasure'
  | 'setting'
  | 'lock'
  | 'preference'
  | 'internal'

/** A door of the product: an endpoint (`POST /users/login`) or a field of GraphQL (`mutation x`). */
export interface Door {
  name: string
  kind: DoorKind
  /** Those who may knock; whoever else does is refused. */
  who: readonly Caller[]
}

const everybody = everyCaller
const nobody: readonly Caller[] = []
const people = ['author', 'editor', 'admin'] as const
const signedIn = ['site', ...people] as const
const editorsUp = ['editor', 'admin'] as const
const admins = ['admin'] as const

/** How a collection is classed: what its writes lead to, and what it has beside Payload's basics. */
interface CollectionClass {
  kind: DoorKind
  hasDuplicate?: true
  hasVersions?: true
  /** Payload's own collections: who may, for they are not in the table of permissions. */
  who?: Readonly<Record<Operation, readonly Caller[]>>
}

const closed = {
  create: nobody,
  read: nobody,
  update: nobody,
  delete: nobody,
  readVersions: nobody,
}
const openToPeople = { ...closed, create: people, read: people, update: people, delete: people }
// `GET /:key` answers whatever stands below, `versions` as well.
const preferences = { ...openToPeople, readVersions: people }
const workingCopy: CollectionClass = { kind: 'workingCopy', hasVersions: true }
const reference: CollectionClass = { kind: 'reference', hasDuplicate: true }

/** Every collection that answers over HTTP. */
const collectionClasses = {
  'career-profiles': workingCopy,
  'regional-sections': workingCopy,
  professions: reference,
  regions: reference,
  sources: reference,
  employers: reference,
  'job-references': reference,
  'job-feeds': reference,
  desks: { kind: 'account', hasDuplicate: true },
  media: { kind: 'picture', hasDuplicate: true },
  users: { kind: 'account' },
  sites: { kind: 'account' },
  'import-runs': { kind: 'record' },
  'workflow-states': { kind: 'record' },
  'workflow-approvals': { kind: 'record' },
  'workflow-events': { kind: 'record' },
  'payload-kv': { kind: 'internal', hasDuplicate: true, who: closed },
  'payload-locked-documents': { kind: 'lock', hasDuplicate: true, who: openToPeople },
  'payload-preferences': { kind: 'preference', hasDuplicate: true, who: preferences },
} as const satisfies Readonly<Record<GuardedCollection | `payload-${string}`, CollectionClass>>

const scimDoors = [
  'GET /scim/v2/ServiceProviderConfig',
  'GET /scim/v2/ResourceTypes',
  'GET /scim/v2/ResourceTypes/:id',
  'GET /scim/v2/Schemas',
  'GET /scim/v2/Schemas/:id',
  ...['Users', 'Groups'].flatMap((what) => [
    `GET /scim/v2/${what}`,
    `POST /scim/v2/${what}`,
    `GET /scim/v2/${what}/:id`,
    `PUT /scim/v2/${what}/:id`,
    `PATCH /scim/v2/${what}/:id`,
    `DELETE /scim/v2/${what}/:id`,
  ]),
].map((name) => [name, 'account', nobody] as const)

/** Every endpoint of the product. */
export function classifiedEndpoints(): Door[] {
  return [
    ...Object.entries(collectionClasses).flatMap(([slug, of]) => nativeEndpoints(slug, of)),
    ...editorialCollections.flatMap(workflowEndpoints),
    ...accountEndpoints('users', { hasKeys: false }),
    ...at('/users', [
      ['GET /:id/commitments', 'read', editorsUp],
      ['POST /:id/deactivate', 'account', admins],
      ['POST /:id/reactivate', 'account', admins],
      ['POST /:id/provider-link', 'account', admins],
    ]),
    ...accountEndpoints('sites', { hasKeys: true }),
    ...at('/media', [
      ['GET /paste-url/:id?', 'picture', nobody],
      ['GET /file/:filename', 'read', everybody],
    ]),
    ...at('/payload-preferences', [
      ['GET /:key', 'preference', people],
      ['POST /:key', 'preference', people],
      ['DELETE /:key', 'preference', people],
    ]),
    ...at('/globals/workflow-settings', [
      ['GET /', 'read', people],
      ['POST /', 'setting', admins],
      ['POST /access', 'read', everybody],
      ['GET /versions', 'read', nobody],
      ['GET /versions/:id', 'read', nobody],
      ['POST /versions/:id', 'setting', nobody],
    ]),
    ...at('', [
      ['GET /access', 'read', everybody],
      ['GET /healthz', 'read', everybody],
      // Payload's drawing of pictures for links is closed.
      ['GET /og', 'read', nobody],
      ['GET /audit', 'read', admins],
      ['GET /audit/faults', 'read', admins],
      ['GET /audit/export', 'read', admins],
      ['GET /audit/export.csv', 'read', admins],
      ['GET /workflow-report', 'read', editorsUp],
      ['GET /workflow-report.csv', 'read', editorsUp],
      ['GET /newsroom/report.csv', 'read', editorsUp],
      ['GET /inbox', 'read', people],
      ['POST /inbox/read', 'preference', people],
      ['GET /inbox/preferences', 'read', people],
      ['PATCH /inbox/preferences', 'preference', people],
      ['POST /import/portraits', 'workingCopy', people],
      ['GET /newsroom/home', 'read', people],
      ['GET /newsroom/texts', 'read', people],
      ['GET /newsroom/texts.csv', 'read', people],
      ['GET /newsroom/queue', 'read', people],
      ['GET /newsroom/trash', 'read', people],
      ['GET /newsroom/queue/next', 'read', people],
      ['GET /newsroom/coverage', 'read', people],
      ['POST /newsroom/coverage/texts', 'read', people],
      ['GET /reference/proposals', 'read', editorsUp],
      ['POST /reference/proposals/:id/confirm', 'reference', editorsUp],
      ['POST /reference/proposals/:id/reject', 'reference', editorsUp],
      // Whoever has proposed something may be an author by now.
      ['POST /reference/proposals/:id/withdraw', 'reference', people],
      ['GET /erasures', 'read', editorsUp],
      ['GET /erasures/places', 'read', editorsUp],
      ['POST /erasures', 'erasure', editorsUp],
      ['POST /erasures/:id/confirm', 'erasure', editorsUp],
      ['POST /erasures/:id/reject', 'erasure', editorsUp],
      ['POST /erasures/:id/withdraw', 'erasure', people],
      ['GET /people', 'read', people],
      ['POST /account/password', 'account', people],
      ['POST /account/email', 'account', people],
      ['GET /account/sessions', 'read', people],
      ['DELETE /account/sessions', 'account', people],
      ['DELETE /account/sessions/:id', 'account', people],
      ['GET /account/sign-in', 'read', people],
      ['POST /account/second-factor', 'account', people],
      ['POST /account/app', 'account', people],
      ['POST /account/app/confirm', 'account', people],
      ['POST /account/app/remove', 'account', people],
      ['POST /account/recovery-codes', 'account', people],
      ['POST /account/passkeys', 'account', people],
      ['POST /account/passkeys/options', 'account', people],
      ['POST /account/passkeys/:id/remove', 'account', people],
      ['POST /sign-in/passkey', 'account', everybody],
      ['POST /sign-in/passkey/options', 'read', everybody],
      ['DELETE /people/:id/second-factors', 'account', admins],
      ['POST /people/invitations', 'account', admins],
      ['POST /people/invitations/:id/renew', 'account', admins],
      ['DELETE /people/invitations/:id', 'account', admins],
      // By the provider of sign-ins, where there is one.
      ['GET /sign-in/oidc', 'account', everybody],
      ['GET /sign-in/oidc/callback', 'account', everybody],
      ['POST /sign-in/oidc/backchannel-logout', 'account', everybody],
      // By a link that an operator has made, signed, for ten minutes and once.
      ['GET /sign-in/link', 'account', everybody],
      // For a directory with the token of the installation, whoever else signs in.
      ...scimDoors,
      ['GET /delegations', 'assignment', people],
      ['POST /delegations', 'assignment', editorsUp],
      ['DELETE /delegations/:id', 'assignment', people],
      // Whoever holds the link, which is signed and expires.
      ['GET /expert-review/:token', 'conversation', everybody],
      ['POST /expert-review/:token', 'conversation', everybody],
    ]),
  ]
}

/** What Payload registers for each collection. */
function nativeEndpoints(
  slug: string,
  { kind, hasDuplicate, hasVersions, who }: CollectionClass,
): Door[] {
  const may = (operation: Operation) => who?.[operation] ?? callersWhoMay(slug, operation)
  return at(`/${slug}`, [
    ['GET /', 'read', may('read')],
    ['GET /count', 'read', may('read')],
    ['GET /:id', 'read', may('read')],
    // Tells everybody what they may do themselves.
    ['POST /access/:id?', 'read', everybody],
    ['POST /', kind, may('create')],
    ...(hasDuplicate ? [['POST /:id/duplicate', kind, may('create')] as const] : []),
    ['PATCH /', kind, may('update')],
    ['PATCH /:id', kind, may('update')],
    ['DELETE /', kind, may('delete')],
    ['DELETE /:id', kind, may('delete')],
    ...(hasVersions
      ? ([
          ['GET /versions', 'read', may('readVersions')],
          ['GET /versions/:id', 'read', may('readVersions')],
          ['POST /versions/:id', kind, may('update')],
        ] as const)
      : []),
  ])
}

function workflowEndpoints(slug: string): Door[] {
  return at(`/${slug}`, [
    ['POST /transitions', 'workflow', people],
    ['POST /:id/transitions', 'workflow', people],
    ['GET /:id/workflow', 'read', people],
    ['GET /:id/workflow/diff', 'read', people],
    ['PATCH /:id/workflow/assignment', 'assignment', people],
    ['POST /:id/workflow/claim', 'assignment', people],
    ['DELETE /:id/workflow/claim', 'assignment', people],
    ['GET /:id/workflow/comments', 'read', people],
    ['POST /:id/workflow/comments', 'conversation', people],
    ['PATCH /:id/workflow/comments/:comment', 'conversation', people],
    ['DELETE /:id/workflow/comments/:comment', 'conversation', people],
    ['GET /:id/workflow/expert-links', 'read', people],
    ['POST /:id/workflow/expert-links', 'conversation', people],
    ['POST /:id/preview', 'conversation', people],
    ['GET /:id/previews', 'read', people],
    ['DELETE /:id/previews/:preview', 'conversation', people],
    ['PATCH /:id/workflow/plan', 'workflow', people],
    ['POST /:id/workflow/sign-offs', 'workflow', people],
    ['POST /:id/workflow/sign-offs/:kind/take-back', 'workflow', people],
    ['POST /trash/:id/restore', 'workingCopy', people],
    ['DELETE /trash/:id', 'workingCopy', people],
    ['GET /trash/:id', 'read', people],
    ['GET /:id/workflow/texts', 'read', people],
    ['GET /:id/history.csv', 'read', people],
    ['POST /:id/workflow/texts/:digest/restore', 'workingCopy', people],
    // Renders what was sent, and keeps nothing of it.
    ['POST /:id/preview/page', 'read', people],
    ['DELETE /:id/workflow/expert-links/:link', 'conversation', people],
  ])
}

/** What Payload registers where somebody signs in. Sites have no passwords: these lead nowhere. */
function accountEndpoints(slug: string, { hasKeys }: { hasKeys: boolean }): Door[] {
  const withPassword = hasKeys ? nobody : everybody
  return at(`/${slug}`, [
    ['GET /init', 'read', everybody],
    ['GET /me', 'read', everybody],
    ['POST /login', 'account', withPassword],
    ['POST /logout', 'account', signedIn],
    ['POST /refresh-token', 'account', signedIn],
    ['POST /forgot-password', 'account', withPassword],
    ['POST /reset-password', 'account', withPassword],
    ['POST /unlock', 'account', nobody],
    ['POST /first-register', 'account', nobody],
    ...(hasKeys
      ? ([
          ['GET /:id/keys', 'account', editorsUp],
          ['POST /:id/keys', 'account', admins],
          ['DELETE /:id/keys/:key', 'account', admins],
          ['GET /:id/webhooks', 'read', editorsUp],
          ['POST /:id/webhooks', 'setting', admins],
          ['PATCH /:id/webhooks/:hook', 'setting', admins],
          ['DELETE /:id/webhooks/:hook', 'setting', admins],
          ['POST /:id/webhooks/:hook/secret', 'setting', admins],
          ['GET /:id/webhooks/:hook/deliveries', 'read', editorsUp],
          ['POST /:id/webhooks/:hook/deliveries/:delivery/replay', 'setting', admins],
          ['POST /:id/webhooks/:hook/replay', 'setting', admins],
          ['POST /:id/trial', 'read', admins],
        ] as const)
      : []),
  ])
}

/** Every query and mutation of the product. */
export function classifiedGraphQL(): Door[] {
  const of = Object.entries(collectionClasses).flatMap(([slug, of]) => nativeGraphQL(slug, of))
  return [
    ...of,
    ...at('', [
      ['query Access', 'read', everybody],
      ['query workflow', 'workflow', people],
      ...['CareerProfile', 'RegionalSection'].flatMap((one) =>
        ['transition', 'signOff', 'takeBackSignOff', 'keepPlan'].map(
          (step) => [`mutation ${step}${one}`, 'workflow', people] as const,
        ),
      ),
      ['query WorkflowSetting', 'read', people],
      ['query docAccessWorkflowSetting', 'read', everybody],
      ['mutation updateWorkflowSetting', 'setting', admins],
      ['query meUser', 'read', everybody],
      ['query initializedUser', 'read', everybody],
      ['query meSite', 'read', everybody],
      ['query initializedSite', 'read', everybody],
    ]),
  ]
}

/** What Payload builds for each collection. */
function nativeGraphQL(slug: string, of: CollectionClass): Door[] {
  const { kind, hasDuplicate, hasVersions, who } = of
  const may = (operation: Operation) => who?.[operation] ?? callersWhoMay(slug, operation)
  const { one, many } = graphQLNames(slug)
  return at('', [
    [`query ${one}`, 'read', may('read')],
    [`query ${many}`, 'read', may('read')],
    [`query count${many}`, 'read', may('read')],
    [`query docAccess${one}`, 'read', everybody],
    [`mutation create${one}`, kind, may('create')],
    [`mutation update${one}`, kind, may('update')],
    [`mutation delete${one}`, kind, may('delete')],
    ...(hasDuplicate ? [[`mutation duplicate${one}`, kind, may('create')] as const] : []),
    ...(hasVersions
      ? ([
          [`query version${one}`, 'read', may('readVersions')],
          [`query versions${many}`, 'read', may('readVersions')],
          [`mutation restoreVersion${one}`, kind, may('update')],
        ] as const)
      : []),
  ])
}

/** The names that Payload makes out of a slug. */
function graphQLNames(slug: string): { one: string; many: string } {
  if (slug === 'media') return { one: 'Media', many: 'allMedia' }
  const words = slug.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  const many = words.join('')
  const one = many.replace(/ies$/, 'y').replace(/s$/, '')
  return { one, many: many === one ? `${one}s` : many }
}

function callersWhoMay(slug: string, operation: Operation): readonly Caller[] {
  const [, rows] = Object.entries(permissions).find(([name]) => name === slug) ?? []
  return rows ? everyCaller.filter((caller) => rows[operation][caller] !== 'none') : nobody
}

/** Doors below one path: `VERB /path`, kind, who. */
function at(
  root: string,
  rows: readonly (readonly [name: string, kind: DoorKind, who: readonly Caller[]])[],
): Door[] {
  return rows.map(([name, kind, who]) => {
    const path = name.replace(' /', ` ${root}/`)
    return { name: root === '' ? name : path.replace(/(?<=.)\/$/, ''), kind, who }
  })
}
