import type pg from 'pg'
import { triggerOf } from './limits-of-fields.ts'

// What the tables of our own SQL may hold, as triggers. No column is without: one that is not named here holds
// what programs call things by. A limit is never narrower than what doors let through; JSON is counted as the
// database writes it, with escapes that no one counted.

/** Ids, hashes, words of the product. */
const usual = 500

/** Characters of what somebody wrote, where a door takes ten thousand of them. */
const remark = 10_000
/** A reason, or a name that is put together of others. */
const line = 2000
/** Data of an event, as the field of events has it. */
const data = 6_000_000
/** Lists of people and digests. */
const lists = 1_000_000
/** A whole text: the limits of its fields add up to less; those from before there were limits are kept, too. */
const text = 64_000_000

/** By `table.column`. */
const longer: Readonly<Record<string, number>> = {
  'audit_faults.place': line,
  'audit_faults.problem': remark,
  'erasures.answer': remark,
  'erasures.reason': remark,
  'erasures.subject': lists,
  'expert_opinions.comment': remark,
  'log_leaves.signature': line,
  'log_leaves.statement': line,
  'newsroom_texts.contributors': lists,
  'newsroom_texts.sign_off_digests': lists,
  'newsroom_texts.signed_off': lists,
  'newsroom_texts.signers': lists,
  'newsroom_texts.title': line,
  'notification_mails.last_error': remark,
  'notification_mails.message_id': line,
  'notifications.data': data,
  'passkeys.id': line,
  'passkeys.public_key': remark,
  'preview_texts.content': text,
  'preview_tokens.href': remark,
  'provider_identities.issuer': line,
  'provider_identities.subject': line,
  'provider_sessions.id_token': data,
  'provider_sessions.issuer': line,
  'provider_sessions.provider_session': line,
  'provider_sessions.session': line,
  'provider_sessions.subject': line,
  'reference_proposals.after': data,
  'reference_proposals.before': data,
  'reference_proposals.reason': remark,
  'reference_proposals.title': line,
  'second_factors.secret': line,
  'sign_in_attempts.key': line,
  'used_tokens.token': line,
  'webhook_deliveries.last_error': line,
  'webhook_secrets.sealed': line,
  'webhooks.last_error': line,
  'webhooks.url': line,
  'workflow_chains.chain': line,
  // A quotation of five thousand, with what stands before and behind it.
  'workflow_comments.anchor': 60_000,
  'workflow_comments.body': remark,
  'workflow_plans.approvals': lists,
  'workflow_plans.reason': remark,
  'workflow_revocations.reason': remark,
  'workflow_sign_offs.comment': remark,
  'workflow_texts.content': text,
  'workflow_trash.content': text,
  'workflow_trash.contributors': lists,
  'workflow_trash.title': line,
}

/**
 * The triggers as SQL: what `migrations/functions/limits-of-own-tables.sql` says.
 *
 * @param limited the tables whose limits are those of fields
 * @throws Error for JSON that has no limit here, and a limit of a column that there is not
 */
export async function describeOwnLimits(
  client: pg.Client,
  limited: ReadonlySet<string>,
): Promise<string> {
  const { rows } = await client.query<{ table: string; column: string; type: string }>(
    `SELECT table_name AS table, column_name AS column, data_type AS type
     FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'payload\\_%'
       AND data_type IN ('text', 'character varying', 'json', 'jsonb')
     ORDER BY table_name COLLATE "C", column_name COLLATE "C"`,
  )
  const own = rows.filter(({ table }) => !limited.has(table))
  const unknown = new Set(Object.keys(longer))
  const tables = new Map<string, Parameters<typeof triggerOf>[1][number][]>()
  for (const { table, column, type } of own) {
    const name = `${table}.${column}`
    const isJson = type.startsWith('json')
    if (isJson && longer[name] === undefined) throw new Error(`${name} has no limit.`)
    unknown.delete(name)
    const most = longer[name] ?? usual
    const measure = isJson ? 'json' : 'text'
    tables.set(table, [...(tables.get(table) ?? []), { column, measure, path: '', most }])
  }
  if (unknown.size > 0) throw new Error(`There is no column ${[...unknown].join(', ')}.`)
  return [
    '-- Made by "npm run generate" from src/server/limits-of-own-tables.ts. Not to be changed by hand.\n',
    ...[...tables].map(([table, columns]) => triggerOf(table, columns, undefined)),
  ].join('\n')
}
