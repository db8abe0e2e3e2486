import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyFunctions } from '#server/functions.ts'
import { guardedTables } from '#server/guarded-tables.ts'
import { migrate } from '#server/migrate.ts'
import { makePair, sectionContent, transition } from '#support/factories.ts'
import { filledText } from '#support/filled-text.ts'
import { pixel } from '#support/pictures.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

// Below all that is written in code: whoever owns the database, on texts in which every field is filled.

let product: Product
let author: SignedIn
let editor: SignedIn

beforeAll(async () => {
  product = await startProduct()
  author = await product.signIn('author')
  editor = await product.signIn('editor')
})
afterAll(() => product.close())

/** A table with rows of a live text. */
interface Part {
  table: string
  /** The column that names the row above; `id` for the document itself. */
  key: string
  /** What stands in it for a row of the live text. */
  parent: string
}

describe('what is live, for the owner of the database', () => {
  let texts: { collection: 'career-profiles' | 'regional-sections'; table: string; id: string }[]
  let pictures: string[]

  beforeAll(async () => {
    pictures = await Promise.all(['punkt', 'plakat', 'tief'].map(makePicture))
    const source = await product.payload.create({
      collection: 'sources',
      data: { name: 'Quelle', publisher: 'Amt', kind: 'statistik', url: 'https://example.org/' },
      overrideAccess: true,
    })
    texts = []
    for (const slug of ['career-profiles', 'regional-sections'] as const) {
      const { profession, region } = await makePair(product)
      const written = await product.call('POST', `/${slug}`, {
        ...author,
        body: {
          ...filledText(product.payload, slug, {
            professions: profession,
            regions: region,
            sources: source.id,
            media: pictures[0] ?? '',
          }),
          sites: [],
        },
      })
      expect(written.status, written.text).toBe(201)
      const id = String(written.get('doc.id'))
      for (const [person, step] of [
        [author, 'submit'],
        [editor, 'approve'],
        [editor, 'publish'],
      ] as const) {
        const answer = await transition(product, person, id, { transition: step }, slug)
        expect(answer.status, answer.text).toBe(200)
      }
      texts.push({ collection: slug, table: slug.replace('-', '_'), id })
    }
    await addTables()
    await applyFunctions(product.sql, { isAgain: true })
  })

  const makePicture = async (name: string): Promise<string> => {
    const picture = await product.payload.create({
      collection: 'media',
      data: { alt: name },
      file: { data: pixel, mimetype: 'image/png', name: `${name}.png`, size: pixel.length },
      overrideAccess: true,
    })
    return picture.id
  }

  /** What a new field would bring: a list with a picture, in its rows another list, each with a row. */
  const addTables = async (): Promise<void> => {
    await product.sql.query('BEGIN')
    for (const { table, id } of texts) {
      await product.sql.query(`
        CREATE TABLE ${table}_slides (
          _order integer, _parent_id uuid NOT NULL REFERENCES ${table} ON DELETE CASCADE,
          id varchar PRIMARY KEY, question varchar, poster_id uuid REFERENCES media ON DELETE SET NULL);
        CREATE TABLE ${table}_slides_links (
          _order integer, _parent_id varchar NOT NULL REFERENCES ${table}_slides ON DELETE CASCADE,
          id varchar PRIMARY KEY, picture_id uuid REFERENCES media ON DELETE SET NULL);
        INSERT INTO ${table}_slides VALUES (1, '${id}', 'question', 'Wie?', '${pictures[1]}');
        INSERT INTO ${table}_slides_links VALUES (1, 'question', 'link', '${pictures[2]}');`)
    }
    await product.sql.query('COMMIT')
  }

  /**
   * Every table with a part of the live texts, found by its name, from the documents down. A list that
   * the texts have nothing in gets a row, by somebody who switches all triggers off.
   */
  const findParts = async (): Promise<Part[]> => {
    const { rows } = await product.sql.query<{ table: string; key: string; above: string }>(
      `SELECT c.conrelid::regclass::text AS table, a.attname AS key, c.confrelid::regclass::text AS above
       FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
       WHERE c.contype = 'f' AND a.attname IN ('_parent_id', 'parent_id')
         AND c.conrelid::regclass::text ~ '^(career_profiles|regional_sections)' ORDER BY 1`,
    )
    const parts: Part[] = texts.map(({ table, id }) => ({ table, key: 'id', parent: id }))
    for (const { table: above, key, parent } of parts) {
      const [{ id } = { id: '' }] = await rowsUnder({ table: above, key, parent })
      for (const { table, key } of rows.filter((row) => row.above === above)) {
        parts.push({ table, key, parent: id })
      }
    }
    expect(parts.length).toBe(rows.length + texts.length)
    return parts
  }

  const rowsUnder = async ({ table, key, parent }: Part): Promise<{ id: string }[]> => {
    const find = `SELECT id::text FROM ${table} WHERE ${key} = '${parent}'`
    const { rows } = await product.sql.query<{ id: string }>(find)
    if (rows.length > 0) return rows
    await product.sql.query('SET session_replication_role = replica')
    await product.sql.query(
      `INSERT INTO ${table} (_order, ${key}, id) VALUES (1, '${parent}', 'a row')`,
    )
    await product.sql.query('SET session_replication_role = origin')
    return (await product.sql.query<{ id: string }>(find)).rows
  }

  /** Tries statements, and takes back whatever they did. */
  const attempt = async (...statements: string[]): Promise<string> => {
    await product.sql.query('BEGIN')
    try {
      let rows = 0
      for (const statement of statements) rows = (await product.sql.query(statement)).rowCount ?? 0
      return `${String(rows)} rows`
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    } finally {
      await product.sql.query('ROLLBACK')
    }
  }

  it('is every table that Payload knows of, and those that were added', async () => {
    const described = guardedTables(product.payload.db.rawTables)
    const found = (await findParts()).map(({ table }) => table).sort()
    expect(found).toEqual(expect.arrayContaining(described))
    expect(found.filter((table) => !described.includes(table))).toEqual(
      texts.flatMap(({ table }) => [`${table}_slides`, `${table}_slides_links`]),
    )
    expect(described.length).toBeGreaterThanOrEqual(10)
  })

  it('lets nobody change, add or remove a row of any of its tables', async () => {
    const gaveWay: string[] = []
    for (const { table, key, parent } of await findParts()) {
      const { rows } = await product.sql.query<{ rows: number; column: string }>(
        `SELECT (SELECT count(*)::int FROM ${table} WHERE ${key} = '${parent}') AS rows,
           (SELECT column_name FROM information_schema.columns
            WHERE table_schema = 'public' AND table_name = '${table}' AND is_nullable = 'YES'
              AND column_name NOT IN ('author_id') ORDER BY ordinal_position LIMIT 1) AS column`,
      )
      const [held] = rows
      // Else nothing would be tried.
      expect(held?.rows, table).toBeGreaterThan(0)
      const refusal =
        key === 'id'
          ? /what is live (?:changes|goes)|cannot be deleted|goes live by/
          : /what is live changes by the transition publish only/
      const insert =
        key === 'id'
          ? `INSERT INTO ${table} (_status) VALUES ('published')`
          : `INSERT INTO ${table} (${key}) VALUES ('${parent}')`
      for (const statement of [
        `UPDATE ${table} SET "${held?.column ?? ''}" = NULL WHERE ${key} = '${parent}'`,
        `DELETE FROM ${table} WHERE ${key} = '${parent}'`,
        insert,
      ]) {
        const answer = await attempt(statement)
        if (!refusal.test(answer)) gaveWay.push(`${statement}: ${answer}`)
      }
      const emptied = await attempt(`TRUNCATE ${table} CASCADE`)
      if (!emptied.includes('holds what is live')) gaveWay.push(`TRUNCATE ${table}: ${emptied}`)
    }
    expect(gaveWay).toEqual([])
  })

  it('lets nobody move a row to it, or away from it', async () => {
    const [text] = texts
    const { profession } = await makePair(product)
    const draft = await product.payload.create({
      collection: 'career-profiles',
      data: { ...sectionContent(), profession } as never,
      draft: true,
      overrideAccess: true,
    })
    const table = 'career_profiles_sections'
    const row = `INSERT INTO ${table} (_order, _parent_id, id) VALUES (9, '${draft.id}', 'moved')`
    expect(await attempt(row)).toBe('1 rows')
    expect(
      await attempt(row, `UPDATE ${table} SET _parent_id = '${text?.id ?? ''}' WHERE id = 'moved'`),
    ).toContain('publish only')
    expect(
      await attempt(
        `UPDATE ${table} SET _parent_id = '${draft.id}' WHERE _parent_id = '${text?.id ?? ''}'`,
      ),
    ).toContain('publish only')
  })

  it('keeps its pictures, wherever in it they stand', async () => {
    const loose = await makePicture('lose')
    const change = (id: string) => `UPDATE media SET alt = 'Etwas anderes' WHERE id = '${id}'`
    for (const picture of pictures) {
      expect(await attempt(change(picture))).toContain('a picture that is live does not change')
      expect(await attempt(`DELETE FROM media WHERE id = '${picture}'`)).toContain('publish only')
    }
    expect(await attempt('TRUNCATE media CASCADE')).toContain('holds what is live')
    expect(await attempt(change(loose))).toBe('1 rows')
  })

  const publishEvent = ({ collection, table, id }: (typeof texts)[number], into: string) =>
    `INSERT INTO ${into} (id, document_collection, document, transition, to_stage, digest, proof)
     SELECT event, '${collection}', id::text, 'publish', 'live', digest,
       guard.proof_of('event', event::text, 'workflow', '${collection}', id::text, 'publish', NULL, 'live', digest,
         NULL, NULL)
     FROM ${table} CROSS JOIN gen_random_uuid() event WHERE id = '${id}'`

  it('changes in the transaction of its publication, rows within rows too', async () => {
    for (const text of texts) {
      const remove = `DELETE FROM ${text.table}_slides WHERE _parent_id = '${text.id}'`
      expect(await attempt(publishEvent(text, 'workflow_events'), remove)).toBe('1 rows')
    }
  })

  it('takes no table for the record that only has its name', async () => {
    for (const text of texts) {
      const answer = await attempt(
        'CREATE TEMPORARY TABLE workflow_events (LIKE public.workflow_events INCLUDING DEFAULTS)',
        `ALTER TABLE pg_temp.workflow_events ALTER position DROP NOT NULL, ALTER hash DROP NOT NULL,
           ALTER sequence DROP NOT NULL`,
        publishEvent(text, 'pg_temp.workflow_events'),
        `DELETE FROM ${text.table}_sections WHERE _parent_id = '${text.id}'`,
      )
      expect(answer).toContain('publish only')
    }
  })

  it('takes no event of another database for one of this transaction', async () => {
    for (const text of texts) {
      const answer = await attempt(
        'SET LOCAL session_replication_role = replica',
        `${publishEvent(text, 'workflow_events')}
         RETURNING 1`,
      )
      expect(answer).toContain('null value in column "position"')
      const restored = await attempt(
        'SET LOCAL session_replication_role = replica',
        `UPDATE workflow_events SET transaction = pg_current_xact_id()
         WHERE document = '${text.id}' AND transition = 'publish'`,
        'SET LOCAL session_replication_role = origin',
        `DELETE FROM ${text.table}_sections WHERE _parent_id = '${text.id}'`,
      )
      expect(restored).toBe('1 rows')
      const old = await attempt(
        'SET LOCAL session_replication_role = replica',
        `UPDATE workflow_events
         SET transaction = pg_current_xact_id(), created_at = now() - interval '1 day'
         WHERE document = '${text.id}' AND transition = 'publish'`,
        'SET LOCAL session_replication_role = origin',
        `DELETE FROM ${text.table}_sections WHERE _parent_id = '${text.id}'`,
      )
      expect(old).toContain('publish only')
    }
  })

  it('is asserted by the start: a trigger that was taken away is named, and not made again', async () => {
    const start = () => migrate(product.payload, product.databaseUrl)
    await start()
    const dropped = [
      'regional_sections_media.workflow_guard_part',
      'career_profiles_slides.workflow_refuse_truncate',
    ]
    for (const name of dropped) {
      const [table = '', trigger = ''] = name.split('.')
      await product.sql.query(`DROP TRIGGER ${trigger} ON ${table}`)
      await expect(start()).rejects.toThrow(`public.${name}`)
      await applyFunctions(product.sql, { isAgain: true })
      await start()
    }
  })
})
