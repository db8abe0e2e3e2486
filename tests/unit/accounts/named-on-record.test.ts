import { getTableName, is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { describe, expect, it } from 'vitest'
import { heldKinds } from '#accounts/held/list.ts'
import { columnsWithPeople, recordOnly } from '#accounts/named-on-record.ts'
import * as tables from '#database/tables.ts'

/** What people hold that is no record. */
const heldOffRecord = ['provider_links.person', 'workflow_claims.person']

/** Columns with people that are neither held nor record: a person's own, and what is derived. */
const neither = [
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
  'provider_sessions.person',
  'provisioned_members.person',
  'provisioned_users.person',
  'recovery_codes.person',
  'second_factors.person',
]

const all = Object.values<unknown>(tables).flatMap((table) =>
  is(table, PgTable) ? getTableConfig(table).columns : [],
)
const nameOf = (column: (typeof all)[number]) => `${getTableName(column.table)}.${column.name}`
const namesOf = (columns: typeof all) => columns.map((column) => nameOf(column)).sort()
const names =
  /^(?:author|reviewer|writer|actor|person|(?:version_)?author_id|users_id|\w+_by|\w+_by_id|\w+_person)$/u
/** Every column that holds the id of somebody. */
const ofPeople = namesOf(
  all.filter(
    ({ name, columnType, enumValues }) =>
      // A choice among some words is no id.
      !enumValues?.length && ['PgText', 'PgUUID'].includes(columnType) && names.test(name),
  ),
)
describe('where the record names people', () => {
  it('is every column that holds the id of one, but those that are no record', () => {
    const listed = [...namesOf([...columnsWithPeople]), ...heldOffRecord, ...neither]
    expect(ofPeople).toEqual(listed.sort())
  })
})

describe('what people can hold', () => {
  const held = heldKinds.flatMap(({ columns }) => namesOf([...columns]))

  it('is in the one list of it, or said to be record only', () => {
    const listed = [...held, ...namesOf([...recordOnly]), ...neither]
    expect(ofPeople).toEqual([...new Set(listed)].sort())
    expect(ofPeople.filter((name) => listed.indexOf(name) !== listed.lastIndexOf(name))).toEqual([])
  })

  it('ends, or goes to others, or stays for a reason', () => {
    const stays = heldKinds.flatMap(({ leaving }) => ('stays' in leaving ? [leaving.stays] : []))
    expect(stays.every((why) => why.length > 20)).toBe(true)
    expect(stays).toHaveLength(2)
  })
})
