import type { EditorialCollection } from '#model/documents.ts'

type TextName = { collection: EditorialCollection; id: string }

/** Where a text is in the admin: its form, its review, its history. */
export function pathOfText(
  { collection, id }: TextName,
  view: 'form' | 'review' | 'history' = 'form',
): string {
  const form = `/admin/collections/${collection}/${id}`
  return view === 'form' ? form : `${form}/${view}`
}

/** The list of texts, narrowed to a filter. */
export function pathOfTexts(filter: Readonly<Record<string, string>>): string {
  const parameters = new URLSearchParams(filter).toString()
  return parameters === '' ? '/admin/texts' : `/admin/texts?${parameters}`
}
