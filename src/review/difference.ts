import type { Endpoint, PayloadRequest } from 'payload'
import * as z from 'zod'
import { answer, pathPart, queryOf } from '#access/answer.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { DocumentNotFound } from '#model/errors.ts'
import { digestText, parseInput, storableText } from '#model/input.ts'
import { loadSettings, type ApprovalRule } from '#workflow/settings.ts'
import { findApprovals } from '#editorial/approvals.ts'
import { readDocument } from '#editorial/read-document.ts'
import { requireText } from '#editorial/texts-by-digest.ts'
import type { Difference } from '#portrait/difference/change.ts'
import { compareTexts } from '#portrait/difference/in-thread.ts'

const querySchema = z.strictObject({
  from: z
    .union([z.literal('live'), storableText(100).startsWith('approved:'), digestText])
    .default('live'),
  to: z.union([z.literal('working'), z.literal('live'), digestText]).default('working'),
})

interface DifferenceView extends Difference {
  /** The digests that are compared; from is null where there is nothing to compare with. */
  from: string | null
  to: string
  /** What an approval of this difference asks for, were it all that has changed. */
  rule: ApprovalRule | null
}

/** `GET /{id}/workflow/diff?from=live|approved:{me|person}|{digest}&to=working|live|{digest}`. */
export function differenceEndpoints(collection: EditorialCollection): Endpoint[] {
  return [
    {
      path: '/:id/workflow/diff',
      method: 'get',
      handler: (req) =>
        answer(req, () => readDifference({ req, collection, id: pathPart(req, 'id') })),
    },
  ]
}

/**
 * What has changed between two texts of a document, to whoever may read the document.
 *
 * @throws InvalidRequest 400, NotSignedIn 401, NotAllowed 403, DocumentNotFound 404
 */
async function readDifference(options: {
  req: PayloadRequest
  collection: EditorialCollection
  id: string
}): Promise<DifferenceView> {
  const { req, collection, id } = options
  const { from, to } = parseInput(
    querySchema,
    queryOf(req),
    'These are not valid parameters of a comparison.',
  )
  const { actor, state, working } = await readDocument(options)
  const resolve = async (name: string): Promise<string | null> => {
    if (name === 'working') return state.digest
    if (name === 'live') return state.live?.digest ?? null
    if (!name.startsWith('approved:')) return name
    const person = name.slice('approved:'.length)
    const approvals = await findApprovals(req, { id })
    const by = person === 'me' ? actor.id : person
    return approvals.findLast(({ approvedBy }) => approvedBy.id === by)?.digest ?? null
  }
  const contentOf = async (digest: string): Promise<Record<string, unknown>> => {
    if (digest === state.digest) return working
    return (await requireText(req, id, digest)).content
  }
  const fromDigest = await resolve(from)
  const toDigest = await resolve(to)
  if (toDigest === null) throw new DocumentNotFound(`texts of ${id}`, to)
  const before = fromDigest === null ? null : await contentOf(fromDigest)
  const difference = await compareTexts(before, await contentOf(toDigest))
  return {
    ...difference,
    from: fromDigest,
    to: toDigest,
    rule: difference.risk && (await loadSettings(req)).ruleFor(collection, difference.risk),
  }
}
