import { editorialCollections } from '#model/documents.ts'
import type { DescribedTable, DescribedTables } from './described-tables.ts'

/** The tables of editorial documents. */
const documents: readonly string[] = editorialCollections.map((slug) => slug.replaceAll('-', '_'))

/**
 * Every trigger (`schema.table.trigger`) that guards a table with a part of a live text, after what
 * Payload knows of its tables (`payload.db.rawTables`). The database finds the same tables by itself, in
 * migrations/functions/guard-parts.sql: the one is held against the other.
 */
export function triggersOfTexts(described: DescribedTables): string[] {
  return guardedTables(described).flatMap((table) => {
    const guards = documents.includes(table)
      ? ['workflow_guard_document', 'workflow_guard_insert']
      : ['workflow_guard_part']
    return [...guards, 'workflow_refuse_truncate'].map((name) => `public.${table}.${name}`)
  })
}

/** The tables of editorial documents and of all that they hold, rows within rows too. */
export function guardedTables(described: DescribedTables): string[] {
  const tables = Object.values(described)
  const isVersions = (name: string) => documents.some((document) => name === `_${document}_v`)
  const found = [...documents]
  for (const parent of found) {
    for (const table of tables) {
      if (found.includes(table.name) || isVersions(table.name)) continue
      if (isBelow(table, parent)) found.push(table.name)
    }
  }
  return found.sort()
}

function isBelow({ columns, foreignKeys = {} }: DescribedTable, parent: string): boolean {
  return Object.values(foreignKeys).some(
    (key) =>
      key.foreignColumns.some(({ table }) => table === parent) &&
      key.columns.some((name) => ['_parent_id', 'parent_id'].includes(columns[name]?.name ?? '')),
  )
}
