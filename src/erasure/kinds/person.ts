import { and, count, eq, getTableColumns, inArray, ne, or, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { sqlIn, type Sql } from '#database/sql.ts'
import * as tables from '#database/tables.ts'
import {
  erasures,
  notifications,
  referenceProposals as p,
  users,
  workflowApprovals as a,
  workflowEvents as e,
  workflowRevocations as v,
  workflowSignOffs as s,
} from '#database/tables.ts'
import { Conflict, DocumentNotFound } from '#model/errors.ts'
import { isErasedAccount, pseudonymOf } from '#record/redactions.ts'
import { eventRows } from './event-rows.ts'
import type { ErasureKind, RowToEmpty } from '../kind.ts'
import { markShownNames } from './live-names.ts'
import type { Of } from '../subject.ts'

/** Where the events of an account say whose it is. */
const accountPaths = [
  'before.email',
  'after.email',
  'before.name',
  'after.name',
  'email',
  'name',
  'issuer',
  'subject',
  'address',
  'agent',
]

/** Where a name is kept beside the id of an account, in tables that the product writes as it likes. */
export const namesOfPeople: readonly { person: PgColumn; name: PgColumn }[] = [
  { person: tables.workflowTexts.writtenBy, name: tables.workflowTexts.writtenByName },
  { person: tables.workflowPlans.plannedBy, name: tables.workflowPlans.plannedByName },
  { person: tables.workflowComments.author, name: tables.workflowComments.authorName },
  { person: tables.workflowComments.resolvedBy, name: tables.workflowComments.resolvedByName },
  { person: tables.workflowTrash.deletedBy, name: tables.workflowTrash.deletedByName },
  { person: tables.workflowClaims.person, name: tables.workflowClaims.personName },
  { person: tables.expertLinks.madeBy, name: tables.expertLinks.madeByName },
  { person: tables.previewTokens.madeBy, name: tables.previewTokens.madeByName },
]

/** What belongs to a person alone, and goes. */
export const ownOfPeople: readonly PgColumn[] = [
  tables.usersSessions.parentId,
  tables.accountMails.person,
  tables.passkeys.person,
  tables.secondFactors.person,
  tables.recoveryCodes.person,
  tables.providerIdentities.person,
  tables.providerLinks.person,
  tables.providerSessions.person,
  tables.provisionedUsers.person,
  tables.provisionedMembers.person,
  tables.notificationMails.person,
  tables.notificationPreferences.person,
  tables.notifications.person,
]

/**
 * The name and the address of somebody who has left, wherever they stand: a pseudonym stands there from then on,
 * the same everywhere, so that what they did stays one person's.
 */
export const person: ErasureKind<Of<'person'>> = {
  async require(req, { person: id }) {
    const db = await sqlIn(req)
    const [account] = await db
      .select({ name: users.name, leftAt: users.deactivatedAt })
      .from(users)
      .where(eq(users.id, id))
      .for('update')
    if (account?.leftAt === null) {
      throw new Conflict(
        {
          de: `${account.name} hat noch ein Konto. Deaktivieren Sie es zuerst.`,
          en: `${account.name} has an account still. Deactivate it first.`,
        },
        'active',
      )
    }
    const [known] = await db
      .select({ id: e.id })
      .from(e)
      .where(or(eq(e.actor, id), and(eq(e.document, id), eq(e.documentCollection, 'users'))))
      .limit(1)
    if (!account && !known) throw new DocumentNotFound('users', id)
    if (await isErasedAccount(db, id)) {
      throw new Conflict(
        {
          de: 'Name und Adresse dieser Person sind schon gelöscht.',
          en: 'Name and address of this person have been erased already.',
        },
        'erased',
      )
    }
    return { collection: 'users', document: id }
  },

  title: () =>
    Promise.resolve({ de: 'Name und Adresse einer Person', en: 'Name and address of a person' }),

  async sample(db, { person: id }) {
    const [account] = await db
      .select({ name: users.name, email: users.email })
      .from(users)
      .where(eq(users.id, id))
    const [acted] = await db.select({ steps: count() }).from(e).where(eq(e.actor, id))
    const steps = {
      label: { de: 'Schritte unter diesem Namen', en: 'Steps under this name' },
      words: String(acted?.steps ?? 0),
    }
    return account
      ? [{ label: { de: account.name, en: account.name }, words: account.email }, steps]
      : [steps]
  },

  async findRows(db, { person: id }) {
    const goes = { hash: null, leftHash: null, name: true }
    const own = and(eq(e.document, id), eq(e.documentCollection, 'users'), eq(e.kind, 'account'))
    const isActor = sql`${e.actor} IS NOT DISTINCT FROM ${id}`
    const signed: RowToEmpty[] = []
    const places = [
      ['workflow_approvals', a, a.approvedBy],
      ['workflow_revocations', v, v.revokedBy],
      ['workflow_sign_offs', s, s.givenBy],
    ] as const
    for (const [place, table, by] of places) {
      const rows = await db.select({ id: table.id }).from(table).where(eq(by, id))
      signed.push(...rows.map((row) => ({ place, row: row.id, ...goes })))
    }
    return [
      ...(await eventRows(db, own, { name: isActor, words: false, paths: accountPaths })),
      ...(await eventRows(
        db,
        and(
          eq(e.actor, id),
          sql`(${e.kind} <> 'preview' OR ${e.data} #>> '{of,id}' IS DISTINCT FROM ${id})`,
          or(ne(e.document, id), ne(e.documentCollection, 'users'), ne(e.kind, 'account')),
        ),
        { name: true, words: false, paths: [] },
      )),
      // The end of a preview names who had made it.
      ...(await eventRows(db, and(eq(sql`${e.data} #>> '{of,id}'`, id), eq(e.kind, 'preview')), {
        name: isActor,
        words: false,
        paths: ['of.name'],
      })),
      ...signed,
      ...(await findDecisions(db, id)),
      { place: 'users', row: id, hash: null, leftHash: null },
    ]
  },

  async empty(req, { person: id }) {
    const db = await sqlIn(req)
    const name = pseudonymOf(id)
    const now = new Date().toISOString()
    for (const kept of namesOfPeople) {
      await db
        .update(kept.name.table)
        .set({ [keyOf(kept.name)]: name })
        .where(eq(sql`${kept.person}::text`, id))
    }
    const acted = db.select({ id: e.id }).from(e).where(eq(e.actor, id))
    await db
      .update(notifications)
      .set({ actorName: name })
      .where(inArray(notifications.event, acted))
    // Whom something is about is named in what others were told of it.
    const about = db
      .select({ id: e.id })
      .from(e)
      .where(or(eq(e.document, id), sql`strpos(${e.data}::text, ${id}) > 0`))
    await db.delete(notifications).where(inArray(notifications.event, about))
    for (const column of ownOfPeople) {
      await db.delete(column.table).where(eq(sql`${column}::text`, id))
    }
    // What somebody had open last, filters and words of searches among it: Payload keeps it for its forms.
    await db.execute(sql`DELETE FROM payload_preferences WHERE id IN
      (SELECT parent_id FROM payload_preferences_rels WHERE users_id::text = ${id})`)
    await db
      .update(users)
      .set({ name, email: `${id}@erased.invalid`, hash: null, salt: null, updatedAt: now })
      .where(eq(users.id, id))
  },

  async finish(req, { person: id }) {
    await markShownNames(await sqlIn(req), id)
  },
}

/** Proposals and erasures that somebody asked for or decided on. */
async function findDecisions(db: Sql, id: string): Promise<RowToEmpty[]> {
  const proposals = await db
    .select({ id: p.id, own: p.proposedBy, other: p.decidedBy })
    .from(p)
    .where(or(eq(p.proposedBy, id), eq(p.decidedBy, id)))
  const asked = await db
    .select({ id: erasures.id, own: erasures.askedBy, other: erasures.decidedBy })
    .from(erasures)
    .where(or(eq(erasures.askedBy, id), eq(erasures.decidedBy, id)))
  const toRow =
    (place: 'reference_proposals' | 'erasures', own: string) =>
    (row: { id: string; own: string | null; other: string | null }): RowToEmpty => ({
      place,
      row: row.id,
      hash: null,
      leftHash: null,
      name: true,
      paths: [...(row.own === id ? [own] : []), ...(row.other === id ? ['decided_by'] : [])],
    })
  return [
    ...proposals.map(toRow('reference_proposals', 'proposed_by')),
    ...asked.map(toRow('erasures', 'asked_by')),
  ]
}

/** What a column is called where its table is written. */
function keyOf(column: PgColumn): string {
  const entry = Object.entries(getTableColumns(column.table)).find(([, one]) => one === column)
  if (!entry) throw new Error(`${column.name} is no column of its table.`)
  return entry[0]
}
