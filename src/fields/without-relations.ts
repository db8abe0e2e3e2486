import type { FlattenedField } from 'payload'
import { isRecord, relationId } from '#model/documents.ts'
import type { NamedRelation } from './input-shape.ts'

type Fields = readonly FlattenedField[]

/**
 * The data of some fields without some of the relations that it names. A row that is about such a relation
 * goes with it, unless somebody has written words into it.
 */
export function withoutRelations(
  fields: Fields,
  data: Readonly<Record<string, unknown>>,
  gone: readonly NamedRelation[],
): Record<string, unknown> {
  const left = { ...data }
  for (const field of fields) {
    const value = data[field.name]
    if (field.type === 'group' || field.type === 'tab') {
      if (isRecord(value)) left[field.name] = withoutRelations(field.flattenedFields, value, gone)
    } else if (field.type === 'array') {
      if (Array.isArray(value)) left[field.name] = rowsWithout(field.flattenedFields, value, gone)
    } else if (field.type === 'relationship' || field.type === 'upload') {
      left[field.name] = Array.isArray(value)
        ? value.filter((item) => !isGone(field, item, gone))
        : isGone(field, value, gone)
          ? null
          : value
    }
  }
  return left
}

function rowsWithout(
  fields: Fields,
  rows: readonly unknown[],
  gone: readonly NamedRelation[],
): unknown[] {
  return rows.flatMap((row): unknown[] => {
    if (!isRecord(row)) return [row]
    const isAboutIt = fields.some(
      (field) => 'required' in field && field.required && isGone(field, row[field.name], gone),
    )
    return isAboutIt && !hasWords(fields, row) ? [] : [withoutRelations(fields, row, gone)]
  })
}

function isGone(field: FlattenedField, value: unknown, gone: readonly NamedRelation[]): boolean {
  if (field.type !== 'relationship' && field.type !== 'upload') return false
  const id = relationId(value)
  return gone.some((relation) => relation.id === id && relation.collection === field.relationTo)
}

function hasWords(fields: Fields, row: Readonly<Record<string, unknown>>): boolean {
  return fields.some(({ name, type }) => {
    const value = row[name]
    if (type === 'richText') return isRecord(value)
    return name !== 'id' && (type === 'text' || type === 'textarea') && typeof value === 'string'
      ? value.trim() !== ''
      : false
  })
}
