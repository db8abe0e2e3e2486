import type { BilingualText } from './text.ts'

/**
 * The kinds of sign-off: who signs one off answers for what it is about, in the fields that the registry
 * names for it. They are kinds of approval, given side by side, and no stages.
 */
export const signOffKinds = ['expertise', 'language', 'legal'] as const
export type SignOffKind = (typeof signOffKinds)[number]

export const signOffLabels: Readonly<Record<SignOffKind, BilingualText>> = {
  expertise: { de: 'Fachlich', en: 'Expertise' },
  language: { de: 'Sprache', en: 'Language' },
  legal: { de: 'Recht', en: 'Legal' },
}

export function isSignOffKind(value: unknown): value is SignOffKind {
  return typeof value === 'string' && signOffKinds.some((kind) => kind === value)
}
