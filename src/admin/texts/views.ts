import { isRecord } from '#model/documents.ts'
import type { Parameters } from './address.ts'

/** Conditions under a name. */
export interface View {
  name: string
  parameters: Parameters
}

/** What is stored may be of another time: what is no view is left out. */
export function viewsIn(stored: unknown): View[] {
  const views: unknown = isRecord(stored) ? stored.views : undefined
  if (!Array.isArray(views)) return []
  return views.filter(isRecord).flatMap(({ name, parameters }): View[] => {
    if (typeof name !== 'string' || !isRecord(parameters)) return []
    const texts = Object.entries(parameters).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value] as const] : [],
    )
    return [{ name, parameters: Object.fromEntries(texts) }]
  })
}

/** Says whether two lists ask for the same. */
export function sameParameters(left: Parameters, right: Parameters): boolean {
  const names = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...names].every((name) => left[name] === right[name])
}
