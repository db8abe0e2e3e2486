import { and, eq, or, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isOneOf } from '#database/is-one-of.ts'
import { sqlIn } from '#database/sql.ts'
import {
  workflowPlans as plans,
  workflowStates as states,
  workflowTexts as texts,
} from '#database/tables.ts'
import { inOneSpelling, isRecord, relationId } from '#model/documents.ts'
import { isSettled, stages } from '#model/stages.ts'
import { referencesIn } from '#portrait/delivered.ts'

const settledBeforeLive = stages.filter((stage) => isSettled(stage) && stage !== 'live')

/** What a text that is not live yet, and on which others rely as it is, refers to. */
export interface TextOnTheWay {
  /** Its document. */
  id: string
  profession: string | null
  region: string | null
  references: ReturnType<typeof referencesIn>
}

/**
 * The texts that are in review, approved or scheduled and name one of some entries, by their ids. Of a
 * document these can be two: the working copy, and the version that a plan is to publish.
 */
export async function findTextsOnTheWay(
  req: PayloadRequest,
  entries: readonly string[],
): Promise<TextOnTheWay[]> {
  const db = await sqlIn(req)
  // Only such texts are read whole; which field names the entry is the registry's to say.
  const namesOne = or(
    ...entries.map((id) => sql`strpos(lower(${texts.content}::text), ${inOneSpelling(id)}) > 0`),
  )
  if (namesOne === undefined) return []
  const { document: id, content } = texts
  const working = await db
    .select({ id, content })
    .from(states)
    .innerJoin(
      texts,
      and(eq(texts.document, sql`${states.id}::text`), eq(texts.digest, states.digest)),
    )
    .where(and(isOneOf(states.stage, settledBeforeLive), namesOne))
  const planned = await db
    .select({ id, content })
    .from(plans)
    .innerJoin(texts, and(eq(texts.document, plans.document), eq(texts.digest, plans.digest)))
    .where(and(eq(plans.action, 'publish'), eq(plans.status, 'pending'), namesOne))
  return [...working, ...planned].flatMap((text) => {
    if (!isRecord(text.content)) return []
    return [
      {
        id: text.id,
        profession: relationId(text.content.profession),
        region: relationId(text.content.region),
        references: referencesIn(text.content),
      },
    ]
  })
}
