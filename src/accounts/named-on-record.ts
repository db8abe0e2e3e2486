import { and, eq, ne, or, sql, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Sql } from '#database/sql.ts'
import * as tables from '#database/tables.ts'
import { heldKinds } from './held/list.ts'

/** Where the record says what people did: nothing of it ends with an account. */
export const recordOnly: readonly PgColumn[] = [
  tables.workflowEvents.actor,
  tables.workflowApprovals.approvedBy,
  tables.workflowRevocations.revokedBy,
  tables.workflowSignOffs.givenBy,
  tables.workflowTextWriters.person,
  tables.workflowTexts.writtenBy,
  tables.workflowComments.author,
  tables.workflowComments.resolvedBy,
  tables.workflowAssignments.assignedBy,
  tables.workflowDelegations.createdBy,
  tables.workflowStageTimes.enteredBy,
  tables.workflowStageTimes.leftBy,
  tables.referenceProposals.decidedBy,
  tables.erasures.decidedBy,
  tables.workflowTrash.author,
  tables.workflowTrash.deletedBy,
  tables.careerProfiles.authorId,
  tables.careerProfilesV.versionAuthorId,
  tables.regionalSections.authorId,
  tables.regionalSectionsV.versionAuthorId,
  tables.media.uploadedById,
  tables.importRuns.startedById,
]

/** Columns of what people hold that last for an hour, or belong to a person alone. */
const ofThemselves: readonly PgColumn[] = [
  tables.workflowClaims.person,
  tables.providerLinks.person,
]

/**
 * Where the record names people, by the ids of their accounts: whoever stands in one of these is part of
 * what happened, and their name has to stay. What they hold (held/list.ts) is on record, too. What is left
 * out belongs to a person alone (their notifications, sessions, preferences), lasts for an hour (locks,
 * claims), or is derived from these (newsroom_texts).
 */
export const columnsWithPeople: readonly PgColumn[] = [
  ...recordOnly,
  ...heldKinds.flatMap(({ columns }) => columns).filter((column) => !ofThemselves.includes(column)),
]

/** The same within JSON: who wrote on a text, and whom an event about something else speaks of. */
function namedInJson(id: string): { table: PgTable; where: SQL | undefined }[] {
  const { data, document, documentCollection } = tables.workflowEvents
  return [
    { table: tables.workflowStates, where: sql`${tables.workflowStates.contributors} ? ${id}` },
    { table: tables.workflowTrash, where: sql`${tables.workflowTrash.contributors} ? ${id}` },
    {
      table: tables.workflowEvents,
      where: and(
        or(ne(document, id), ne(documentCollection, 'users')),
        sql`strpos(${data}::text, ${id}) > 0`,
      ),
    },
  ]
}

/** Says whether the record names somebody. What is on record of the account itself does not count. */
export async function isNamedOnRecord(db: Sql, id: string): Promise<boolean> {
  const places = [
    ...columnsWithPeople.map((column) => ({
      table: column.table,
      where: eq(sql`${column}::text`, id),
    })),
    ...namedInJson(id),
  ]
  for (const { table, where } of places) {
    const found = await db
      .select({ one: sql`1` })
      .from(table)
      .where(where)
      .limit(1)
    if (found.length > 0) return true
  }
  return false
}
