import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import {
  expertLinks as l,
  expertOpinions as o,
  notifications,
  workflowComments as c,
  workflowEvents as e,
  workflowSignOffs as s,
} from '#database/tables.ts'
import { Conflict, DocumentNotFound } from '#model/errors.ts'
import { pseudonymOf } from '#record/redactions.ts'
import { eventRows } from './event-rows.ts'
import type { ErasureKind } from '../kind.ts'
import { markShownNames } from './live-names.ts'
import type { Of } from '../subject.ts'
import { titleOfDocument } from './title.ts'
import { emptyComments } from './comment.ts'

/**
 * An expert who came by a link: their name, their opinion, what they commented. That an expert agreed or objected
 * stays, and what their sign-off was of.
 */
export const expert: ErasureKind<Of<'expert'>> = {
  async require(req, { link }) {
    const db = await sqlIn(req)
    const [row] = await db.select().from(l).where(eq(l.id, link)).for('update')
    if (!row) throw new DocumentNotFound('expert-links', link)
    const { document, documentCollection: collection, reader, usedAt } = row
    const known = await db
      .select({ id: o.id })
      .from(o)
      .where(and(eq(o.link, link), sql`${o.redaction} IS NOT NULL`))
    if (known.length > 0 || (reader === null && usedAt === null)) throw nothingLeft()
    const title = await titleOfDocument(db, { collection, document })
    return {
      collection,
      document,
      title: { de: `Fachliche Stimme zu „${title}“`, en: `Expert on “${title}”` },
    }
  },

  async sample(db, { link }) {
    const opinions = await db
      .select({ name: o.name, comment: o.comment })
      .from(o)
      .where(eq(o.link, link))
    const comments = await db
      .select({ name: c.authorName, comment: c.body })
      .from(c)
      .where(eq(c.link, link))
    const invited = await db.select({ name: l.reader }).from(l).where(eq(l.id, link))
    return [
      ...invited.map(({ name }) => ({ name: name ?? '–', comment: null })),
      ...opinions,
      ...comments,
    ].map(({ name, comment }) => ({ label: { de: name, en: name }, words: comment ?? '' }))
  },

  async findRows(db, { link }) {
    const signOffs = await db
      .select({ id: s.id })
      .from(s)
      .where(eq(s.givenBy, `expert:${link}`))
    const opinions = await db.select({ id: o.id }).from(o).where(eq(o.link, link))
    const comments = await db.select({ id: c.id }).from(c).where(eq(c.link, link))
    const row = (place: 'expert_opinions' | 'workflow_comments', id: string) => {
      return { place, row: id, hash: null, leftHash: null } as const
    }
    return [
      ...(await eventRows(db, await ofLink(db, link), {
        name: false,
        words: true,
        paths: ['name', 'reader', 'expert'],
      })),
      ...signOffs.map(({ id }) => ({
        place: 'workflow_sign_offs' as const,
        row: id,
        hash: null,
        leftHash: null,
        name: true,
        words: true,
      })),
      ...opinions.map(({ id }) => row('expert_opinions', id)),
      ...comments.map(({ id }) => row('workflow_comments', id)),
    ]
  },

  async empty(req, { link }, redaction) {
    const db = await sqlIn(req)
    const name = pseudonymOf(`expert:${link}`)
    const told = db
      .select({ id: e.id })
      .from(e)
      .where(await ofLink(db, link))
    await db.delete(notifications).where(inArray(notifications.event, told))
    await db.update(l).set({ reader: null }).where(eq(l.id, link))
    await db.update(o).set({ name, comment: null, redaction }).where(eq(o.link, link))
    const comments = await db.select({ id: c.id }).from(c).where(eq(c.link, link))
    await emptyComments(
      db,
      comments.map(({ id }) => id),
      redaction,
    )
    await db.update(c).set({ authorName: name }).where(eq(c.link, link))
    await markShownNames(db, `expert:${link}`)
  },
}

/** The events that tell of an expert: of their link, of what they said, and of what they signed off by it. */
async function ofLink(db: Sql, link: string): Promise<SQL | undefined> {
  const signed = await db
    .select({ document: s.document, digest: s.textDigest, name: s.givenByName })
    .from(s)
    .where(eq(s.givenBy, `expert:${link}`))
  const [at] = await db
    .select({ document: l.document, collection: l.documentCollection })
    .from(l)
    .where(eq(l.id, link))
  if (!at) return sql`false`
  const inChain = and(eq(e.document, at.document), eq(e.documentCollection, at.collection))
  const signOffs = and(
    eq(e.kind, 'workflow'),
    eq(e.transition, 'signOff'),
    isOneOf(
      e.digest,
      signed.map(({ digest }) => digest),
    ),
    isOneOf(
      sql`${e.data} ->> 'expert'`,
      signed.map(({ name }) => name),
    ),
  )
  return and(inChain, or(and(eq(e.kind, 'expert'), eq(sql`${e.data} ->> 'link'`, link)), signOffs))
}

function nothingLeft(): Conflict {
  return new Conflict(
    {
      de: 'Von dieser Person steht hier nichts, oder nichts mehr.',
      en: 'Nothing is here of this person, or nothing is left.',
    },
    'erased',
  )
}
