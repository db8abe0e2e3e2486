import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf, publish, transition, writeSection } from '#support/factories.ts'
import { nested } from '#support/oversize.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { allowed } from '#support/slowness.ts'

describe('the database', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
  })
  afterAll(() => product.close())

  it('has a limit for every column that holds a text, JSON or a list, of a collection or of our own', async () => {
    const columns = await product.sql.query<{ column: string }>(
      `SELECT table_name || '.' || column_name AS column FROM information_schema.columns
       JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'payload\\_%'
         AND (data_type IN ('character varying', 'text', 'json', 'jsonb')
           OR column_name IN ('_order', 'order'))`,
    )
    const triggers = await product.sql.query<{ table: string; definition: string }>(
      `SELECT tgrelid::regclass::text AS table, pg_get_functiondef(tgfoid) AS definition
       FROM pg_trigger WHERE tgname = 'refuse_oversize' AND tgenabled <> 'D'`,
    )
    const definitions = new Map(triggers.rows.map((row) => [row.table, row.definition]))
    const without = columns.rows
      .map(({ column }) => column)
      .filter((name) => {
        const [table = '', column = ''] = name.split('.')
        return !new RegExp(`new\\."?${column}"?\\W`, 'iu').test(definitions.get(table) ?? '')
      })
      .filter((name) => !isPayloadsOwn(name))
    expect(without).toEqual([])
    expect(columns.rows.length).toBeGreaterThan(200)
  })

  it.each([
    ['a text', `UPDATE regional_sections SET intro = repeat('x', 10001) WHERE id = $1`],
    [
      'a text of a version',
      `UPDATE _regional_sections_v SET version_intro = repeat('x', 10001) WHERE parent_id = $1`,
    ],
    [
      'a text of a row',
      `UPDATE regional_sections_sections SET heading = repeat('ä', 301) WHERE _parent_id = $1`,
    ],
    [
      'a place in a list',
      `UPDATE regional_sections_sections SET _order = 61 WHERE _parent_id = $1`,
    ],
    [
      'an editor state',
      `UPDATE regional_sections_sections SET body = jsonb_build_object('root', repeat('x', 800001)) WHERE _parent_id = $1`,
    ],
    [
      'a deep editor state',
      `UPDATE regional_sections_sections SET body = '${JSON.stringify(nested(40))}' WHERE _parent_id = $1`,
    ],
    [
      'a relation among many',
      `INSERT INTO regional_sections_rels (parent_id, path, "order", sources_id) VALUES ($1, 'sources', 101, NULL)`,
    ],
    [
      'a title in a list',
      `UPDATE newsroom_texts SET title = repeat('x', 2001) WHERE document = $1`,
    ],
    [
      'the words of a comment',
      `INSERT INTO workflow_comments (document_collection, document, body, author, author_name, digest, anchor)
       VALUES ('regional-sections', $1, repeat('ä', 10001), 'x', 'x', 'x', '{}')`,
    ],
    [
      'what was told',
      `INSERT INTO notifications (person, kind, document_collection, document, event, data)
       VALUES ('x', 'x', 'x', $1, gen_random_uuid(), jsonb_build_object('x', repeat('x', 6000001)))`,
    ],
  ])('refuses %s beyond its limit, whoever writes it', async (_, statement) => {
    const id = await writeSection(product, author)
    await expect(product.sql.query(statement, [id])).rejects.toMatchObject({ code: '54000' })
  })

  it.each([
    [`INSERT INTO professions (name, slug) VALUES (repeat('x', 501), 'x')`],
    [`UPDATE users SET name = repeat('x', 501)`],
    [`UPDATE media SET filename = repeat('x', 501)`],
    [
      `INSERT INTO regions_texts (parent_id, path, "order", text) SELECT id, 'aliases', 1, repeat('x', 501) FROM regions LIMIT 1`,
    ],
  ])('refuses it in reference data too: %s', async (statement) => {
    await writeSection(product, author)
    await product.sql.query(
      `INSERT INTO media (alt, filename) VALUES ('x', 'x.png') ON CONFLICT DO NOTHING`,
    )
    await expect(product.sql.query(statement)).rejects.toMatchObject({ code: '54000' })
  })

  it('lets what is within pass', async () => {
    const id = await writeSection(product, author)
    const text = `UPDATE regional_sections SET intro = repeat('ä', 10000) WHERE id = $1`
    await expect(product.sql.query(text, [id])).resolves.toBeDefined()
  })

  it('keeps a text from before there were limits: it is changed elsewhere, and taken off the net', async () => {
    const id = await writeSection(product, author, { intro: 'x'.repeat(9000) })
    await publish(product, { author, editor }, id)
    // As an upgrade finds it that brings a narrower limit.
    for (const [table, column] of [
      ['regional_sections', 'intro'],
      ['_regional_sections_v', 'version_intro'],
    ] as const) {
      const live = column === 'intro'
      const twin = live ? '_regional_sections_v' : 'regional_sections'
      await product.sql.query(
        `CREATE FUNCTION narrow_${table}() RETURNS trigger LANGUAGE plpgsql AS $$
         BEGIN
           PERFORM refuse_oversize('${table}', to_jsonb(NEW), '${twin}', '${live ? 'live' : 'version'}',
                                   '${column}', 'text', '', '5000');
           RETURN NEW;
         END $$;
         CREATE TRIGGER refuse_more BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW
         EXECUTE FUNCTION narrow_${table}()`,
      )
    }
    const patch = (body: object) =>
      product.call('PATCH', `/regional-sections/${id}?draft=true`, { ...author, body })
    const changed = await patch({ headline: 'Eine andere Überschrift' })
    expect(changed.status, changed.text).toBe(200)
    const more = await patch({ intro: 'y'.repeat(6000) })
    expect(more.status).toBe(400)
    for (const name of ['unpublish', 'archive'] as const) {
      const step = await transition(product, editor, id, { transition: name })
      expect(step.status, step.text).toBe(200)
    }
    await product.sql.query('DROP TRIGGER refuse_more ON regional_sections')
    await product.sql.query('DROP TRIGGER refuse_more ON _regional_sections_v')
  })

  it('is read where it holds more than a text may, and the workflow says so instead of reading on', async () => {
    const id = await writeSection(product, author)
    await product.sql.query(`SET session_replication_role = replica`)
    const intro = 'Gehalt 1.000 Euro bis 2.000 Euro brutto im Monat, '.repeat(40_000)
    await product.sql.query(`UPDATE regional_sections SET intro = $2 WHERE id = $1`, [id, intro])
    await product.sql.query(
      `UPDATE _regional_sections_v SET version_intro = $2 WHERE parent_id = $1`,
      [id, intro],
    )
    await product.sql.query(`SET session_replication_role = origin`)
    const startedAt = performance.now()
    const read = await product.call('GET', `/regional-sections/${id}?draft=true`, author)
    expect(read.status).toBe(200)
    const workflow = await product.call('GET', `/regional-sections/${id}/workflow`, author)
    expect(workflow.status).toBe(200)
    expect(workflow.get('findings')).toMatchObject([{ check: 'limits', path: 'intro' }])
    const step = await transition(product, author, id, { transition: 'submit' })
    expect(step.status).toBeGreaterThanOrEqual(400)
    expect(step.status).toBeLessThan(500)
    const shorter = await product.call('PATCH', `/regional-sections/${id}?draft=true`, {
      ...author,
      body: { intro: 'Kurz.' },
    })
    expect(shorter.status, shorter.text.slice(0, 500)).toBe(200)
    const difference = await product.call('GET', `/regional-sections/${id}/difference`, author)
    expect(difference.status).toBeLessThan(500)
    expect(performance.now() - startedAt).toBeLessThan(allowed(8000))
  })

  it('takes what an own table held before there were limits', async () => {
    const id = await writeSection(product, author)
    const { sql } = product
    await sql.query('SET session_replication_role = replica')
    await sql.query(`UPDATE newsroom_texts SET title = repeat('x', 3000) WHERE document = $1`, [id])
    await sql.query('SET session_replication_role = DEFAULT')
    const kept = await sql.query('UPDATE newsroom_texts SET title = title WHERE document = $1', [
      id,
    ])
    expect(kept.rowCount).toBe(1)
  })

  it('says what was too much where it is the last to look', async () => {
    const id = await writeSection(product, author)
    await expect(
      product.payload.db.updateOne({
        collection: 'regional-sections',
        id,
        data: { sections: [{ kind: 'aufgaben', heading: 'x'.repeat(301), body: bodyOf('x') }] },
        req: await product.localRequest(),
      }),
    ).rejects.toMatchObject({
      cause: {
        message: 'regional_sections_sections.heading holds more than its limit: 300 (text)',
      },
    })
  })
})

/** What Payload writes itself, and no input of anybody: keys of rows, lists' names, secrets. */
function isPayloadsOwn(name: string): boolean {
  const [table = '', column = ''] = name.split('.')
  if (
    [
      'id',
      '_uuid',
      'path',
      'salt',
      'hash',
      'previous_hash',
      'proof',
      'reset_password_token',
    ].includes(column)
  )
    return true
  // As many as there are words to choose from, or signing in makes them.
  return (
    (column === 'order' && /_employment_type$|^sign_offs_of_/.test(table)) ||
    table === 'users_sessions'
  )
}
