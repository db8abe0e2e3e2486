import type { CollectionBeforeOperationHook } from 'payload'
import { isRecord, relationIds } from '#model/documents.ts'

const columns = [
  { flag: 'allRegions', list: 'regions', other: 'professions' },
  { flag: 'allProfessions', list: 'professions', other: 'regions' },
] as const

/**
 * Says of a desk what is left unsaid: one that is made of regions only is for all professions in them,
 * and the other way round; whoever lists some afterwards means those. A list that becomes empty says
 * nothing: the desk is for none then, and not for all.
 */
export const sayWhatIsMeant: CollectionBeforeOperationHook = ({ args, operation }) => {
  const data: unknown = Reflect.get(args, 'data')
  if ((operation !== 'create' && operation !== 'update') || !isRecord(data)) return
  const isListed = (list: 'regions' | 'professions') => relationIds(data[list]).length > 0
  const said: Record<string, boolean> = {}
  for (const { flag, list, other } of columns) {
    if (typeof data[flag] === 'boolean') continue
    if (operation === 'create') said[flag] = !isListed(list) && isListed(other)
    else if (isListed(list)) said[flag] = false
  }
  return { ...args, data: { ...data, ...said } }
}

/**
 * The same of a person: a new account answers for all texts, whoever is given desks answers for those. Desks that are taken away say nothing: the person answers for fewer texts then, in
 * the end for none, and never for more.
 */
export const sayWhatIsAnsweredFor: CollectionBeforeOperationHook = ({ args, operation }) => {
  const data: unknown = Reflect.get(args, 'data')
  if ((operation !== 'create' && operation !== 'update') || !isRecord(data)) return
  if (typeof data.allTexts === 'boolean') return
  if (relationIds(data.desks).length === 0) return
  return { ...args, data: { ...data, allTexts: false } }
}
