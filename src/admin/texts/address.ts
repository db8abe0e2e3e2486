import type { NewsroomText } from '#newsroom/lists/entries.ts'

/** The conditions of a list, as they stand in its address. */
export type Parameters = Readonly<Record<string, string>>

/** Conditions after some were changed; null and '' take one away. */
export function withChanges(
  parameters: Parameters,
  changes: Readonly<Record<string, string | null>>,
): Parameters {
  const next = Object.entries({ ...parameters, ...changes })
  return Object.fromEntries(next.flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

/** Says whether a list shows less than there is; an order leaves nothing out. */
export function isNarrowed(parameters: Parameters): boolean {
  return Object.keys(parameters).some((name) => name !== 'sort')
}

/** The texts of several pages: one that has moved on to a later page meanwhile stands once. */
export function textsOf(
  pages: readonly { texts: readonly NewsroomText[] }[],
): readonly NewsroomText[] {
  return [...new Map(pages.flatMap(({ texts }) => texts.map((text) => [text.id, text]))).values()]
}
