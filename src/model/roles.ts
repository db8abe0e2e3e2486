import type { BilingualText } from './text.ts'

/** The roles of people. A person has exactly one. */
export const roles = ['author', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]

export const roleLabels: Readonly<Record<Role, BilingualText>> = {
  author: { de: 'Autor/in', en: 'Author' },
  editor: { de: 'Redakteur/in', en: 'Editor' },
  admin: { de: 'Verwaltung', en: 'Administrator' },
}

export function isRole(value: unknown): value is Role {
  return typeof value === 'string' && roles.some((role) => role === value)
}
