import {
  aliasedTable,
  and,
  desc,
  eq,
  inArray,
  isNotNull,
  notExists,
  or,
  sql,
  type SQL,
} from 'drizzle-orm'
import type { Sql } from '#database/sql.ts'
import {
  expertOpinions as o,
  logLeaves as leaves,
  redactedRows as r,
  workflowComments as c,
  workflowEvents as e,
} from '#database/tables.ts'
import { pseudonymOf, type Redactions } from '#record/redactions.ts'

// Words that the record vouches for by a hash or by an event: they are as they were, or two people had them
// emptied, and the log says so of what sites once got.

/** The digest of a comment's body, as it stands in the data of events. */
const bodyInData = sql`${e.data} ->> 'body'`
const commentInData = sql`${e.data} ->> 'comment'`
const named = (kind: string, id: typeof c.id | typeof o.id) =>
  sql<string>`${sql.raw(`'${kind} '`)} || ${id}`

/** Comments that do not say what they said. */
export async function findChangedComments(db: Sql, redactions: Redactions) {
  const said = sql`jsonb_array_elements(${e.data} -> 'comments') said`
  const told = db
    .select({
      body: sql<string>`coalesce(${bodyInData}, said ->> 'body')`.as('told_body'),
      sequence: e.sequence,
    })
    .from(e)
    .leftJoin(sql`LATERAL ${said}`, sql`said ->> 'comment' = ${c.id}::text`)
    .where(
      and(
        eq(e.document, c.document),
        inArray(e.kind, ['comment', 'expert']),
        or(eq(commentInData, sql`${c.id}::text`), sql`said IS NOT NULL`),
      ),
    )
    .orderBy(desc(e.sequence))
    .limit(1)
    .as('told')
  const redact = aliasedTable(e, 'redact')
  const isOther = sql`encode(sha256(convert_to(${c.body}, 'UTF8')), 'hex') IS DISTINCT FROM ${told.body}`
  const rows = await db
    .select({
      where: named('comment', c.id),
      id: c.id,
      said: c.body,
      redaction: c.redaction,
      isOther: sql<boolean>`${isOther}`,
      isTheLast: sql<boolean>`coalesce(${redact.sequence} > ${told.sequence}, false)`,
    })
    .from(c)
    .leftJoinLateral(told, sql`true`)
    .leftJoin(redact, eq(redact.id, c.redaction))
    .where(or(isOther, isNotNull(c.redaction)))
  return rows.filter(({ id, redaction, ...comment }) => {
    if (redaction === null) return true
    const own = redactions.of('workflow_comments', id).some((row) => row.redaction === redaction)
    // Whoever wrote or resolved it since was told of by an event: it says that, or nothing.
    return !own || comment.said !== '' || (comment.isOther && !comment.isTheLast)
  })
}

/** Opinions that are not what the expert said. */
export async function findChangedOpinions(db: Sql, redactions: Redactions) {
  const rows = await db
    .select({
      where: named('opinion', o.id),
      id: o.id,
      link: o.link,
      name: o.name,
      said: o.comment,
      redaction: o.redaction,
      isTold: sql<boolean>`EXISTS ${findOpinionEvent(db)}`,
      isToldInWords: sql<boolean>`EXISTS ${findOpinionEvent(
        db,
        and(
          sql`${e.data} ->> 'name' = ${o.name}`,
          sql`${e.comment} IS NOT DISTINCT FROM ${o.comment}`,
        ),
      )}`,
    })
    .from(o)
  return rows.filter(({ id, link, name, said, redaction, isTold, isToldInWords }) => {
    if (redaction === null) return !isToldInWords
    // Name and words are gone; what the opinion was is not.
    const isEmpty = said === null && name === pseudonymOf(`expert:${link}`)
    const own = redactions.of('expert_opinions', id).some((row) => row.redaction === redaction)
    return !isTold || !isEmpty || !own
  })
}

function findOpinionEvent(db: Sql, inWords?: SQL) {
  return db
    .select({ id: e.id })
    .from(e)
    .where(
      and(
        eq(e.document, o.document),
        eq(e.transition, 'opinion'),
        eq(e.digest, o.digest),
        sql`${e.data} ->> 'link' = ${o.link}::text`,
        sql`${e.data} ->> 'opinion' = ${o.opinion}`,
        inWords,
      ),
    )
}

/** Texts that sites once got and that were emptied, of which the log says nothing. */
export function findUnloggedRedactions(db: Sql) {
  const saying = aliasedTable(leaves, 'saying')
  const said = db
    .select({ id: saying.id })
    .from(saying)
    .where(and(eq(saying.document, leaves.document), eq(saying.redacts, leaves.digest)))
  return db
    .selectDistinct({ where: sql<string>`'text ' || replace(${r.row}, '/', ' ')` })
    .from(r)
    .innerJoin(
      leaves,
      and(
        eq(r.place, 'workflow_texts'),
        sql`${r.row} = ${leaves.document}::text || '/' || ${leaves.digest}`,
      ),
    )
    .where(notExists(said))
}

/** Leaves of the log that say that a text was emptied, which nobody had emptied. */
export function findForgedRedactions(db: Sql) {
  const emptied = db
    .select({ row: r.row })
    .from(r)
    .where(
      and(
        eq(r.place, 'workflow_texts'),
        sql`${r.row} = ${leaves.document}::text || '/' || ${leaves.redacts}`,
      ),
    )
  return db
    .select({ where: sql<string>`'log #' || coalesce(${leaves.index}::text, '?')` })
    .from(leaves)
    .where(and(isNotNull(leaves.redacts), notExists(emptied)))
}
