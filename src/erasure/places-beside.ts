import { and, asc, isNotNull, or, sql, type SQL } from 'drizzle-orm'
import type { Sql } from '#database/sql.ts'
import {
  careerProfiles,
  careerProfilesV,
  importRuns,
  media,
  regionalSections,
  regionalSectionsV,
  workflowTrash,
} from '#database/tables.ts'
import { berlinDayOf } from '#model/day.ts'
import { editorialCollections, type EditorialCollection } from '#model/documents.ts'
import { inLanguage, type Language } from '#model/text.ts'
import { entries } from './entries.ts'
import { titleOfDocument } from './kinds/title.ts'
import { excerptOf, excerptOfJson, holds, holdsJson, most, type Place } from './place.ts'

/** Whether words are said of a picture now. */
export function isSaidOfPicture(words: string): SQL | undefined {
  return or(holds(media.alt, words), holds(media.credit, words), holds(media.filename, words))
}

/** What is said of pictures, and what their files are called. */
export async function inPictures(db: Sql, words: string): Promise<Place[]> {
  const rows = await db
    .select({ id: media.id, alt: media.alt, credit: media.credit, filename: media.filename })
    .from(media)
    .where(isSaidOfPicture(words))
    .orderBy(asc(media.id))
    .limit(most)
  return rows.map(({ id, alt, credit, filename }) => ({
    kind: 'picture',
    title: alt,
    subject: { kind: 'picture', picture: id },
    inUse: [],
    excerpt: excerptOf([alt, credit, filename].filter(Boolean).join(' · '), words),
  }))
}

/** Reports of imports: names of files, and what was said of what is in them. */
export async function inImports(db: Sql, words: string): Promise<Place[]> {
  const rows = await db
    .select({
      id: importRuns.id,
      at: importRuns.startedAt,
      report: sql<string>`${importRuns.report}::text`,
    })
    .from(importRuns)
    .where(holdsJson(importRuns.report, words))
    .orderBy(asc(importRuns.startedAt))
    .limit(most)
  return rows.map(({ id, at, report }) => ({
    kind: 'import',
    title: berlinDayOf(at) ?? at,
    subject: { kind: 'import', run: id },
    inUse: [],
    excerpt: excerptOfJson(report, words),
  }))
}

/** Names of the files that texts were imported from: of each text, of its versions, and in the trash. */
export async function inFileNames(
  db: Sql,
  { words, document }: { words: string; document?: string | undefined },
): Promise<Place[]> {
  const places: Place[] = []
  for (const collection of editorialCollections) {
    for (const { id, name } of await findFileNames(db, collection, words)) {
      if (document !== undefined && document !== id) continue
      places.push({
        kind: 'file',
        title: await titleOfDocument(db, { collection, document: id }),
        subject: { kind: 'file', collection, document: id },
        inUse: [],
        excerpt: excerptOf(name, words),
      })
    }
  }
  return places
}

async function findFileNames(db: Sql, collection: EditorialCollection, words: string) {
  const { own, versions } =
    collection === 'career-profiles'
      ? { own: careerProfiles, versions: careerProfilesV }
      : { own: regionalSections, versions: regionalSectionsV }
  const id = sql<string>`id`
  return db
    .selectDistinctOn([id], { id, name: sql<string>`name` })
    .from(
      sql`(
      SELECT ${own.id}::text AS id, ${own.importedFromFile} AS name FROM ${own}
      UNION ALL SELECT parent_id::text, version_imported_from_file FROM ${versions}
      UNION ALL SELECT ${workflowTrash.document}, ${workflowTrash.content} #>> '{importedFrom,file}'
        FROM ${workflowTrash} WHERE ${workflowTrash.documentCollection} = ${collection}) file`,
    )
    .where(and(isNotNull(id), holds(sql`name`, words)))
    .orderBy(id)
    .limit(most)
}

/** What Payload keeps of what people had open, words of their searches among it. */
export async function inViews(db: Sql, words: string): Promise<Place[]> {
  const rows = await db
    .select({
      id: sql<string>`id::text`,
      key: sql<string>`coalesce(key, '')`,
      value: sql<string>`coalesce(value::text, '')`,
    })
    .from(sql`payload_preferences`)
    .where(or(holdsJson(sql`value`, words), holds(sql`key`, words)))
    .orderBy(sql`id`)
    .limit(most)
  return rows.map(({ id, key, value }) => ({
    kind: 'view',
    title: key,
    subject: { kind: 'view', view: id },
    inUse: [],
    excerpt: excerptOfJson(value, words),
  }))
}

/** Entries that hold now, and are changed or deleted where they are. */
export async function inEntries(db: Sql, words: string, language: Language): Promise<Place[]> {
  const places: Place[] = []
  for (const { table, columns, label } of entries) {
    const values = columns.map((column) => sql`(t.${sql.identifier(column)}::text)`)
    const rows = await db
      .select({ text: sql<string>`value` })
      .from(
        sql`${sql.identifier(table)} t
        CROSS JOIN LATERAL (VALUES ${sql.join(values, sql`, `)}) AS v(value)`,
      )
      .where(holds(sql`value`, words))
      .limit(most)
    for (const { text } of rows) {
      places.push({
        kind: 'entry',
        title: inLanguage(label, language),
        subject: null,
        inUse: [],
        excerpt: excerptOf(text, words),
      })
    }
  }
  return places
}
