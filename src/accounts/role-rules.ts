import type { Role } from '#model/roles.ts'
import { roles } from '#model/roles.ts'

/** What somebody may do who has a value, such as the name of a group, at whoever provides sign-ins. */
export interface RoleRule {
  value: string
  role: Role
  /** Names of desks. */
  desks: readonly string[]
  /** They answer for every text, whatever their desks are; of editors only. */
  allTexts: boolean
}

/** What the rules give to somebody. */
export interface GivenRole {
  role: Role
  /** Names of desks. */
  desks: string[]
  allTexts: boolean
}

/**
 * What rules give to somebody with these values: the highest role of those that fit, with the desks of
 * all rules of that role; null where none fits.
 */
export function roleFor(rules: readonly RoleRule[], values: readonly string[]): GivenRole | null {
  const fitting = rules.filter(({ value }) => values.includes(value))
  const role = roles.findLast((one) => fitting.some((rule) => rule.role === one))
  if (role === undefined) return null
  const ofRole = fitting.filter((rule) => rule.role === role)
  return {
    role,
    desks: [...new Set(ofRole.flatMap(({ desks }) => desks))],
    allTexts: ofRole.some(({ allTexts }) => allTexts),
  }
}
