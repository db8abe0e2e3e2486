import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'
import { holdLock } from '#database/advisory-lock.ts'
import { sqlIn } from '#database/sql.ts'
import { relationIds } from '#model/documents.ts'
import { Conflict } from '#model/errors.ts'
import { signOffLabels, type SignOffKind } from '#model/sign-offs.ts'
import type { User } from '#payload-types'
import { isNamedGiver } from './givers.ts'
import { lockOfGivers } from './judge-givers.ts'
import { findNamedGivers, kindsOnlyNamedGive } from './named-givers.ts'
import { loadSettings, type WorkflowSettings } from './settings.ts'

/**
 * Refuses to delete a desk without which nobody could give a kind of sign-off that the rules ask for.
 *
 * @throws Conflict 409 naming the kinds
 */
export const keepDeskThatGives: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const desk = String(id)
  await refuseToLose(req, {
    concerns: (settings, kind) => settings.giversOf(kind).desks.includes(desk),
    giversAfter: (settings) => ({
      giversOf: (kind) => {
        const givers = settings.giversOf(kind)
        return { ...givers, desks: givers.desks.filter((of) => of !== desk) }
      },
    }),
  })
}

/**
 * Refuses to take the last one out of a desk without whom nobody could give a kind of sign-off that the
 * rules ask for. That somebody leaves the house is refused nowhere: it is shown before, and told.
 *
 * @throws Conflict 409 naming the kinds
 */
export const keepGiverOfDesk: CollectionBeforeChangeHook<User> = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || !originalDoc || data.desks === undefined) return data
  const person = originalDoc.id
  const before = { id: person, desks: relationIds(originalDoc.desks) }
  const after = { id: person, desks: relationIds(data.desks) }
  if (before.desks.every((desk) => after.desks.includes(desk))) return data
  await refuseToLose(req, {
    concerns: (settings, kind) =>
      isNamedGiver(settings, kind, before) && !isNamedGiver(settings, kind, after),
    giversAfter: (settings) => settings,
    without: person,
  })
  return data
}

/** Refuses where some of the kinds that a change concerns would have nobody to give them after it. */
async function refuseToLose(
  req: PayloadRequest,
  change: {
    concerns: (settings: WorkflowSettings, kind: SignOffKind) => boolean
    giversAfter: (settings: WorkflowSettings) => Pick<WorkflowSettings, 'giversOf'>
    without?: string
  },
): Promise<void> {
  const { concerns, giversAfter, without } = change
  await holdLock(await sqlIn(req), lockOfGivers)
  const settings = await loadSettings(req)
  const kinds = kindsOnlyNamedGive(settings).filter((kind) => concerns(settings, kind))
  if (kinds.length === 0) return
  const able = await findNamedGivers(req, giversAfter(settings), kinds)
  const lost = kinds.filter((kind) => !able.get(kind)?.some(({ id }) => id !== without))
  if (lost.length === 0) return
  const names = (language: 'de' | 'en') =>
    lost.map((kind) => signOffLabels[kind][language]).join(', ')
  throw new Conflict(
    {
      de: `Danach könnte niemand mehr abzeichnen, was die Regeln der Freigabe verlangen: ${names('de')}. Nennen Sie dort zuerst jemand anderen.`,
      en: `After that nobody could sign off what the rules of approval ask for: ${names('en')}. Name somebody else there first.`,
    },
    'last_giver',
    lost.map((kind) => ({ path: `signOffGivers.${kind}`, reason: signOffLabels[kind].en })),
  )
}
