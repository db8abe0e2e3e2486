import { and, asc, desc, eq, notInArray, sql } from 'drizzle-orm'
import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { sqlIn, type Sql } from '#database/sql.ts'
import { newsroomTexts as texts, users } from '#database/tables.ts'
import { desksOf } from '#access/load-desks.ts'
import { isUuid } from '#model/documents.ts'
import { DocumentNotFound } from '#model/errors.ts'
import type { Person } from '#model/person.ts'
import { roles, type Role } from '#model/roles.ts'
import type { User } from '#payload-types'
import { findHeld } from './held/end.ts'
import type { Held } from './held/list.ts'
import { ofTexts, some, type ShownText, type Some } from './held/show.ts'
import { findOnlyGiver, type NamedKind, type OnlyGiver } from './sign-offs-of.ts'

/** What rests on a person: what somebody else has to take over, or to know of, when they leave. */
export interface Commitments extends Held {
  person: Person & { role: Role; deactivatedAt: string | null }
  /** Approved texts that they signed and nobody has published or planned. */
  toPublish: Some<ShownText>
  /** Kinds of sign-off that the rules ask for and that nobody else can give. */
  lastGiverOf: Some<NamedKind>
  /** Texts that wait for a sign-off which nobody but them can give, and of which kinds. */
  signOffs: Some<ShownText & { kinds: NamedKind[] }>
  /** Texts whose author they are and that are neither live nor archived: their name stays with them. */
  openTexts: Some<ShownText & { stage: string }>
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
  return {
    person,
    ...(await findHeld(db, person.id)),
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
