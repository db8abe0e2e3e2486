import { and, eq, isNotNull, notExists, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Sql } from '#database/sql.ts'
import {
  erasures,
  expertLinks,
  previewTokens,
  referenceProposals as proposals,
  workflowApprovals as a,
  workflowClaims as claims,
  workflowComments as c,
  workflowEvents as e,
  workflowPlans as plans,
  workflowRevocations as v,
  workflowSignOffs as s,
  workflowTexts as texts,
  workflowTrash as trash,
} from '#database/tables.ts'
import { pseudonymOf } from '#record/redactions.ts'

// A name beside the id of an account is a copy: the record has it, as what somebody was called when they did
// something. Receipts show such copies.

/** A column with a name, beside the one with the account. */
interface KeptName {
  person: PgColumn
  name: PgColumn
  /** The row, as a fault names it. */
  where: SQL<string>
  /** What the event says beside who it was; where nothing stands, any of theirs will do. */
  event?: SQL | undefined
}

const row = (kind: string, ...id: readonly PgColumn[]) =>
  sql<string>`${sql.raw(`'${kind} '`)} || ${sql.join(
    id.map((column) => sql`${column}::text`),
    sql` || ' ' || `,
  )}`

/** All columns that keep a name beside an account; a test holds that none is left out. */
export const keptNames: readonly KeptName[] = [
  {
    person: a.approvedBy,
    name: a.approvedByName,
    where: row('approval', a.id),
    event: and(eq(e.document, a.document), eq(e.transition, 'approve'), eq(e.digest, a.digest)),
  },
  {
    person: v.revokedBy,
    name: v.revokedByName,
    where: row('revocation', v.id),
    event: eq(e.document, v.document),
  },
  {
    person: s.givenBy,
    name: s.givenByName,
    where: row('sign-off', s.id),
    event: and(eq(e.document, s.document), eq(e.transition, 'signOff')),
  },
  {
    person: c.author,
    name: c.authorName,
    where: row('comment', c.id),
    event: eq(e.document, c.document),
  },
  {
    person: c.resolvedBy,
    name: c.resolvedByName,
    where: row('comment', c.id),
    event: eq(e.document, c.document),
  },
  {
    person: texts.writtenBy,
    name: texts.writtenByName,
    where: row('text', texts.document, texts.digest),
  },
  { person: plans.plannedBy, name: plans.plannedByName, where: row('plan', plans.id) },
  { person: trash.deletedBy, name: trash.deletedByName, where: row('trash', trash.document) },
  { person: claims.person, name: claims.personName, where: row('claim', claims.document) },
  {
    person: expertLinks.madeBy,
    name: expertLinks.madeByName,
    where: row('expert link', expertLinks.id),
  },
  {
    person: previewTokens.madeBy,
    name: previewTokens.madeByName,
    where: row('preview', previewTokens.id),
  },
  {
    person: proposals.proposedBy,
    name: proposals.proposedByName,
    where: row('proposal', proposals.id),
  },
  {
    person: proposals.decidedBy,
    name: proposals.decidedByName,
    where: row('proposal', proposals.id),
  },
  { person: erasures.askedBy, name: erasures.askedByName, where: row('erasure', erasures.id) },
  { person: erasures.decidedBy, name: erasures.decidedByName, where: row('erasure', erasures.id) },
]

/**
 * Rows under a name that nobody of that account had, by the record. A pseudonym stands in the events of whoever
 * was erased, too.
 */
export async function findForgedNames(db: Sql): Promise<{ where: string }[]> {
  const found: { where: string }[] = []
  for (const kept of keptNames) found.push(...(await findForged(db, kept)))
  found.push(...(await findForgedExperts(db)))
  return found
}

function findForged(db: Sql, { person, name, where, event }: KeptName) {
  const acted = db
    .select({ id: e.id })
    .from(e)
    .where(and(eq(e.actor, sql`${person}::text`), sql`${e.actorName} = ${name}`, event))
  // Where nothing more is asked, what an account was called when it was made or changed is as good.
  const called = db
    .select({ id: e.id })
    .from(e)
    .where(
      and(
        eq(e.document, sql`${person}::text`),
        eq(e.documentCollection, 'users'),
        sql`${e.data} #>> '{after,name}' = ${name}`,
      ),
    )
  return db
    .select({ where })
    .from(person.table)
    .where(
      and(
        isNotNull(person),
        sql`${person}::text NOT LIKE 'expert:%'`,
        notExists(acted),
        event ? undefined : notExists(called),
      ),
    )
}

/** Experts are known by a link: what they call themselves stands in the data of events, until it is erased. */
async function findForgedExperts(db: Sql): Promise<{ where: string }[]> {
  const nameInData = sql`${e.data} ->> 'name'`
  const places = [
    {
      table: s,
      where: row('sign-off', s.id),
      name: s.givenByName,
      link: sql<string>`substr(${s.givenBy}, 8)`,
      isTheirs: sql`${s.givenBy} LIKE 'expert:%'`,
    },
    {
      table: c,
      where: row('comment', c.id),
      name: c.authorName,
      link: sql<string>`${c.link}::text`,
      isTheirs: isNotNull(c.link),
    },
  ]
  const found: { where: string }[] = []
  for (const { table, where, name, link, isTheirs } of places) {
    const told = (more: SQL) =>
      db
        .select({ id: e.id })
        .from(e)
        .where(and(eq(sql`${e.data} ->> 'link'`, link), more))
    const rows = await db
      .select({
        where,
        name,
        link,
        isNamed: sql<boolean>`EXISTS ${told(isNotNull(nameInData))}`,
      })
      .from(table)
      .where(and(isTheirs, notExists(told(sql`${nameInData} = ${name}`))))
    found.push(
      ...rows.filter((one) => one.isNamed || one.name !== pseudonymOf(`expert:${one.link}`)),
    )
  }
  return found
}
