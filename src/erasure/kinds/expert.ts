import { and, eq, or, sql, type SQL } from 'drizzle-orm'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn, type Sql } from '#database/sql.ts'
import {
  expertLinks as l,
  expertOpinions as o,
  workflowComments as c,
  workflowEvents as e,
  workflowSignOffs as s,
} from '#database/tables.ts'
import { Conflict, DocumentNotFound } from '#model/errors.ts'
import { pseudonymOf } from '#record/redactions.ts'
import { eventRows } from './event-rows.ts'
import type { Chain, ErasureKind } from '../kind.ts'
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
    await db.select({ id: l.id }).from(l).where(eq(l.id, link)).for('update')
    const chain = await findChain(db, link)
    if (!chain) throw new DocumentNotFound('expert-links', link)
    const named = await db
      .select({ id: e.id })
      .from(e)
      .where(
        and(
          eq(e.kind, 'expert'),
          eq(sql`${e.data} ->> 'link'`, link),
          sql`coalesce(${e.comment}, ${e.data} ->> 'name', ${e.data} ->> 'reader') IS NOT NULL`,
        ),
      )
      .limit(1)
    if (named.length === 0) throw nothingLeft()
    return chain
  },

  async title(db, _, chain) {
    const title = await titleOfDocument(db, chain)
    return { de: `Fachliche Stimme zu „${title}“`, en: `Expert on “${title}”` }
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
    // Whoever has its address would leave their name again.
    const endedAt = sql`coalesce(${l.endedAt}, clock_timestamp())`
    await db.update(l).set({ reader: null, endedAt }).where(eq(l.id, link))
    await db.update(o).set({ name, comment: null, redaction }).where(eq(o.link, link))
    const comments = await db.select({ id: c.id }).from(c).where(eq(c.link, link))
    await emptyComments(
      db,
      comments.map(({ id }) => id),
      redaction,
    )
    await db.update(c).set({ authorName: name }).where(eq(c.link, link))
  },

  async finish(req, { link }) {
    await markShownNames(await sqlIn(req), `expert:${link}`)
  },
}

/** In whose chain the record tells of a link; of a document that is gone for good, the events alone say so. */
async function findChain(db: Sql, link: string): Promise<Chain | undefined> {
  const [known] = await db
    .select({ document: l.document, collection: l.documentCollection })
    .from(l)
    .where(eq(l.id, link))
  if (known) return known
  const [told] = await db
    .select({ document: e.document, collection: e.documentCollection })
    .from(e)
    .where(and(eq(e.kind, 'expert'), eq(sql`${e.data} ->> 'link'`, link)))
    .limit(1)
  return told
}

/** The events that tell of an expert: of their link, of what they said, and of what they signed off by it. */
async function ofLink(db: Sql, link: string): Promise<SQL | undefined> {
  const signed = await db
    .select({ document: s.document, digest: s.textDigest, name: s.givenByName })
    .from(s)
    .where(eq(s.givenBy, `expert:${link}`))
  const at = await findChain(db, link)
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
