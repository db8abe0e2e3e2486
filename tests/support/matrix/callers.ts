import { permissions, type Caller, type Operation } from '#access/table.ts'
import { isRole } from '#model/roles.ts'
import { transitions, type TransitionName } from '#workflow/transitions.ts'
import { isOpen, type Standing } from './standings.ts'

/** What is true of a caller towards the texts of the matrix. */
interface CallerFacts {
  as: Caller
  /** The texts are theirs. */
  isOwn: boolean
  /** The texts lie in their desks. */
  isCovered: boolean
  /** They wrote on the texts since the last approval. */
  hasWritten: boolean
}

const somebody = { isOwn: false, isCovered: true, hasWritten: false }

/** Everybody who knocks. */
export const matrixCallers = {
  'a stranger': { ...somebody, as: 'anonymous' },
  'a site': { ...somebody, as: 'site' },
  'the author': { ...somebody, as: 'author', isOwn: true, hasWritten: true },
  'another author': { ...somebody, as: 'author' },
  'an editor': { ...somebody, as: 'editor' },
  'an editor who wrote on it': { ...somebody, as: 'editor', hasWritten: true },
  'an editor of another desk': { ...somebody, as: 'editor', isCovered: false },
  'the administration': { ...somebody, as: 'admin' },
} as const satisfies Readonly<Record<string, CallerFacts>>
export type CallerName = keyof typeof matrixCallers

export const callerNames = Object.keys(matrixCallers).filter(isCallerName)

function isCallerName(name: string): name is CallerName {
  return name in matrixCallers
}

/** Says whether the table of permissions lets a caller do this to a text of the matrix. */
export function isPermitted(operation: Operation, name: CallerName): boolean {
  const { as, isOwn, isCovered } = matrixCallers[name]
  const permission = permissions['regional-sections'][operation][as]
  if (permission === 'own' || permission === 'ownDraft') return isOwn
  if (permission === 'desk') return isCovered
  return permission === 'all'
}

/** What the table of transitions says to a caller. */
export function answerTo(
  transition: TransitionName,
  standing: Standing,
  name: CallerName,
): 'allowed' | 'notSignedIn' | 'notThisCaller' | 'notNow' {
  const { as, isOwn, isCovered, hasWritten } = matrixCallers[name]
  const { who, demands } = transitions[transition]
  if (as === 'anonymous') return 'notSignedIn'
  if (!isRole(as) || !who.includes(as)) return 'notThisCaller'
  if ((as === 'author' && !isOwn) || (as === 'editor' && !isCovered)) return 'notThisCaller'
  if (!isOpen(transition, standing)) return 'notNow'
  return demands.includes('fourEyes') && hasWritten ? 'notThisCaller' : 'allowed'
}
