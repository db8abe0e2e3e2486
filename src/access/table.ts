import type { Role } from '#model/roles.ts'

/** The operations that Payload asks about, one by one. */
export const operations = ['create', 'read', 'update', 'delete', 'readVersions'] as const
export type Operation = (typeof operations)[number]

/** Everybody who may knock at a door. */
export const callers = ['anonymous', 'site', 'author', 'editor', 'admin'] as const
export type Caller = Role | 'anonymous' | 'site'

/**
 * What a caller may do: everything, nothing, or what a rule narrows it to. The rules stand in
 * rules.ts: `own` (texts this person is the author of or is to write, or files this person
 * uploaded), `ownDraft` (texts whose author this person is and that were never submitted), `desk` (texts
 * of the person's desks, or to be reviewed by them), `scope` (what is of the site's regions and professions),
 * `live` (live copies, of the same), `documents` (records that
 * concern documents, as opposed to accounts and settings), `present` (the same, without documents that
 * somebody else has deleted), `released` (files as a live copy has shown them; in
 * lists, those that one shows now), `self` (the caller's own
 * record), `active` (job references that have not expired, of the site's regions and professions).
 */
export type Permission =
  | 'all'
  | 'none'
  | 'own'
  | 'ownDraft'
  | 'desk'
  | 'scope'
  | 'live'
  | 'documents'
  | 'present'
  | 'released'
  | 'self'
  | 'active'

export type CollectionPermissions = Readonly<
  Record<Operation, Readonly<Record<Caller, Permission>>>
>

const nobody = row('none', 'none', 'none', 'none', 'none')
const adminsOnly = row('none', 'none', 'none', 'none', 'all')
const editorsUp = row('none', 'none', 'none', 'all', 'all')
const peopleOnly = row('none', 'none', 'all', 'all', 'all')

const referenceData: CollectionPermissions = {
  create: editorsUp,
  read: row('none', 'scope', 'all', 'all', 'all'),
  update: editorsUp,
  delete: adminsOnly,
  readVersions: nobody,
}

const editorialDocuments: CollectionPermissions = {
  create: peopleOnly,
  read: row('none', 'live', 'all', 'all', 'all'),
  update: row('none', 'none', 'own', 'desk', 'all'),
  delete: row('none', 'none', 'ownDraft', 'desk', 'all'),
  readVersions: peopleOnly,
}

const recordsOfTheWorkflow: CollectionPermissions = {
  create: nobody,
  read: peopleOnly,
  update: nobody,
  delete: nobody,
  readVersions: nobody,
}

const runByAdmins: CollectionPermissions = {
  create: adminsOnly,
  read: editorsUp,
  update: adminsOnly,
  delete: adminsOnly,
  readVersions: nobody,
}

/** Who may do what: the one table behind every collection's access and behind its tests. */
export const permissions = {
  professions: referenceData,
  regions: referenceData,
  employers: referenceData,
  sources: {
    ...referenceData,
    create: peopleOnly,
    // They are of no profession and no region.
    read: row('none', 'all', 'all', 'all', 'all'),
  },
  'career-profiles': editorialDocuments,
  'regional-sections': editorialDocuments,
  'job-references': { ...runByAdmins, read: row('none', 'active', 'all', 'all', 'all') },
  'job-feeds': runByAdmins,
  'import-runs': { ...recordsOfTheWorkflow },
  media: {
    create: peopleOnly,
    read: row('released', 'released', 'all', 'all', 'all'),
    update: row('none', 'none', 'own', 'all', 'all'),
    delete: row('none', 'none', 'own', 'all', 'all'),
    readVersions: nobody,
  },
  desks: { ...runByAdmins, read: peopleOnly },
  users: {
    create: adminsOnly,
    read: peopleOnly,
    update: row('none', 'none', 'self', 'self', 'all'),
    delete: adminsOnly,
    readVersions: nobody,
  },
  sites: {
    create: adminsOnly,
    read: row('none', 'self', 'none', 'all', 'all'),
    update: adminsOnly,
    delete: adminsOnly,
    readVersions: nobody,
  },
  'workflow-states': recordsOfTheWorkflow,
  'workflow-approvals': {
    ...recordsOfTheWorkflow,
    read: row('none', 'none', 'present', 'all', 'all'),
  },
  'workflow-events': {
    ...recordsOfTheWorkflow,
    read: row('none', 'none', 'present', 'documents', 'all'),
  },
} as const satisfies Readonly<Record<string, CollectionPermissions>>

export type GuardedCollection = keyof typeof permissions

function row(
  anonymous: Permission,
  site: Permission,
  author: Permission,
  editor: Permission,
  admin: Permission,
): Readonly<Record<Caller, Permission>> {
  return { anonymous, site, author, editor, admin }
}
