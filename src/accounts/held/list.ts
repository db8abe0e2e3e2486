import { and, asc, eq, gt, isNull, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { PayloadRequest } from 'payload'
import { sqlIn, type Sql } from '#database/sql.ts'
import {
  erasures,
  expertLinks,
  previewTokens,
  providerLinks,
  referenceProposals as proposals,
  workflowAssignments as assignments,
  workflowClaims as claims,
  workflowDelegations as delegations,
  workflowPlans as plans,
} from '#database/tables.ts'
import type { Leaver } from '#model/person.ts'
import { endDelegationsOf } from '#newsroom/assignment/delegations.ts'
import { unassign } from '#newsroom/assignment/unassign.ts'
import { handOverPlans } from '#planning/hand-over.ts'
import { endPreviewsOf } from '#preview/tokens.ts'
import { isOpenLinkOf, revokeLinksOf } from '#review/experts/links.ts'
import { releaseClaimsOf } from '#workflow/facts/claims.ts'
import { endLinks } from './end-links.ts'
import { mostShown, ofDelegations, ofTexts, some, total, type Some } from './show.ts'

/** One kind of thing that a person can hold. */
interface Kind<Item> {
  /** Where it names whoever holds it. */
  columns: readonly PgColumn[]
  /** How many there are, and some of them. */
  find: (db: Sql, person: string) => Promise<Some<Item>>
  /** The documents that its end writes to. */
  documents?: (db: Sql, person: string) => Promise<string[]>
  /** What becomes of it when its holder leaves: it ends or is handed over, or it stays, and why. */
  leaving: { end: (req: PayloadRequest, leaver: Leaver) => Promise<void> } | { stays: string }
}

/**
 * Everything that a person can hold: what of it rests on them, and what becomes of it in the step in which
 * their account ends. Whoever adds a table that names people adds a line here, or to what is record only
 * (named-on-record.ts): a test finds what is in neither.
 */
export const held = {
  plans: onTexts({
    columns: [plans.plannedBy],
    document: plans.document,
    where: (person) => and(eq(plans.plannedBy, person), eq(plans.status, 'pending')),
    rows: (db, where) =>
      ofTexts(db, plans.document, {
        show: { id: plans.id, action: plans.action, dueAt: plans.dueAt },
        where,
        order: asc(plans.dueAt),
      }),
    leaving: { end: handOverPlans },
  }),
  claims: onTexts({
    columns: [claims.person],
    document: claims.document,
    where: (person) => and(eq(claims.person, person), gt(claims.until, now())),
    rows: (db, where) =>
      ofTexts(db, claims.document, {
        show: { until: claims.until },
        where,
        order: asc(claims.until),
      }),
    leaving: { end: (req, { person }) => releaseClaimsOf(req, person) },
  }),
  toWrite: assigned(assignments.author),
  toReview: assigned(assignments.reviewer),
  delegationsGiven: {
    columns: [delegations.fromPerson],
    find: (db, person) =>
      ofDelegations(db, { own: delegations.fromPerson, other: delegations.toPerson }, person),
    leaving: { end: endDelegationsOf },
  },
  delegationsTaken: {
    columns: [delegations.toPerson],
    find: (db, person) =>
      ofDelegations(db, { own: delegations.toPerson, other: delegations.fromPerson }, person),
    leaving: { end: endDelegationsOf },
  },
  previews: onTexts({
    columns: [previewTokens.madeBy],
    document: previewTokens.document,
    where: (person) =>
      and(
        eq(previewTokens.madeBy, person),
        isNull(previewTokens.revokedAt),
        gt(previewTokens.expiresAt, now()),
      ),
    rows: (db, where) =>
      ofTexts(db, previewTokens.document, {
        show: { id: previewTokens.id, expiresAt: previewTokens.expiresAt },
        where,
        order: asc(previewTokens.expiresAt),
      }),
    leaving: { end: endPreviewsOf },
  }),
  expertLinks: onTexts({
    columns: [expertLinks.madeBy],
    document: expertLinks.document,
    where: isOpenLinkOf,
    rows: (db, where) =>
      ofTexts(db, expertLinks.document, {
        show: { id: expertLinks.id, expiresAt: expertLinks.expiresAt },
        where,
        order: asc(expertLinks.expiresAt),
      }),
    leaving: { end: revokeLinksOf },
  }),
  /** Words that let their account be joined to the sign-in service. */
  providerLinks: {
    columns: [providerLinks.person],
    find: async (db, person) => {
      const { until } = providerLinks
      const theirs = and(eq(providerLinks.person, person), gt(until, now()))
      return some(await db.select({ until, total }).from(providerLinks).where(theirs))
    },
    leaving: { end: async (req, { person }) => endLinks(await sqlIn(req), person) },
  },
  /** Changes of reference data that nobody has decided on. */
  proposals: {
    columns: [proposals.proposedBy],
    find: async (db, person) => {
      const { id, collection, entry, title, proposedAt, proposedBy, status } = proposals
      return some(
        await db
          .select({ id, collection, entry, title, total })
          .from(proposals)
          .where(and(eq(proposedBy, person), eq(status, 'open')))
          .orderBy(asc(proposedAt), asc(id))
          .limit(mostShown),
      )
    },
    leaving: { stays: 'A second person decides on every proposal: it takes nothing of the first.' },
  },
  /** Erasures that nobody has decided on. */
  erasures: {
    columns: [erasures.askedBy],
    find: async (db, person) => {
      const { id, kind, documentCollection: collection, document, askedAt, askedBy } = erasures
      return some(
        await db
          .select({ id, kind, collection, document, total })
          .from(erasures)
          .where(and(eq(askedBy, person), eq(erasures.status, 'open')))
          .orderBy(asc(askedAt), asc(id))
          .limit(mostShown),
      )
    },
    leaving: { stays: 'The law asks for it, whoever wrote it down: a second person decides.' },
  },
} as const satisfies Record<string, Kind<unknown>>

export type HeldKind = keyof typeof held

/** What somebody holds, by its kind. */
export type Held = {
  [Name in HeldKind]: Awaited<ReturnType<(typeof held)[Name]['find']>>
}

/** All kinds, of which no more is known than what they have in common. */
export const heldKinds: readonly Kind<unknown>[] = Object.values(held)

/** Texts that are somebody's to write, or to review, by the column that says so. */
function assigned(column: PgColumn) {
  return onTexts({
    columns: [column],
    document: assignments.document,
    where: (person) => eq(column, person),
    rows: (db, where) =>
      ofTexts(db, assignments.document, {
        show: { dueAt: assignments.dueAt },
        where,
        order: asc(assignments.dueAt),
      }),
    leaving: { end: unassign },
  })
}

/** What somebody holds on texts: its rows, each with its text, of those that a condition names. */
function onTexts<Row extends { total: number }>(of: {
  columns: readonly PgColumn[]
  document: PgColumn
  where: (person: string) => SQL | undefined
  rows: (db: Sql, where: SQL | undefined) => PromiseLike<Row[]>
  leaving: Kind<unknown>['leaving']
}) {
  const { columns, document, where, rows, leaving } = of
  return {
    columns,
    find: async (db: Sql, person: string) => some(await rows(db, where(person))),
    documents: async (db: Sql, person: string) => {
      const found = await db.select({ document }).from(document.table).where(where(person))
      return found.map((row) => String(row.document))
    },
    leaving,
  }
}

function now(): string {
  return new Date().toISOString()
}
