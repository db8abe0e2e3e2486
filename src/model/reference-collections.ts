/** The collections of reference data: what texts refer to, and sites read beside them. */
export const referenceCollections = ['professions', 'regions', 'sources', 'employers'] as const
export type ReferenceCollection = (typeof referenceCollections)[number]

export function isReferenceCollection(value: unknown): value is ReferenceCollection {
  return typeof value === 'string' && referenceCollections.some((slug) => slug === value)
}
