import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { isCoveredByDesks, type DeskScope } from '#access/desk.ts'
import { query } from '#database/query.ts'
import { textIn, textsIn } from '#database/rows.ts'

/** An editor, their desks, and the desks of those they stand in for; a list without a desk: all. */
interface Editor {
  id: string
  desks: string[][]
}

/** The editors whose desks, or those of somebody they stand in for, cover a document. */
export async function findDeskEditors(
  req: PayloadRequest,
  document: { profession: string | null; region: string | null },
): Promise<string[]> {
  const desks = await loadDesks(req)
  return (await loadEditors(req))
    .filter((editor) => isCoveredByDesks(scopeOf(editor, desks), document))
    .map(({ id }) => id)
}

function scopeOf({ desks }: Editor, all: ReadonlyMap<string, Desk>): DeskScope {
  if (desks.some((of) => of.length === 0)) return null
  return desks.flat().flatMap((id) => all.get(id) ?? [])
}

async function loadEditors(req: PayloadRequest): Promise<Editor[]> {
  const now = new Date().toISOString()
  const desksOf = (person: 'u' | 'f') => sql`ARRAY(
    SELECT r.desks_id::text FROM users_rels r
    WHERE r.parent_id = ${sql.raw(person)}.id AND r.path = 'desks')`
  const rows = await query(
    req,
    sql`SELECT u.id::text AS id, ${desksOf('u')} AS desks FROM users u WHERE u.role = 'editor'
        UNION ALL
        SELECT u.id::text, ${desksOf('f')}
        FROM workflow_delegations d
        JOIN users u ON u.id::text = d.to_person AND u.role = 'editor'
        JOIN users f ON f.id::text = d.from_person AND f.role IN ('editor', 'admin')
        WHERE d.starts_at <= ${now} AND d.ends_at > ${now}`,
  )
  const editors = new Map<string, Editor>()
  for (const row of rows) {
    const id = textIn(row.id)
    const editor = editors.get(id) ?? { id, desks: [] }
    editor.desks.push(textsIn(row.desks))
    editors.set(id, editor)
  }
  return [...editors.values()]
}

interface Desk {
  regions: string[]
  professions: string[]
}

async function loadDesks(req: PayloadRequest): Promise<ReadonlyMap<string, Desk>> {
  const rows = await query(
    req,
    sql`SELECT d.id::text AS id,
          ARRAY(SELECT r.regions_id::text FROM desks_rels r
                WHERE r.parent_id = d.id AND r.path = 'regions') AS regions,
          ARRAY(SELECT r.professions_id::text FROM desks_rels r
                WHERE r.parent_id = d.id AND r.path = 'professions') AS professions
        FROM desks d`,
  )
  return new Map(
    rows.map((row) => [
      textIn(row.id),
      { regions: textsIn(row.regions), professions: textsIn(row.professions) },
    ]),
  )
}
