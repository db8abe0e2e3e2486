import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { sqlIn, type Sql } from '#database/sql.ts'
import {
  careerProfiles,
  careerProfilesV,
  regionalSections,
  regionalSectionsV,
  workflowTrash,
} from '#database/tables.ts'
import { lockState } from '#editorial/state.ts'
import { Conflict, DocumentNotFound } from '#model/errors.ts'
import type { ErasureKind } from '../kind.ts'
import type { Of } from '../subject.ts'
import { titleOfDocument } from './title.ts'

type File = Of<'file'>

/**
 * The name of the file that a text was imported from. No reader sees it and no digest is of it, so it goes
 * whatever the text is; when it was imported and which bytes it were stays.
 */
export const file: ErasureKind<File> = {
  async require(req, subject) {
    const { collection, document } = subject
    // Whoever writes the text would bring the name along.
    await lockState(req, document)
    const db = await sqlIn(req)
    const { isThere, names } = await readNames(db, subject)
    if (!isThere) throw new DocumentNotFound(collection, document)
    if (names.length === 0) throw isEmptied()
    return { collection, document }
  },

  async title(db, _, chain) {
    const title = await titleOfDocument(db, chain)
    return { de: `Datei, aus der „${title}“ kam`, en: `File that “${title}” came from` }
  },

  async sample(db, subject) {
    const { names } = await readNames(db, subject)
    return names.map((words) => ({ label: { de: 'Datei', en: 'File' }, words }))
  },

  findRows: (_, { collection, document }) =>
    Promise.resolve([
      { place: 'imported_files', row: `${collection}/${document}`, hash: null, leftHash: null },
    ]),

  async empty(req, { collection, document }) {
    const db = await sqlIn(req)
    const { own, versions } = tablesOf(collection)
    await db
      .update(own)
      .set({ importedFromFile: null })
      .where(and(eq(sql`${own.id}::text`, document), isNotNull(own.importedFromFile)))
    const name = sql.identifier('version_imported_from_file')
    await db.execute(
      sql`UPDATE ${versions} SET ${name} = NULL WHERE parent_id::text = ${document} AND ${name} IS NOT NULL`,
    )
    await db
      .update(workflowTrash)
      .set({ content: sql`jsonb_set(${workflowTrash.content}, '{importedFrom,file}', 'null')` })
      .where(and(eq(workflowTrash.document, document), isNotNull(nameInTrash)))
  },
}

const nameInTrash = sql<string | null>`${workflowTrash.content} #>> '{importedFrom,file}'`

function tablesOf(collection: File['collection']) {
  return collection === 'career-profiles'
    ? { own: careerProfiles, versions: careerProfilesV }
    : { own: regionalSections, versions: regionalSectionsV }
}

/** The names that a text has, with its versions and in the trash. */
async function readNames(
  db: Sql,
  { collection, document }: Pick<File, 'collection' | 'document'>,
): Promise<{ isThere: boolean; names: string[] }> {
  const { own, versions } = tablesOf(collection)
  const rows = await db.select({ name: sql<string | null>`name` }).from(sql`(
    SELECT ${own.importedFromFile} AS name FROM ${own} WHERE ${own.id}::text = ${document}
    UNION SELECT version_imported_from_file FROM ${versions} WHERE parent_id::text = ${document}
    UNION SELECT ${nameInTrash} FROM ${workflowTrash} WHERE ${workflowTrash.document} = ${document}) file`)
  return { isThere: rows.length > 0, names: rows.flatMap(({ name }) => name ?? []) }
}

function isEmptied(): Conflict {
  return new Conflict(
    {
      de: 'Aus welcher Datei dieser Text kam, steht hier nicht oder nicht mehr.',
      en: 'Which file this text came from is not said here, or no more.',
    },
    'erased',
  )
}
