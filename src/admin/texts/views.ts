import { isRecord } from '#model/documents.ts'
import { rowsIn } from '#portrait/kinds/values.ts'
import type { Word } from '../words/index.ts'
import type { Parameters } from './address.ts'

/** Conditions under a name. */
export interface View {
  name: string
  parameters: Parameters
}

/** Views that everybody has. */
export const givenViews: readonly { word: Word; parameters: Parameters }[] = [
  { word: 'list:viewAll', parameters: {} },
  { word: 'list:viewMine', parameters: { author: 'me' } },
  { word: 'list:viewQueue', parameters: { stage: 'in_review', desk: 'mine', sort: 'since' } },
  { word: 'list:viewSignOffs', parameters: { awaiting: 'signOff', sort: 'since' } },
  { word: 'list:viewOverdue', parameters: { due: 'overdue', sort: 'due' } },
  { word: 'list:viewChanged', parameters: { live: 'changed' } },
  { word: 'list:viewScheduled', parameters: { planned: 'yes' } },
]

/** Says whether conditions are worth a name: there are some, and no view has them. */
export function isNewView(parameters: Parameters, own: readonly View[]): boolean {
  return (
    Object.keys(parameters).length > 0 &&
    ![...givenViews, ...own].some((view) => sameParameters(view.parameters, parameters))
  )
}

/** A person's views with one more, in place of an older one of the same name. */
export function withView(own: readonly View[], view: View): View[] {
  return [...own.filter(({ name }) => name !== view.name), view]
}

/** What is stored may be of another time: what is no view is left out. */
export function viewsIn(stored: unknown): View[] {
  return rowsIn(isRecord(stored) ? stored.views : undefined).flatMap(
    ({ name, parameters }): View[] => {
      if (typeof name !== 'string' || !isRecord(parameters)) return []
      const texts = Object.entries(parameters).flatMap(([key, value]) =>
        typeof value === 'string' ? [[key, value] as const] : [],
      )
      return [{ name, parameters: Object.fromEntries(texts) }]
    },
  )
}

/** Says whether two lists ask for the same. */
export function sameParameters(left: Parameters, right: Parameters): boolean {
  const names = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...names].every((name) => left[name] === right[name])
}
