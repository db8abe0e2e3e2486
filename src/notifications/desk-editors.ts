import { aliasedTable, and, eq, gt, inArray, lte, sql } from 'drizzle-orm'
import { QueryBuilder, unionAll } from 'drizzle-orm/pg-core'
import type { PayloadRequest } from 'payload'
import { isCoveredByDesks, type DeskScope } from '#access/desk.ts'
import { sqlIn } from '#database/sql.ts'
import { desks, desksRels, users, usersRels, workflowDelegations } from '#database/tables.ts'

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

const build = new QueryBuilder()
const giver = aliasedTable(users, 'giver')

async function loadEditors(req: PayloadRequest): Promise<Editor[]> {
  const db = await sqlIn(req)
  const now = new Date().toISOString()
  const { fromPerson, toPerson, startsAt, endsAt } = workflowDelegations
  const rows = await unionAll(
    db
      .select({ id: users.id, desks: desksOf(users) })
      .from(users)
      .where(eq(users.role, 'editor')),
    db
      .select({ id: users.id, desks: desksOf(giver) })
      .from(workflowDelegations)
      .innerJoin(users, and(eq(sql`${users.id}::text`, toPerson), eq(users.role, 'editor')))
      .innerJoin(
        giver,
        and(eq(sql`${giver.id}::text`, fromPerson), inArray(giver.role, ['editor', 'admin'])),
      )
      .where(and(lte(startsAt, now), gt(endsAt, now))),
  )
  const editors = new Map<string, Editor>()
  for (const { id, desks } of rows) {
    const editor = editors.get(id) ?? { id, desks: [] }
    editor.desks.push(desks)
    editors.set(id, editor)
  }
  return [...editors.values()]
}

function desksOf(person: Pick<typeof users, 'id'>) {
  const listed = build
    .select({ id: usersRels.desksId })
    .from(usersRels)
    .where(and(eq(usersRels.parentId, person.id), eq(usersRels.path, 'desks')))
  return sql<string[]>`ARRAY${listed}`
}

interface Desk {
  regions: string[]
  professions: string[]
}

async function loadDesks(req: PayloadRequest): Promise<ReadonlyMap<string, Desk>> {
  const db = await sqlIn(req)
  const rows = await db
    .select({
      id: desks.id,
      regions: sql<string[]>`array_remove(array_agg(${desksRels.regionsId}), NULL)`,
      professions: sql<string[]>`array_remove(array_agg(${desksRels.professionsId}), NULL)`,
    })
    .from(desks)
    .leftJoin(desksRels, eq(desksRels.parentId, desks.id))
    .groupBy(desks.id)
  return new Map(rows.map(({ id, ...desk }) => [id, desk]))
}
