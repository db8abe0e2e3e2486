import { getTableName, is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { describe, expect, it } from 'vitest'
import { columnsWithPeople } from '#accounts/named-on-record.ts'
import * as tables from '#database/tables.ts'

/** Columns with people that are no record: a person's own, those of an hour, and what is derived. */
const noRecord = [
  'account_mails.person',
  'newsroom_texts.author',
  'newsroom_texts.claimed_by',
  'newsroom_texts.reviewer',
  'newsroom_texts.writer',
  'notification_mails.person',
  'notification_preferences.person',
  'notifications.person',
  'payload_locked_documents_rels.users_id',
  'passkeys.person',
  'provider_identities.person',
  'provider_links.person',
  'provider_sessions.person',
  'provisioned_members.person',
  'provisioned_users.person',
  'recovery_codes.person',
  'second_factors.person',
  'workflow_claims.person',
]

describe('where the record names people', () => {
  it('is every column that holds the id of one, but those that are no record', () => {
    const all = Object.values<unknown>(tables).flatMap((table) =>
      is(table, PgTable) ? getTableConfig(table).columns : [],
    )
    const nameOf = (column: (typeof all)[number]) => `${getTableName(column.table)}.${column.name}`
    const ofPeople = all.filter(
      ({ name, columnType, enumValues }) =>
        // A choice among some words is no id.
        !enumValues?.length &&
        ['PgText', 'PgUUID'].includes(columnType) &&
        /^(?:author|reviewer|writer|actor|person|(?:version_)?author_id|users_id|\w+_by|\w+_by_id|\w+_person)$/u.test(
          name,
        ),
    )
    const listed = [...columnsWithPeople.map((column) => nameOf(column)), ...noRecord]
    expect(ofPeople.map((column) => nameOf(column)).sort()).toEqual(listed.sort())
  })
})
