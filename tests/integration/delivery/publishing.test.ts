import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rebuildDelivery } from '#publishing/rebuild.ts'
import { extendLexicon, prerenderStalePortraits } from '#publishing/maintenance.ts'
import { openDelivery, type Delivery } from '#support/delivery.ts'
import {
  makeLive,
  makePair,
  publish,
  sectionContent,
  transition,
  writeSection,
} from '#support/factories.ts'
import { changeReference } from '#support/reference.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

let product: Product
let delivery: Delivery
let author: SignedIn
let editor: SignedIn

beforeAll(async () => {
  product = await startProduct()
  delivery = await openDelivery(product)
  author = await product.signIn('author')
  editor = await product.signIn('editor')
})

afterAll(async () => {
  await delivery.close()
  await product.close()
})

/** The address of a document's portrait. */
async function addressOf(id: string): Promise<string> {
  const { rows } = await product.sql.query<{ profession: string; region: string }>(
    `SELECT p.slug AS profession, r.slug AS region FROM regional_sections s
     JOIN professions p ON p.id = s.profession_id JOIN regions r ON r.id = s.region_id WHERE s.id = $1`,
    [id],
  )
  const [row] = rows
  return `/v1/portraits/${String(row?.profession)}/${String(row?.region)}`
}

async function releasesOf(id: string) {
  const { rows } = await product.sql.query<Record<string, unknown>>(
    'SELECT * FROM delivery.releases WHERE document = $1 ORDER BY position',
    [id],
  )
  return rows
}

describe('what goes live', () => {
  it('is read by sites when the transition returns, and gone when it is taken down', async () => {
    const id = await writeSection(product, author)
    const address = await addressOf(id)
    expect((await delivery.get(address)).status).toBe(404)
    await publish(product, { author, editor }, id)
    const live = await delivery.get(address)
    expect(live.status).toBe(200)
    expect(live.get('headline')).toBe('Eine Überschrift')
    expect(live.get('sections.0.html')).toBe('<p>Vieles.</p>')
    expect(live.get('receipt.approvals.0.by')).toBe(editor.name)
    await transition(product, editor, id, { transition: 'unpublish' })
    await expect.poll(async () => (await delivery.get(address)).status).toBe(410)
    expect(
      (await releasesOf(id)).map(({ digest, sites_before }) => [digest !== null, sites_before]),
    ).toEqual([
      [true, null],
      [false, []],
    ])
  })

  it('leaves nothing in the read model when the transition fails', async () => {
    const id = await writeSection(product, author)
    await transition(product, author, id, { transition: 'submit' })
    await transition(product, editor, id, { transition: 'approve' })
    await product.sql.query(`
      CREATE FUNCTION refuse_release() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'no' USING ERRCODE = 'insufficient_privilege'; END $$;
      CREATE CONSTRAINT TRIGGER refuse_release AFTER INSERT ON delivery.releases
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_release()`)
    const refused = await transition(product, editor, id, { transition: 'publish' })
    await product.sql.query('DROP FUNCTION refuse_release CASCADE')
    expect(refused.status).not.toBe(200)
    const { rows } = await product.sql.query(
      `SELECT id FROM delivery.documents WHERE id = $1 UNION SELECT document FROM delivery.portraits
       WHERE document = $1 UNION SELECT document FROM delivery.releases WHERE document = $1
       UNION SELECT id FROM regional_sections WHERE id = $1 AND _status = 'published'`,
      [id],
    )
    expect(rows).toEqual([])
  })

  it('has the working copy nowhere', async () => {
    const id = await makeLive(product, { author, editor })
    const address = await addressOf(id)
    await product.call('PATCH', `/regional-sections/${id}`, {
      authorization: author.authorization,
      body: { headline: 'Noch nicht freigegeben' },
    })
    await rebuildDelivery(product.payload)
    expect((await delivery.get(address)).text).not.toContain('Noch nicht freigegeben')
    const { rows } = await product.sql.query(
      `SELECT FROM delivery.documents WHERE content::text LIKE '%Noch nicht%'`,
    )
    expect(rows).toEqual([])
  })
})

describe('a change of what a portrait shows', () => {
  it('reaches it when a region gets another name and slug, and the old address leads on', async () => {
    const id = await makeLive(product, { author, editor })
    const address = await addressOf(id)
    const { rows } = await product.sql.query<{ region_id: string }>(
      'SELECT region_id FROM regional_sections WHERE id = $1',
      [id],
    )
    await changeReference(product, {
      collection: 'regions',
      id: String(rows[0]?.region_id),
      data: { name: 'Neustadt', slug: `neustadt-${id.slice(0, 8)}` },
    })
    const now = await addressOf(id)
    expect(now).not.toBe(address)
    const moved = await delivery.get(`${address}?format=text`)
    expect(moved.status).toBe(308)
    expect(moved.headers.get('location')).toBe(`${now}?format=text`)
    const portrait = await delivery.get(now)
    expect(portrait.get('region.name')).toBe('Neustadt')
    expect(portrait.get('title')).toContain('Neustadt')
    expect((await releasesOf(id)).at(-1)).toMatchObject({
      reason: 'reference',
      digest: portrait.get('receipt.digest'),
    })
  })

  it('reaches it when a profession gets an alias', async () => {
    const id = await makeLive(product, { author, editor })
    const address = await addressOf(id)
    const { rows } = await product.sql.query<{ profession_id: string }>(
      'SELECT profession_id FROM regional_sections WHERE id = $1',
      [id],
    )
    await changeReference(product, {
      collection: 'professions',
      id: String(rows[0]?.profession_id),
      data: { aliases: ['Ganz anders'] },
    })
    await expect
      .poll(async () => (await delivery.get(address)).get('profession.aliases'))
      .toEqual(['Ganz anders'])
    expect((await delivery.get('/v1/search?q=ganz+anders')).text).toContain(address)
  })

  it('reaches it when a source gets another name', async () => {
    const source = await product.payload.create({
      collection: 'sources',
      data: { name: `Quelle ${author.id}`, kind: 'studie' },
      overrideAccess: true,
    })
    const id = await writeSection(product, author, {
      sources: [source.id],
      salaryFigures: [
        { kind: 'median', median: 50_000, period: 'JAHR', currency: 'EUR', source: source.id },
      ],
    })
    await publish(product, { author, editor }, id)
    const address = await addressOf(id)
    expect((await delivery.get(address)).get('salaryFigures.0.source.name')).toBe(source.name)
    await changeReference(product, {
      collection: 'sources',
      id: source.id,
      data: { name: 'Umbenannt' },
    })
    await expect
      .poll(async () => (await delivery.get(address)).get('salaryFigures.0.source.name'))
      .toBe('Umbenannt')
    expect((await releasesOf(id)).at(-1)).toMatchObject({ reason: 'source' })
  })

  it('reaches every regional portrait when the nationwide text goes live, and when it goes', async () => {
    const id = await makeLive(product, { author, editor })
    const address = await addressOf(id)
    const { rows } = await product.sql.query<{ profession_id: string }>(
      'SELECT profession_id FROM regional_sections WHERE id = $1',
      [id],
    )
    const created = await product.call('POST', '/career-profiles', {
      authorization: author.authorization,
      body: { ...sectionContent({ headline: 'Überall' }), profession: rows[0]?.profession_id },
    })
    const profile = String(created.get('doc.id'))
    for (const [person, name] of [
      [author, 'submit'],
      [editor, 'approve'],
      [editor, 'publish'],
    ] as const) {
      await transition(product, person, profile, { transition: name }, 'career-profiles')
    }
    await expect
      .poll(async () => (await delivery.get(address)).get('profile.headline'))
      .toBe('Überall')
    expect((await releasesOf(id)).at(-1)).toMatchObject({ reason: 'profile' })
    await transition(product, editor, profile, { transition: 'unpublish' }, 'career-profiles')
    await expect.poll(async () => (await delivery.get(address)).get('profile')).toBe(null)
  })

  it('reaches the neighbours that list it', async () => {
    const first = await makePair(product)
    const second = await makePair(product)
    await product.payload.update({
      collection: 'regions',
      id: first.region,
      data: { neighbours: [second.region] },
      overrideAccess: true,
    })
    const id = await writeSection(product, author, { ...first })
    await publish(product, { author, editor }, id)
    const address = await addressOf(id)
    expect((await delivery.get(address)).get('neighbours')).toEqual([])
    const next = await writeSection(product, author, {
      profession: first.profession,
      region: second.region,
      headline: 'Nebenan',
    })
    await publish(product, { author, editor }, next)
    await expect
      .poll(async () => (await delivery.get(address)).get('neighbours.0.headline'))
      .toBe('Nebenan')
  })
})

describe('a rebuild', () => {
  /** Everything that sites can read, but for the moment at which an answer was finished. */
  async function snapshot() {
    while ((await prerenderStalePortraits(product.payload)) > 0);
    await extendLexicon(product.payload)
    const tables = {
      professions: 'SELECT * FROM delivery.professions ORDER BY id',
      regions: 'SELECT * FROM delivery.regions ORDER BY id',
      documents: 'SELECT * FROM delivery.documents ORDER BY id',
      portraits: `SELECT profession_slug, region_slug, document, etag, body, gzip, brotli, fresh_until
        FROM delivery.portraits ORDER BY document`,
      releases: 'SELECT * FROM delivery.releases ORDER BY id',
    }
    const found: Record<string, unknown> = {}
    for (const [name, statement] of Object.entries(tables)) {
      found[name] = (await product.sql.query(statement)).rows
    }
    return found
  }

  it('writes what the transitions wrote, from nothing, and is no news in the feed', async () => {
    const before = await snapshot()
    await product.sql.query('DELETE FROM delivery.documents')
    await product.sql.query('DELETE FROM delivery.professions; DELETE FROM delivery.regions')
    await rebuildDelivery(product.payload)
    expect(await snapshot()).toEqual(before)
  })

  it('mends what is wrong, and takes out what is not live', async () => {
    const before = await snapshot()
    await product.sql.query(
      `UPDATE delivery.documents SET headline = 'falsch', intro = 'falsch', content = '{"sections":[],"receipt":{}}'
       WHERE id = (SELECT id FROM delivery.documents ORDER BY id LIMIT 1)`,
    )
    await rebuildDelivery(product.payload)
    const after = await snapshot()
    const comparable = (state: Record<string, unknown>) => JSON.stringify(state.portraits)
    expect(comparable(after)).toBe(comparable(before))
  })

  it('does not bring an older text back that it read while another one was on its way', async () => {
    const id = await makeLive(product, { author, editor })
    const address = await addressOf(id)
    await product.call('PATCH', `/regional-sections/${id}`, {
      authorization: author.authorization,
      body: { headline: 'Die neue Fassung' },
    })
    const holder = new pg.Client({ connectionString: product.databaseUrl })
    await holder.connect()
    await holder.query('BEGIN')
    await holder.query(
      'SELECT pg_advisory_xact_lock(delivery.lock_key(profession_id)) FROM regional_sections WHERE id = $1',
      [id],
    )
    const publishing = publish(product, { author, editor }, id)
    await untilWaiting(1)
    const rebuilding = rebuildDelivery(product.payload)
    await untilWaiting(2)
    await holder.query('COMMIT')
    await holder.end()
    await publishing
    await rebuilding
    await expect
      .poll(async () => (await delivery.get(address)).get('headline'))
      .toBe('Die neue Fassung')
  })

  /** So many wait for the lock of a profession. */
  async function untilWaiting(count: number): Promise<void> {
    await expect
      .poll(async () => {
        const { rows } = await product.sql.query(
          `SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database
           WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted`,
        )
        return rows.length
      })
      .toBe(count)
  }

  it('goes on where it was broken off', async () => {
    const seen: string[] = []
    await expect(
      rebuildDelivery(product.payload, ({ part, done }) => {
        seen.push(`${part} ${String(done)}`)
        if (part === 'regions') throw new Error('broken off')
      }),
    ).rejects.toThrow('broken off')
    const again: string[] = []
    await rebuildDelivery(product.payload, ({ part }) => again.push(part))
    expect(seen.some((line) => line.startsWith('professions'))).toBe(true)
    expect(again).not.toContain('professions')
    expect(again).toContain('documents')
  })
})
