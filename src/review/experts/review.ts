import { eq } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { sqlIn } from '#database/sql.ts'
import {
  expertLinks,
  expertOpinions,
  media,
  professions,
  regions,
  sources,
} from '#database/tables.ts'
import { inTransaction } from '#database/transaction.ts'
import { isRecord, relationId } from '#model/documents.ts'
import { Gone, TokenRefused } from '#model/errors.ts'
import { leftToday } from '#preview/page.ts'
import { fieldsIn, type ShownField } from '#portrait/blocks.ts'
import type { Block, Kind } from '#portrait/kinds/field.ts'
import { recordIn, rowsIn } from '#portrait/kinds/values.ts'
import { appendEvent } from '#record/events.ts'
import type { AnchorRequest } from '../comments/anchor.ts'
import { insertComment } from '../comments/comments.ts'
import { anchorFor, hashOfBody } from '../comments/discuss.ts'
import { lockState, readState } from '#editorial/state.ts'
import { readText } from '#editorial/texts-by-digest.ts'
import { keepRules } from '#workflow/settings.ts'
import { findLink, type ExpertLink } from './links.ts'
import { readToken } from './token.ts'

/** What an expert reads: exactly the text under the link's digest, and nothing beside it. */
export interface ExpertView {
  digest: string
  expiresAt: string
  profession: string | null
  region: string | null
  text: Record<string, unknown>
  sources: string[]
  pictures: { alt: string | null; caption: string | null }[]
}

/** What an expert sends. */
export interface ExpertAnswer {
  name: string
  opinion: 'agree' | 'object'
  comment?: string | undefined
  comments: { body: string; on: AnchorRequest }[]
}

/** What an expert is told in words of their own: names of sources, pictures by what they show. */
const toldOtherwise: readonly Block[] = ['sources', 'pictures', 'provenance']

/**
 * Opens a link. @throws TokenRefused 404 for a token that this house has not signed, Gone 410 when the
 * link has expired, was revoked or used, or the text is another one by now
 */
export async function openExpertLink(req: PayloadRequest, token: string): Promise<ExpertView> {
  const { link, content } = await resolveExpertLink(req, token, { isLocking: false })
  return {
    digest: link.digest,
    expiresAt: link.expiresAt,
    profession: await nameOf(req, professions, content.profession),
    region: await nameOf(req, regions, content.region),
    sources: await namesOf(req, content.sources),
    pictures: await picturesOf(req, content.media),
    text: shownToExperts(content, ({ block }) => !toldOtherwise.includes(block)),
  }
}

/** What of a text an expert reads, field by field: nothing that is kept beside it, or has lapsed. */
function shownToExperts(
  content: Readonly<Record<string, unknown>>,
  isShown: (field: ShownField<'forExperts'>) => boolean = () => true,
): Record<string, unknown> {
  const left = leftToday(content)
  return Object.fromEntries(
    fieldsIn('forExperts')
      .filter(isShown)
      .map(({ name, field }) => [name, withoutInternals(field.kind, left[name])]),
  )
}

/**
 * Takes what an expert says: an opinion with their name, and comments. The link is used up by it.
 *
 * @throws as openExpertLink; ChecksBlock 422 when a comment has no place in the text
 */
export async function answerExpertLink(
  req: PayloadRequest,
  token: string,
  answer: ExpertAnswer,
): Promise<{ recorded: true }> {
  return inTransaction(req, async () => {
    if (answer.opinion === 'agree') await keepRules(req)
    const { link, content } = await resolveExpertLink(req, token, { isLocking: true })
    const { name, opinion, comment } = answer
    const db = await sqlIn(req)
    await db
      .update(expertLinks)
      .set({ usedAt: new Date().toISOString() })
      .where(eq(expertLinks.id, link.id))
    await db.insert(expertOpinions).values({
      link: link.id,
      document: link.document,
      digest: link.digest,
      name,
      opinion,
      comment: comment ?? null,
    })
    const common = { collection: link.collection, document: link.document, digest: link.digest }
    const shown = shownToExperts(content)
    const comments: string[] = []
    for (const { body, on } of answer.comments) {
      const written = await insertComment(req, {
        ...common,
        parent: null,
        author: null,
        authorName: name,
        link: link.id,
        body,
        isBlocking: false,
        anchor: anchorFor(req, shown, on),
      })
      comments.push(written.id)
    }
    await appendEvent(req, {
      kind: 'expert',
      collection: link.collection,
      id: link.document,
      transition: 'opinion',
      digest: link.digest,
      actor: null,
      comment: comment ?? null,
      data: {
        link: link.id,
        name,
        opinion,
        madeBy: link.madeBy.id,
        comments: comments.map((id, index) => ({
          comment: id,
          body: hashOfBody(answer.comments[index]?.body ?? ''),
        })),
      },
    })
    return { recorded: true }
  })
}

/**
 * The link of a token and the text that it is bound to, as long as it opens something.
 *
 * @throws as openExpertLink
 */
export async function resolveExpertLink(
  req: PayloadRequest,
  token: string,
  options: { isLocking: boolean },
): Promise<{ link: ExpertLink; content: Record<string, unknown> }> {
  const claims = readToken(token, req.payload.secret)
  if (!claims) throw new TokenRefused()
  const known = await findLink(req, claims.link, { isLocking: false })
  if (!known) throw new TokenRefused()
  // The document first, then the link: as everybody does who locks both.
  const state = options.isLocking
    ? await lockState(req, known.document)
    : await readState(req, known.document)
  const link = await findLink(req, claims.link, options)
  if (!link) throw new TokenRefused()
  if (link.revokedAt !== null)
    throw new Gone(
      { de: 'Dieser Link wurde zurückgenommen.', en: 'This link was taken back.' },
      'link_revoked',
    )
  if (link.usedAt !== null)
    throw new Gone(
      { de: 'Über diesen Link wurde schon geantwortet.', en: 'This link was used already.' },
      'link_used',
    )
  if (Date.parse(link.expiresAt) <= Date.now()) {
    throw new Gone(
      { de: 'Dieser Link ist abgelaufen.', en: 'This link has expired.' },
      'link_expired',
    )
  }
  const text =
    state?.digest === link.digest && state.stage !== 'archived' && link.endedAt === null
      ? await readText(req, link.document, link.digest)
      : undefined
  if (!text) {
    throw new Gone(
      {
        de: 'Der Text ist ein anderer, als er war, als dieser Link angelegt wurde.',
        en: 'The text has changed since this link was made.',
      },
      'text_changed',
    )
  }
  return { link, content: text.content }
}

async function nameOf(
  req: PayloadRequest,
  table: typeof professions | typeof regions | typeof sources,
  relation: unknown,
): Promise<string | null> {
  const id = relationId(relation)
  if (id === null) return null
  const db = await sqlIn(req)
  const [row] = await db.select({ name: table.name }).from(table).where(eq(table.id, id))
  return row?.name ?? null
}

async function namesOf(req: PayloadRequest, relations: unknown): Promise<string[]> {
  const names: string[] = []
  for (const relation of Array.isArray(relations) ? relations : []) {
    const name = await nameOf(req, sources, relation)
    if (name !== null) names.push(name)
  }
  return names
}

async function picturesOf(req: PayloadRequest, shown: unknown): Promise<ExpertView['pictures']> {
  const db = await sqlIn(req)
  const rows = Array.isArray(shown) ? shown.filter(isRecord) : []
  const pictures: ExpertView['pictures'] = []
  for (const { file, caption } of rows) {
    const id = relationId(file)
    const [row] = id ? await db.select({ alt: media.alt }).from(media).where(eq(media.id, id)) : []
    pictures.push({
      alt: row?.alt ?? null,
      caption: typeof caption === 'string' ? caption : null,
    })
  }
  return pictures
}

/**
 * A value as sites would see it, without entries of the house: rows keep their ids, since comments are
 * placed by them.
 */
function withoutInternals(kind: Kind, value: unknown): unknown {
  const { comparison } = kind
  if (!('parts' in comparison)) return value
  const shown = Object.entries(comparison.parts).filter(
    ([, part]) => part.delivered && part.kind.comparison.as !== 'relation',
  )
  const partsOf = (own: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(shown.map(([name, part]) => [name, withoutInternals(part.kind, own[name])]))
  if (comparison.as === 'group') return partsOf(recordIn(value))
  return rowsIn(value).map((row) => ({ id: row.id, ...partsOf(row) }))
}
