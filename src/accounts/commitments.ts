import {
  aliasedTable,
  and,
  asc,
  desc,
  eq,
  gt,
  isNull,
  notInArray,
  sql,
  type SQL,
} from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { sqlIn, type Sql } from '#database/sql.ts'
import {
  expertLinks,
  newsroomTexts as texts,
  previewTokens,
  professions,
  erasures,
  referenceProposals as proposals,
  regions,
  users,
  workflowAssignments as assignments,
  workflowClaims as claims,
  workflowDelegations as delegations,
  workflowPlans as plans,
} from '#database/tables.ts'
import { desksOf } from '#access/load-desks.ts'
import { isUuid } from '#model/documents.ts'
import { DocumentNotFound } from '#model/errors.ts'
import type { Person } from '#model/person.ts'
import { roles, type Role } from '#model/roles.ts'
import type { User } from '#payload-types'
import { findOnlyGiver, type NamedKind, type OnlyGiver } from './sign-offs-of.ts'

/** How many of each kind are named. */
const mostShown = 50

/** Some of a kind, and how many there are in all. */
export interface Some<Item> {
  total: number
  items: Item[]
}

/** A text as people speak of it. */
interface ShownText {
  collection: string
  document: string
  title: string
  profession: string | null
  region: string | null
}

/** What rests on a person: what somebody else has to take over, or to know of, when they leave. */
export interface Commitments {
  person: Person & { role: Role; deactivatedAt: string | null }
  /** Plans that they made and that are not carried out. */
  plans: Some<ShownText & { id: string; action: 'publish' | 'unpublish'; dueAt: string }>
  /** What they say they are reviewing. */
  claims: Some<ShownText & { until: string }>
  /** What they are to write, and to review. */
  toWrite: Some<ShownText & { dueAt: string | null }>
  toReview: Some<ShownText & { dueAt: string | null }>
  /** Approved texts that they signed and nobody has published or planned. */
  toPublish: Some<ShownText>
  /** Kinds of sign-off that the rules ask for and that nobody else can give. */
  lastGiverOf: Some<NamedKind>
  /** Texts that wait for a sign-off which nobody but them can give, and of which kinds. */
  signOffs: Some<ShownText & { kinds: NamedKind[] }>
  /** Texts whose author they are and that are neither live nor archived. */
  openTexts: Some<ShownText & { stage: string }>
  /** Who stands in for them, and for whom they do, now and later. */
  delegationsGiven: Some<ShownDelegation>
  delegationsTaken: Some<ShownDelegation>
  /** Links that show a text to whoever holds them. */
  previews: Some<ShownText & { id: string; expiresAt: string }>
  expertLinks: Some<ShownText & { id: string; expiresAt: string }>
  /** Changes of reference data that they proposed and nobody has decided on: they stay, and others decide. */
  proposals: Some<{ id: string; collection: string; entry: string; title: string }>
  /** What they asked to be erased and nobody has decided on: it stays, and others decide. */
  erasures: Some<{ id: string; kind: string; collection: string; document: string }>
}

interface ShownDelegation {
  id: string
  with: Person
  startsAt: string
  endsAt: string
}

/**
 * What rests on a person, by the id of their account, whether they are there or have left.
 *
 * @throws DocumentNotFound 404
 */
export async function findCommitments(req: PayloadRequest, id: string): Promise<Commitments> {
  const db = await sqlIn(req)
  const { name, role, deactivatedAt } = users
  const [found] = isUuid(id)
    ? await db
        .select({ id: users.id, name, role, deactivatedAt, desks: desksOf(users) })
        .from(users)
        .where(eq(users.id, id))
    : []
  if (!found) throw new DocumentNotFound('users', id)
  const { desks, ...person } = found
  const onlyGiver = await findOnlyGiver(req, { id: person.id, desks })
  const now = new Date().toISOString()
  const due = { dueAt: assignments.dueAt }
  return {
    person,
    plans: some(
      await ofTexts(db, plans.document, {
        show: { id: plans.id, action: plans.action, dueAt: plans.dueAt },
        where: and(eq(plans.plannedBy, person.id), eq(plans.status, 'pending')),
        order: asc(plans.dueAt),
      }),
    ),
    claims: some(
      await ofTexts(db, claims.document, {
        show: { until: claims.until },
        where: and(eq(claims.person, person.id), gt(claims.until, now)),
        order: asc(claims.until),
      }),
    ),
    toWrite: some(
      await ofTexts(db, assignments.document, {
        show: due,
        where: eq(assignments.author, person.id),
        order: asc(assignments.dueAt),
      }),
    ),
    toReview: some(
      await ofTexts(db, assignments.document, {
        show: due,
        where: eq(assignments.reviewer, person.id),
        order: asc(assignments.dueAt),
      }),
    ),
    toPublish: some(
      await ofTexts(db, null, {
        show: {},
        where: and(eq(texts.stage, 'approved'), sql`${texts.signers} ? ${person.id}`),
        order: asc(texts.stageSince),
      }),
    ),
    lastGiverOf: { total: onlyGiver.kinds.length, items: onlyGiver.kinds },
    signOffs: await findSignOffs(db, onlyGiver),
    openTexts: some(
      await ofTexts(db, null, {
        show: { stage: texts.stage },
        where: and(eq(texts.author, person.id), notInArray(texts.stage, ['live', 'archived'])),
        order: desc(texts.changedAt),
      }),
    ),
    delegationsGiven: some(
      await ofDelegations(
        db,
        { own: delegations.fromPerson, other: delegations.toPerson },
        person.id,
      ),
    ),
    delegationsTaken: some(
      await ofDelegations(
        db,
        { own: delegations.toPerson, other: delegations.fromPerson },
        person.id,
      ),
    ),
    previews: some(
      await ofTexts(db, previewTokens.document, {
        show: { id: previewTokens.id, expiresAt: previewTokens.expiresAt },
        where: and(
          eq(previewTokens.madeBy, person.id),
          isNull(previewTokens.revokedAt),
          gt(previewTokens.expiresAt, now),
        ),
        order: asc(previewTokens.expiresAt),
      }),
    ),
    expertLinks: some(
      await ofTexts(db, expertLinks.document, {
        show: { id: expertLinks.id, expiresAt: expertLinks.expiresAt },
        where: and(
          eq(expertLinks.madeBy, person.id),
          isNull(expertLinks.revokedAt),
          isNull(expertLinks.endedAt),
          gt(expertLinks.expiresAt, now),
        ),
        order: asc(expertLinks.expiresAt),
      }),
    ),
    proposals: some(await ofProposals(db, person.id)),
    erasures: some(await ofErasures(db, person.id)),
  }
}

/** What rests on somebody who may do less from now on is in the answer to whoever changed their role. */
export const showCommitments: CollectionAfterChangeHook<User> = async ({
  doc,
  previousDoc,
  operation,
  req,
}): Promise<unknown> => {
  const isDemoted =
    operation === 'update' && roles.indexOf(doc.role) < roles.indexOf(previousDoc.role)
  return isDemoted ? { ...doc, commitments: await findCommitments(req, doc.id) } : doc
}

async function findSignOffs(db: Sql, onlyGiver: OnlyGiver): Promise<Commitments['signOffs']> {
  const { where, order, ofText } = onlyGiver
  if (where === undefined) return { total: 0, items: [] }
  const { documentCollection, risk, signedOff, contributors } = texts
  const show = { documentCollection, risk, signedOff, contributors }
  const found = some(await ofTexts(db, null, { show, where, order }))
  return {
    total: found.total,
    items: found.items.map(({ documentCollection, risk, signedOff, contributors, ...text }) => ({
      ...text,
      kinds: ofText({ documentCollection, risk, signedOff, contributors }),
    })),
  }
}

const total = sql<number>`count(*) OVER ()`.mapWith(Number)

/** Rows of a table on texts (null: of the texts themselves), each with its text. */
function ofTexts<Shown extends Record<string, PgColumn>>(
  db: Sql,
  document: PgColumn | null,
  { show, where, order }: { show: Shown; where: SQL | undefined; order: SQL },
) {
  const { documentCollection: collection, title } = texts
  const selected = db
    .select({
      ...show,
      collection,
      document: texts.document,
      title,
      profession: professions.name,
      region: regions.name,
      total,
    })
    .from(texts)
    .$dynamic()
  if (document) selected.innerJoin(document.table, sql`${document}::uuid = ${texts.document}`)
  return selected
    .leftJoin(professions, eq(professions.id, texts.profession))
    .leftJoin(regions, eq(regions.id, texts.region))
    .where(where)
    .orderBy(order)
    .limit(mostShown)
}

function ofDelegations(
  db: Sql,
  { own, other }: { own: PgColumn; other: PgColumn },
  person: string,
) {
  const colleague = aliasedTable(users, 'colleague')
  const { id, startsAt, endsAt } = delegations
  return db
    .select({
      id,
      with: { id: sql<string>`${other}`, name: sql<string>`coalesce(${colleague.name}, '')` },
      startsAt,
      endsAt,
      total,
    })
    .from(delegations)
    .leftJoin(colleague, eq(sql`${colleague.id}::text`, other))
    .where(and(eq(own, person), gt(endsAt, new Date().toISOString())))
    .orderBy(asc(endsAt), asc(id))
    .limit(mostShown)
}

function ofErasures(db: Sql, person: string) {
  const { id, kind, documentCollection: collection, document, askedAt, askedBy, status } = erasures
  return db
    .select({ id, kind, collection, document, total })
    .from(erasures)
    .where(and(eq(askedBy, person), eq(status, 'open')))
    .orderBy(asc(askedAt), asc(id))
    .limit(mostShown)
}

function ofProposals(db: Sql, person: string) {
  const { id, collection, entry, title, proposedAt, proposedBy, status } = proposals
  return db
    .select({ id, collection, entry, title, total })
    .from(proposals)
    .where(and(eq(proposedBy, person), eq(status, 'open')))
    .orderBy(asc(proposedAt), asc(id))
    .limit(mostShown)
}

function some<Row extends { total: number }>(rows: readonly Row[]): Some<Omit<Row, 'total'>> {
  return {
    total: rows[0]?.total ?? 0,
    items: rows.map(({ total: _, ...item }) => item),
  }
}
