import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getTableColumns } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { anchorEvents } from '#audit/anchor.ts'
import { verifyAudit } from '#audit/verify.ts'
import { reshapeDelivered } from '#publishing/rebuild.ts'
import { extendLexicon, prerenderStalePortraits } from '#publishing/maintenance.ts'
import * as delivered from '#read-model/tables.ts'
import { transition } from '#support/factories.ts'
import { makeLiveTexts, type LiveTexts } from '#support/live-texts.ts'
import { changeReference } from '#support/reference.ts'
import { startProduct, type Product } from '#support/product.ts'

// Whoever owns the database can change what sites read without a text, an approval or an event changing.
// Here each column of each table that sites read is changed like that, and verification names the row.

let product: Product
let texts: LiveTexts

beforeAll(async () => {
  product = await startProduct()
  const people = {
    author: await product.signIn('author'),
    editor: await product.signIn('editor'),
    reviewer: await product.signIn('editor'),
  }
  texts = await makeLiveTexts(product, people, { regions: 3 })
  const { payload } = product
  const [first = { id: '' }, second = { id: '' }] = texts.regions
  await changeReference(product, {
    collection: 'regions',
    id: first.id,
    data: { neighbours: [second.id], parent: second.id, slug: 'woanders' },
  })
  await transition(product, people.editor, texts.sections[2] ?? '', { transition: 'unpublish' })
  for (let round = 0; round < 3; round += 1) await extendLexicon(payload)
  while ((await prerenderStalePortraits(payload)) > 0);
  await anchorEvents(payload)
  expect(await problems()).toEqual([])
})
afterAll(() => product.close())

const problems = async () => (await verifyAudit(product.payload)).problems

/** Does something as somebody who switches all triggers off, and takes it back when it has been looked for. */
const problemsAfter = async (statements: string) => {
  const { sql } = product
  const tables = ['documents', 'portraits', 'professions', 'regions', 'releases', 'lexicon']
  await sql.query('SET session_replication_role = replica')
  for (const table of tables) {
    await sql.query(`CREATE TABLE kept_${table} AS TABLE delivery.${table}`)
  }
  try {
    await sql.query(statements)
    return await problems()
  } finally {
    for (const table of tables.toReversed()) await sql.query(`DELETE FROM delivery.${table}`)
    for (const table of tables) {
      await sql.query(
        `INSERT INTO delivery.${table} OVERRIDING SYSTEM VALUE SELECT * FROM kept_${table}`,
      )
      await sql.query(`DROP TABLE kept_${table}`)
    }
    await sql.query('SET session_replication_role = origin')
  }
}

const columnsOf = (table: PgTable, except: readonly string[] = []): string[] =>
  Object.values<PgColumn>(getTableColumns(table))
    .map(({ name }) => name)
    .filter((name) => !except.includes(name))

/** Another value than the one that is there, by the type of the column. */
const otherValue = async (table: string, column: string): Promise<string> => {
  const { rows } = await product.sql.query<{ type: string }>(
    `SELECT format_type(atttypid, NULL) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attname = $2`,
    [`delivery.${table}`, column],
  )
  if (column === 'reason') return `'media'`
  const type = rows[0]?.type ?? ''
  const others: Readonly<Record<string, string>> = {
    text: `coalesce("${column}", '') || 'x'`,
    uuid: 'gen_random_uuid()',
    'uuid[]': `array_append("${column}", gen_random_uuid())`,
    'text[]': `array_append("${column}", 'x')`,
    json: `("${column}"::jsonb || '{"headline": "Gefälscht", "name": "Gefälscht", "slug": "x"}')::json`,
    tsvector: `'gefälscht'::tsvector`,
    bytea: `"${column}" || '\\x00'::bytea`,
    boolean: `NOT "${column}"`,
    date: `coalesce("${column}", '2030-01-01') + 1`,
    bigint: `"${column}" + 1000`,
    'double precision': `coalesce("${column}", 0) + 1`,
    'timestamp with time zone': `least("${column}", '2100-01-01') + interval '1 day'`,
  }
  const other = others[type]
  if (other === undefined) throw new Error(`No other value is known for ${type}.`)
  return other
}

// Not here: an id that the database itself lets nobody change; a shape, and words that are not learned yet, are what the worker has still to do; see below.
const forgeable: readonly [table: string, definition: PgTable, key: string, columns: string[]][] = [
  [
    'documents',
    delivered.documents,
    'id',
    columnsOf(delivered.documents, ['shape', 'is_in_lexicon']),
  ],
  ['portraits', delivered.portraits, 'document', columnsOf(delivered.portraits)],
  ['professions', delivered.professions, 'id', columnsOf(delivered.professions)],
  ['regions', delivered.regions, 'id', columnsOf(delivered.regions)],
  ['releases', delivered.releases, 'id', columnsOf(delivered.releases, ['id'])],
]

describe.each(forgeable)('delivery.%s', (table, _, key, columns) => {
  it.each(columns)('is not changed in its column %s without being found', async (column) => {
    const order = table === 'releases' ? 'id DESC' : key
    const { rows } = await product.sql.query<{ key: string; position: string | null }>(
      `SELECT ${key}::text AS key, ${table === 'releases' ? 'position::text' : 'NULL'} AS position
       FROM delivery.${table} ORDER BY ${order} LIMIT 1`,
    )
    const [row] = rows
    const found = await problemsAfter(
      `UPDATE delivery.${table} SET "${column}" = ${await otherValue(table, column)}
       WHERE ${key}::text = '${row?.key ?? ''}'`,
    )
    expect(found).not.toEqual([])
    const named = table === 'releases' ? /feed|anchor/ : new RegExp(`delivery\\.${table}|feed`)
    expect(found[0]?.where).toMatch(named)
    if (column !== key && table !== 'releases') {
      expect(found.map(({ where }) => where)).toContain(`delivery.${table} ${row?.key ?? ''}`)
    }
  })

  it('loses no row unnoticed', async () => {
    const found = await problemsAfter(
      `DELETE FROM delivery.${table} WHERE ${key} = (SELECT ${key} FROM delivery.${table}
       ORDER BY ${key} LIMIT 1)`,
    )
    expect(found).not.toEqual([])
  })
})

describe('what sites read', () => {
  const [first, second, third] = [0, 1, 2]
  const section = (index: number) => texts.sections[index] ?? ''

  it.each([
    [
      'a headline alone, as the attack did it',
      () =>
        `UPDATE delivery.documents SET content =
           jsonb_set(content::jsonb, '{headline}', '"Gefälscht"')::json WHERE id = '${section(first)}'`,
      () => `delivery.documents ${section(first)}`,
      /content/,
    ],
    [
      'who approved, in the receipt',
      () =>
        `UPDATE delivery.documents SET content = replace(content::text, '"by":"editor', '"by":"Chef')::json
         WHERE id = '${section(first)}'`,
      () => `delivery.documents ${section(first)}`,
      /content/,
    ],
    [
      'what was checked, in the receipt',
      () =>
        `UPDATE delivery.documents SET content = jsonb_set(content::jsonb, '{receipt,checks}', '[]')::json
         WHERE id = '${section(first)}'`,
      () => `delivery.documents ${section(first)}`,
      /content/,
    ],
    [
      'a sign-off that nobody gave',
      () =>
        `UPDATE delivery.documents SET content = jsonb_set(content::jsonb, '{receipt,signOffs}',
           '[{"kind": "legal", "by": "Chef", "at": "2026-01-01T00:00:00.000Z"}]')::json
         WHERE id = '${section(first)}'`,
      () => `delivery.documents ${section(first)}`,
      /Nobody gave this sign-off/,
    ],
    [
      'a compressed body alone, well packed',
      () =>
        `UPDATE delivery.portraits SET gzip = decode('${gzipSync('{}').toString('hex')}', 'hex')
         WHERE document = '${section(first)}'`,
      () => `delivery.portraits ${section(first)}`,
      /: gzip\.$/,
    ],
    [
      'words that are said to be in the lexicon',
      () =>
        `DELETE FROM delivery.lexicon WHERE word IN (SELECT unnest(tsvector_to_array(search))
           FROM delivery.documents WHERE id = '${section(first)}')`,
      () => `delivery.documents ${section(first)}`,
      /is_in_lexicon/,
    ],
    [
      'a portrait that nothing live makes',
      () =>
        `INSERT INTO delivery.documents SELECT (jsonb_populate_record(d, jsonb_build_object(
           'id', '${section(third)}', 'region', '${texts.regions[third]?.id ?? ''}',
           'region_slug', '${texts.regions[third]?.slug ?? ''}'))).*
         FROM delivery.documents d WHERE id = '${section(first)}'`,
      () => `delivery.documents ${section(third)}`,
      /Nothing is live/,
    ],
    [
      'a former address that leads elsewhere',
      () =>
        `UPDATE delivery.regions SET former_slugs = former_slugs || '{gestohlen}'
         WHERE id = '${texts.regions[second]?.id ?? ''}'`,
      () => `delivery.regions ${texts.regions[second]?.id ?? ''}`,
      /former_slugs/,
    ],
    [
      'two entries of the feed that changed places',
      () =>
        `UPDATE delivery.releases SET position = -position WHERE position IN (2, 3);
         UPDATE delivery.releases SET position = 5 + position WHERE position < 0`,
      () => 'feed #2',
      /changed/,
    ],
    [
      'an entry put at the end of the feed',
      () =>
        `INSERT INTO delivery.releases (document, collection, profession, region, profession_slug,
           region_slug, digest, sites, sites_before, reason, position, hash)
         SELECT document, collection, profession, region, profession_slug, region_slug, NULL, NULL,
           '{}', 'text', 1000, 'x' FROM delivery.releases WHERE document = '${section(first)}' LIMIT 1`,
      () => `feed of ${section(first)}`,
      /./,
    ],
    [
      'an entry without a place',
      () =>
        `INSERT INTO delivery.releases (document, collection, profession, region, profession_slug,
           region_slug, digest, sites, sites_before, reason)
         SELECT document, collection, profession, region, profession_slug, region_slug, NULL, NULL,
           '{}', 'text' FROM delivery.releases WHERE document = '${section(first)}' LIMIT 1`,
      () => 'feed entry',
      /no place/,
    ],
    [
      'the whole feed with a chain made anew, against the anchors',
      () =>
        `UPDATE delivery.releases SET reason = 'source' WHERE position = 1;
         DO $$ DECLARE release delivery.releases%ROWTYPE; chained text := ''; BEGIN
           FOR release IN SELECT * FROM delivery.releases ORDER BY position LOOP
             chained := delivery.release_hash(release, chained);
             UPDATE delivery.releases SET hash = chained WHERE id = release.id;
           END LOOP; END $$`,
      () => 'anchor 1',
      /end of the feed/,
    ],
  ])('is not changed unnoticed: %s', async (_, forgery, where, problem) => {
    const found = await problemsAfter(forgery())
    const named = found.filter((each) => each.where.startsWith(where()))
    expect(named.map((each) => each.problem)).toEqual(
      expect.arrayContaining([expect.stringMatching(problem)]),
    )
  })

  it('is found where a text that an approval rests on was deleted', async () => {
    const { sql } = product
    const kept = `document = '${section(first)}'`
    await sql.query(`CREATE TABLE kept_texts AS SELECT * FROM workflow_texts WHERE ${kept}`)
    await sql.query(`DELETE FROM workflow_texts WHERE ${kept}`)
    const found = await problems()
    await sql.query('INSERT INTO workflow_texts SELECT * FROM kept_texts')
    await sql.query('DROP TABLE kept_texts')
    expect(found[0]).toMatchObject({ problem: 'The text that something rests on is not kept.' })
    expect(await problems()).toEqual([])
  })

  it('is no forgery where it waits to be written in the shape of today', async () => {
    expect(await problemsAfter(`UPDATE delivery.documents SET shape = 'older'`)).toEqual([])
  })

  it('is found behind the shape of another version, in what is kept and in the finished answer', async () => {
    const forged = `UPDATE delivery.documents SET shape = 'older',
      content = (content::jsonb || '{"headline": "Gefälscht"}')::json WHERE id = '${section(first)}'`
    expect(await problemsAfter(forged)).toContainEqual({
      where: `delivery.documents ${section(first)}`,
      problem: 'It is not what the log says that was published.',
    })
    const body = `'{"headline": "Gefälscht"}'`
    const answer = `UPDATE delivery.documents SET shape = 'older';
      UPDATE delivery.portraits SET body = ${body} WHERE document = '${section(first)}'`
    expect(await problemsAfter(answer)).toContainEqual({
      where: `delivery.portraits ${section(first)}`,
      problem: expect.stringContaining('etag, body, gzip, brotli') as string,
    })
  })

  it('is found where everything has been written in the shape of today once', async () => {
    await reshapeDelivered(product.payload)
    const found = await problemsAfter(
      `UPDATE delivery.documents SET shape = 'x' WHERE id = '${section(first)}'`,
    )
    expect(found).toEqual([
      {
        where: `delivery.documents ${section(first)}`,
        problem: 'It lies there in a shape that is over.',
      },
    ])
    await product.sql.query('DELETE FROM delivery_reshapes')
  })

  it('is no forgery where a finished answer waits to be made anew', async () => {
    const found = await problemsAfter(
      `UPDATE delivery.portraits SET fresh_until = '-infinity', body = '{}'`,
    )
    expect(found).toEqual([])
  })
})
