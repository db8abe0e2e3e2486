import type { PayloadRequest } from 'payload'
import { readLiveCopy } from '#editorial/copies.ts'
import { findOtherHolder } from '#editorial/pair.ts'
import type { WorkflowState } from '#editorial/state.ts'
import { readText } from '#editorial/texts-by-digest.ts'
import { invalidFields } from '#fields/invalid-fields.ts'
import { relationId, type EditorialCollection } from '#model/documents.ts'
import { InvalidRequest } from '#model/errors.ts'
import { findPendingPlans, type Plan } from './facts/plans.ts'

/** One text a profession, one a pair: says so before the database's unique index has to. */
export async function refuseTakenPair(options: {
  collection: EditorialCollection
  data: Record<string, unknown>
  id: string | null
  req: PayloadRequest
}): Promise<void> {
  const { collection, id, req } = options
  const holder = await findOtherHolder(options)
  if (holder === null) return
  const problem =
    collection === 'career-profiles'
      ? {
          path: 'profession',
          message: {
            de: `Zu diesem Beruf gibt es schon ein Berufsprofil (${holder}).`,
            en: `There already is a career profile for this profession (${holder}).`,
          },
        }
      : {
          path: 'region',
          message: {
            de: `Zu diesem Beruf in dieser Region gibt es schon einen Text (${holder}).`,
            en: `There already is a regional section for this profession and region (${holder}).`,
          },
        }
  throw invalidFields(collection, [problem], req, id)
}

/** The address of a text that is live, or will be by a plan, does not move under it. */
export async function refuseMovedPair(options: {
  state: WorkflowState
  data: Record<string, unknown>
  req: PayloadRequest
}): Promise<void> {
  const { state, data, req } = options
  const { collection, id } = state
  const live = state.live ? await readLiveCopy({ collection, id, req }) : undefined
  const planned = live ? undefined : await readKeptText(req, state)
  const fixed = live ?? planned
  const moved = ['profession', 'region'].find(
    (field) => fixed && relationId(fixed[field]) !== relationId(data[field]),
  )
  if (moved === undefined) return
  const message = live
    ? {
        de: 'Der Text ist veröffentlicht; Beruf und Region stehen fest, bis er vom Netz ist.',
        en: 'The text is live; profession and region are fixed until it is unpublished.',
      }
    : {
        de: 'Eine Fassung dieses Textes ist eingeplant; Beruf und Region stehen fest, bis der Plan aufgehoben ist.',
        en: 'A version of this text is scheduled; profession and region are fixed until it is unscheduled.',
      }
  throw invalidFields(collection, [{ path: moved, message }], req, id)
}

/** The text that a plan is to publish where the working copy goes on from it; undefined where none is. */
async function readKeptText(
  req: PayloadRequest,
  state: WorkflowState,
): Promise<Record<string, unknown> | undefined> {
  const plan = (await findPendingPlans(req, state.id)).find(({ action }) => action === 'publish')
  if (!plan || (state.stage === 'scheduled' && !isKept(req, plan))) return undefined
  return (await readText(req, state.id, plan.digest))?.content
}

/** Says whether an edit leaves a plan as it is: the edit says so, or somebody has said it of the plan. */
export function isKept(req: PayloadRequest, plan: Plan): boolean {
  const { keepPlan: said } = req.query
  if (said === undefined) return plan.isKept
  if (said === 'true' || said === 'false') return said === 'true'
  const reason = 'true or false'
  throw new InvalidRequest('keepPlan says whether the plan stays.', [{ path: 'keepPlan', reason }])
}
