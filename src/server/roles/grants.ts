// What each server may do with each table: the one place where it stands. Rows only: nobody of them owns a
// table, makes one, or may TRUNCATE, and what is not here they may not touch. A new table has a line here, or
// the start refuses.

/** The processes that sign in to the database to write. The delivery plane only reads what is delivered. */
export const serverRoles = ['authoring', 'worker'] as const
export type ServerRole = (typeof serverRoles)[number]

export const rowRights = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] as const
export type RowRight = (typeof rowRights)[number]

type Rights = readonly RowRight[]

const all: Rights = rowRights
const append: Rights = ['SELECT', 'INSERT']
const change: Rights = ['SELECT', 'UPDATE']
const keep: Rights = ['SELECT', 'INSERT', 'UPDATE']
const remove: Rights = ['SELECT', 'DELETE']
const read: Rights = ['SELECT']
const none: Rights = []

/** By `schema.table`; with a star at its end, by the beginning of the name. The longest that fits holds. */
const grants: Readonly<Record<string, Readonly<Record<ServerRole, Rights>>>> = {
  // Texts, and their versions. What is live is held by triggers.
  'public.career_profiles*': { authoring: all, worker: all },
  'public._career_profiles_v*': { authoring: all, worker: all },
  'public.regional_sections*': { authoring: all, worker: all },
  'public._regional_sections_v*': { authoring: all, worker: all },
  'public.media': { authoring: all, worker: change },

  // Reference data, jobs, sites.
  'public.professions*': { authoring: all, worker: read },
  'public.regions*': { authoring: all, worker: read },
  'public.sources*': { authoring: all, worker: read },
  'public.employers*': { authoring: all, worker: read },
  'public.reference_proposals': { authoring: keep, worker: read },
  'public.job_references*': { authoring: all, worker: read },
  'public.job_feeds': { authoring: all, worker: read },
  'public.import_runs': { authoring: all, worker: read },
  'public.sites*': { authoring: all, worker: read },
  'public.sites_keys': { authoring: all, worker: none },
  'public.site_key_uses': { authoring: remove, worker: read },

  // People, and the rules of the house.
  'public.users*': { authoring: all, worker: read },
  'public.users_sessions': { authoring: all, worker: none },
  'public.used_tokens': { authoring: all, worker: none },
  'public.second_factors': { authoring: all, worker: none },
  'public.recovery_codes': { authoring: all, worker: none },
  'public.passkeys': { authoring: all, worker: none },
  'public.sign_in_attempts': { authoring: all, worker: remove },
  'public.provider_*': { authoring: all, worker: none },
  'public.provisioned_*': { authoring: all, worker: none },
  'public.desks*': { authoring: all, worker: read },
  'public.workflow_settings*': { authoring: all, worker: read },
  'public.sign_offs_of_*': { authoring: all, worker: read },

  // The record: only ever added to. Approvals and sign-offs are written by functions of the owner's alone,
  // chains and times by triggers.
  'public.workflow_events': { authoring: append, worker: append },
  'public.workflow_revocations': { authoring: append, worker: append },
  'public.workflow_anchors': { authoring: append, worker: append },
  'public.workflow_anchored_events': { authoring: append, worker: append },
  // What was emptied is noted by the function that empties it.
  'public.redacted_rows': { authoring: read, worker: read },
  // What was there before such things had events.
  'public.unrecorded': { authoring: read, worker: read },
  'public.erasures': { authoring: keep, worker: read },
  'public.audit_sweeps': { authoring: keep, worker: keep },
  'public.audit_faults': { authoring: keep, worker: keep },
  'public.workflow_approvals': { authoring: read, worker: read },
  'public.workflow_sign_offs': { authoring: read, worker: read },
  'public.workflow_chains': { authoring: read, worker: read },
  'public.workflow_stage_times': { authoring: read, worker: read },
  'public.workflow_proofs': { authoring: read, worker: read },

  // Where texts stand, and what surrounds them.
  'public.workflow_states': { authoring: all, worker: all },
  'public.workflow_plans': { authoring: all, worker: all },
  'public.workflow_claims': { authoring: all, worker: all },
  'public.workflow_assignments': { authoring: all, worker: all },
  'public.workflow_comments': { authoring: all, worker: all },
  'public.workflow_delegations': { authoring: all, worker: all },
  'public.workflow_texts': { authoring: all, worker: all },
  'public.workflow_text_writers': { authoring: all, worker: all },
  'public.workflow_trash': { authoring: all, worker: all },
  'public.newsroom_texts': { authoring: change, worker: change },
  'public.expert_links': { authoring: all, worker: all },
  'public.expert_opinions': { authoring: all, worker: remove },
  'public.preview_texts': { authoring: all, worker: all },
  'public.preview_tokens': { authoring: all, worker: all },

  // What people and sites are told.
  'public.notifications': { authoring: all, worker: all },
  'public.notification_mails': { authoring: all, worker: all },
  'public.account_mails': { authoring: all, worker: all },
  'public.notification_preferences': { authoring: all, worker: read },
  'public.webhooks': { authoring: all, worker: change },
  'public.webhook_secrets': { authoring: all, worker: remove },
  'public.webhook_deliveries': { authoring: all, worker: all },

  // The read model.
  'delivery.documents': { authoring: all, worker: all },
  'delivery.portraits': { authoring: all, worker: all },
  'delivery.professions': { authoring: all, worker: all },
  'delivery.regions': { authoring: all, worker: all },
  'delivery.lexicon': { authoring: all, worker: all },
  'delivery.releases': { authoring: append, worker: append },
  'delivery.jobs': { authoring: read, worker: read },
  'delivery.sites': { authoring: read, worker: read },
  'delivery.site_keys': { authoring: read, worker: none },
  'delivery.open_faults': { authoring: read, worker: read },
  'delivery.last_comparison': { authoring: read, worker: read },

  // The public log: only ever added to, but for a signature that was missing, that of a new key below a
  // checkpoint, and the end of a key.
  'public.log_leaves': { authoring: keep, worker: keep },
  'delivery.log_entries': { authoring: read, worker: read },
  'delivery.log_redactions': { authoring: read, worker: read },
  'delivery.log_nodes': { authoring: append, worker: append },
  'delivery.log_checkpoints': { authoring: keep, worker: keep },
  'delivery.log_cosignatures': { authoring: append, worker: append },
  'delivery.log_keys': { authoring: keep, worker: keep },
  // Who somebody is in receipts: the start puts the key there, once, and a function says it.
  'public.pseudonym_keys': { authoring: none, worker: none },
  'public.delivery_rebuilds': { authoring: all, worker: all },
  'public.delivery_reshapes': { authoring: all, worker: all },

  // Payload's and ours about ourselves.
  'public.payload_kv': { authoring: all, worker: all },
  'public.payload_locked_documents*': { authoring: all, worker: all },
  'public.payload_preferences*': { authoring: all, worker: read },
  'public.payload_migrations': { authoring: read, worker: read },
  'public.database_functions': { authoring: read, worker: read },
  'guard.keys': { authoring: none, worker: none },
}

/** Of these tables a server reads these columns only: it writes mails, and has no use for what people sign in by. */
const readable: Readonly<Record<string, Partial<Record<ServerRole, readonly string[]>>>> = {
  'public.users': {
    worker: [
      'all_texts',
      'created_at',
      'deactivated_at',
      'email',
      'id',
      'language',
      'name',
      'role',
      'updated_at',
    ],
  },
}

/** Functions that are not everybody's, by who may call them. Others of the schema `public` are. */
export const callable: Readonly<Record<string, readonly ServerRole[]>> = {
  'public.workflow_approve': ['authoring'],
  'public.workflow_sign_off': ['authoring'],
  'public.workflow_redact': ['authoring'],
  // An expert's word may come to count when a plan is carried out.
  'public.workflow_count_agreement': ['authoring', 'worker'],
  'public.workflow_believes': ['authoring', 'worker'],
  'public.log_people': ['authoring', 'worker'],
  'delivery.invalidate': ['authoring', 'worker'],
  'delivery.lock_key': ['authoring', 'worker'],
  // For the page of a preview, which the authoring plane shows to who has its token.
  'delivery.preview': ['authoring'],
}

/** What a server may do with a table (`schema.table`); undefined where the table has no line. */
export function rightsOn(table: string, role: ServerRole): Rights | undefined {
  const line = lineOf(table)
  return line === undefined ? undefined : grants[line]?.[role]
}

/** Which columns of a table servers read, of which one may be enough; undefined: all, or none, as `rightsOn` says. */
export function columnsReadOn(
  table: string,
  roles: readonly ServerRole[],
): readonly string[] | undefined {
  const reading = roles.filter((role) => rightsOn(table, role)?.includes('SELECT'))
  const columns = reading.map((role) => readable[table]?.[role])
  if (columns.length === 0 || columns.includes(undefined)) return undefined
  return [...new Set(columns.flatMap((some) => some ?? []))].sort()
}

/** What of a whole table some servers may do, of which one may be enough. */
export function rightsOnWhole(table: string, roles: readonly ServerRole[]): RowRight[] {
  const isInPart = columnsReadOn(table, roles) !== undefined
  return rowRights.filter(
    (right) =>
      !(right === 'SELECT' && isInPart) &&
      roles.some((role) => rightsOn(table, role)?.includes(right)),
  )
}

/** The line that holds for a table. */
export function lineOf(table: string): string | undefined {
  if (table in grants) return table
  const fitting = grantLines.filter(
    (line) => line.endsWith('*') && table.startsWith(line.slice(0, -1)),
  )
  return fitting.sort((one, other) => other.length - one.length)[0]
}

export const grantLines: readonly string[] = Object.keys(grants)
