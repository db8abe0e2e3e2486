import { getTableName, is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { describe, expect, it } from 'vitest'
import * as tables from '#database/tables.ts'
import { namesOfPeople, ownOfPeople } from '#erasure/kinds/person.ts'

/** Names of people that the database's own function empties (migrations/functions/redaction.sql). */
const onRecord = [
  'erasures.asked_by_name',
  'erasures.decided_by_name',
  'reference_proposals.decided_by_name',
  'reference_proposals.proposed_by_name',
  'workflow_approvals.approved_by_name',
  'workflow_events.actor_name',
  'workflow_revocations.revoked_by_name',
  'workflow_sign_offs.given_by_name',
]

/** Names that end otherwise, or are nobody's. */
const others = [
  // Beside an event, whose actor says whose it is.
  'notifications.actor_name',
  // Derived from the claims, which end with the account.
  'newsroom_texts.claimed_by_name',
  // A group of a directory, and the name of an account there, whose row goes.
  'provisioned_groups.display_name',
  'provisioned_users.user_name',
]

/** Tables in which a person is named by id alone, and stays on record by it. */
const byIdAlone = ['workflow_claims.person', 'workflow_text_writers.person']

describe('where a person is erased', () => {
  const all = Object.values<unknown>(tables).flatMap((table) =>
    is(table, PgTable) ? getTableConfig(table).columns : [],
  )
  const nameOf = (column: (typeof all)[number]) => `${getTableName(column.table)}.${column.name}`

  it('is every column that holds the name of one', () => {
    const names = all.filter(
      ({ name, columnType }) => columnType === 'PgText' && name.endsWith('_name'),
    )
    const listed = namesOfPeople.map(({ name }) => nameOf(name))
    expect(names.map(nameOf).sort()).toEqual([...listed, ...onRecord, ...others].sort())
  })

  it('is every table that belongs to one', () => {
    const people = all.filter(({ name }) => name === 'person')
    const listed = ownOfPeople.map(nameOf).filter((name) => name !== 'users_sessions._parent_id')
    expect(people.map(nameOf).sort()).toEqual([...listed, ...byIdAlone].sort())
  })
})
