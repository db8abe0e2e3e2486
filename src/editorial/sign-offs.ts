import { and, asc, desc, eq, exists, isNull, or, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sessionOf } from '#access/session.ts'
import { isOneOf } from '#database/is-one-of.ts'
import { say } from '#database/say.ts'
import { sqlIn } from '#database/sql.ts'
import {
  expertLinks,
  workflowRevocations as revocations,
  workflowSignOffs as signOffs,
} from '#database/tables.ts'
import type { Person } from '#model/person.ts'
import { isSignOffKind, signOffKinds, type SignOffKind } from '#model/sign-offs.ts'
import { partialDigestOf } from '#portrait/digest.ts'
import type { WorkflowState } from './state.ts'

/** Somebody's signature under what one kind of sign-off answers for. */
export interface SignOff {
  id: string
  kind: SignOffKind
  /** Of the fields that the kind answers for. */
  digest: string
  givenBy: Person
  /** The role in which it was given; `expert` by a link. */
  givenAs: string
  givenAt: string
  comment: string | null
}

/** Writes a sign-off of whoever is signed in, or of an expert who has agreed by a link. */
export async function insertSignOff(
  req: PayloadRequest,
  signOff: {
    state: WorkflowState
    kind: SignOffKind
    digest: string
    by: Person & { role: string }
    comment: string | null
  },
): Promise<void> {
  const { state, kind, digest, by, comment } = signOff
  const isExpert = by.role === 'expert'
  await say(await sqlIn(req), req.payload, { name: 'workflow_sign_off', as: 'signOff' }, [
    state.collection,
    state.id,
    kind,
    digest,
    state.digest,
    by.id,
    isExpert ? null : sessionOf(req),
    isExpert ? by.name : null,
    comment,
  ])
}

/**
 * The sign-offs that count for a text: of each kind the first that signs what is in the text now, and was
 * not taken back.
 */
export async function findSignOffs(
  req: PayloadRequest,
  document: string,
  text: Readonly<Record<string, unknown>>,
): Promise<SignOff[]> {
  const db = await sqlIn(req)
  const rows = await db
    .select({ signOff: signOffs })
    .from(signOffs)
    .leftJoin(revocations, eq(revocations.approval, signOffs.id))
    .where(and(eq(signOffs.document, document), isNull(revocations.id)))
    .orderBy(asc(signOffs.createdAt), asc(signOffs.id))
  if (rows.length === 0) return []
  return signOffKinds.flatMap((kind) => {
    const digest = partialDigestOf(kind, text)
    const found = rows.find(({ signOff }) => signOff.kind === kind && signOff.digest === digest)
    return found ? [toSignOff(found.signOff)] : []
  })
}

/**
 * The sign-offs of a document that some people have given, whatever text they sign, and have not been taken
 * back; with those of experts whom they asked by a link.
 */
export async function findSignOffsBy(
  req: PayloadRequest,
  document: string,
  people: readonly string[],
): Promise<SignOff[]> {
  if (people.length === 0) return []
  const db = await sqlIn(req)
  const { id, madeBy } = expertLinks
  const asked = db
    .select({ id })
    .from(expertLinks)
    .where(
      and(
        eq(signOffs.givenBy, sql`'expert:' || ${id}::text`),
        isOneOf(sql`${madeBy}::text`, people),
      ),
    )
  const rows = await db
    .select({ signOff: signOffs })
    .from(signOffs)
    .leftJoin(revocations, eq(revocations.approval, signOffs.id))
    .where(
      and(
        eq(signOffs.document, document),
        isNull(revocations.id),
        or(isOneOf(sql`${signOffs.givenBy}::text`, people), exists(asked)),
      ),
    )
    .orderBy(asc(signOffs.createdAt), asc(signOffs.id))
  return rows.map(({ signOff }) => toSignOff(signOff))
}

/** When what signs these fields was last taken back; null where it never was. */
export async function findTakenBackAt(
  req: PayloadRequest,
  { document, kind, digest }: { document: string; kind: SignOffKind; digest: string },
): Promise<string | null> {
  const db = await sqlIn(req)
  const [last] = await db
    .select({ at: revocations.createdAt })
    .from(revocations)
    .innerJoin(signOffs, eq(signOffs.id, revocations.approval))
    .where(
      and(eq(signOffs.document, document), eq(signOffs.kind, kind), eq(signOffs.digest, digest)),
    )
    .orderBy(desc(revocations.createdAt))
    .limit(1)
  return last?.at ?? null
}

function toSignOff(row: typeof signOffs.$inferSelect): SignOff {
  const { id, kind, digest, givenBy, givenByName, givenAs, createdAt, comment } = row
  if (!isSignOffKind(kind)) throw new Error(`Unknown kind of sign-off: ${String(kind)}`)
  return {
    id,
    kind,
    digest,
    givenBy: { id: givenBy, name: givenByName },
    givenAs,
    givenAt: createdAt,
    comment,
  }
}
