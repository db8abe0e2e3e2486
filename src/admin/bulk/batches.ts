import { editorialCollections, type EditorialCollection } from '#model/documents.ts'
import type { Stage } from '#model/stages.ts'
import type { BulkResult } from '#workflow/bulk.ts'

/** A text that a step is to be taken on. */
export interface BulkText {
  id: string
  collection: EditorialCollection
  title: string
  /** Of the text that was on the screen: another one is not what somebody decided on. */
  digest: string
}

/** What became of one text. */
export type Outcome = { ok: true; state: Stage } | { ok: false; message: string }

export interface Batch {
  collection: EditorialCollection
  ids: string[]
  expectedDigests: Readonly<Record<string, string>>
}

/** How many texts one request takes along: few enough that progress shows. */
const atOnce = 20

/** Texts as they are sent: each request is of one collection. */
export function batchesOf(texts: readonly BulkText[]): Batch[] {
  return editorialCollections.flatMap((collection) => {
    const chosen = texts.filter((text) => text.collection === collection)
    return Array.from({ length: Math.ceil(chosen.length / atOnce) }, (_, index): Batch => {
      const part = chosen.slice(index * atOnce, (index + 1) * atOnce)
      return {
        collection,
        ids: part.map(({ id }) => id),
        expectedDigests: Object.fromEntries(part.map(({ id, digest }) => [id, digest])),
      }
    })
  })
}

/** What became of each text of a batch: what the server tells of it, or why it tells nothing. */
export function outcomesOf(
  { ids }: Batch,
  answer: { ok: true; body: { results: BulkResult[] } } | { ok: false; message: string },
): [id: string, outcome: Outcome][] {
  if (!answer.ok) return ids.map((id) => [id, { ok: false, message: answer.message }])
  return answer.body.results.map((result) => [result.id, toOutcome(result)])
}

function toOutcome(result: BulkResult): Outcome {
  if (result.ok) return { ok: true, state: result.state }
  const { message, details = [] } = result.error
  return { ok: false, message: [message, ...details.map(({ reason }) => reason)].join(' ') }
}
