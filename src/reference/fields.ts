import type { FlattenedField, Payload } from 'payload'
import { canonicalJson } from '#model/canonical-json.ts'
import { isRecord, relationId } from '#model/documents.ts'
import type { ReferenceCollection } from '#model/reference-collections.ts'

/** Values of an entry by the names of its fields. */
export type Values = Readonly<Record<string, unknown>>

const ofItself: ReadonlySet<string> = new Set(['id', 'createdAt', 'updatedAt'])

/** The fields of a collection that are stored: what of an entry can change. */
export function storedFields(
  { collections }: Pick<Payload, 'collections'>,
  collection: ReferenceCollection,
): FlattenedField[] {
  const fields: FlattenedField[] = collections[collection].config.flattenedFields
  return fields.filter(
    (field) => !ofItself.has(field.name) && !('virtual' in field && field.virtual),
  )
}

/**
 * What a write changes of an entry: its fields with their values afterwards, in one form. A field that the
 * write does not name stays.
 */
export function findChanges(
  fields: readonly FlattenedField[],
  before: Values,
  written: Values,
): Record<string, unknown> {
  const changes: Record<string, unknown> = {}
  for (const { name } of fields) {
    if (!(name in written) || written[name] === undefined) continue
    const after = merged(before[name], written[name])
    if (!isSame(before[name], after)) changes[name] = inOneForm(after)
  }
  return changes
}

/** Some values of an entry, in the form in which a proposal keeps them. */
export function pickValues(entry: Values, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, inOneForm(entry[name])]))
}

/** Says whether two values of a field are one: what is empty in any way is absent. */
export function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(withoutEmpty(one)) === canonicalJson(withoutEmpty(other))
}

/** A group may be written in part. */
function merged(before: unknown, written: unknown): unknown {
  return isRecord(before) && isRecord(written) && !('id' in written)
    ? { ...before, ...written }
    : written
}

/** A value with relations as ids, and null for what is absent. A list stays one, so that it can be emptied. */
function inOneForm(value: unknown): unknown {
  if (value === undefined || value === '') return null
  if (Array.isArray(value)) return value.map((item: unknown) => inOneForm(item))
  if (!isRecord(value)) return value
  return (
    relationId(value) ??
    Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inOneForm(member)]))
  )
}

function withoutEmpty(value: unknown): unknown {
  const formed = inOneForm(value)
  if (Array.isArray(formed)) return formed.length === 0 ? null : formed
  if (!isRecord(formed)) return formed
  const members = Object.entries(formed).filter(([, member]) => withoutEmpty(member) !== null)
  return members.length === 0 ? null : Object.fromEntries(members)
}
