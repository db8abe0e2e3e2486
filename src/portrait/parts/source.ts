import { relationId } from '#model/documents.ts'
import type { Referred } from '../kinds/field.ts'
import type { Source } from '../kinds/shapes.ts'
import { nonEmptyText } from '../kinds/values.ts'

/** A source as sites see it; null where the relation leads nowhere. */
export function renderSource(value: unknown, { sources }: Referred): Source | null {
  const id = relationId(value)
  const entry = id === null ? undefined : sources.get(id)
  if (id === null || !entry) return null
  return {
    id,
    name: nonEmptyText(entry.name) ?? '',
    publisher: nonEmptyText(entry.publisher) ?? null,
    url: nonEmptyText(entry.url) ?? null,
    kind: nonEmptyText(entry.kind) ?? 'sonstige',
  }
}
