import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isConsistent, verifyCheckpoint, verifyPortrait } from '#client/index.ts'
import type { Evidence } from '#client/verify.ts'
import { keepLog } from '#audit/keep-log.ts'
import { verifyAudit } from '#audit/verify.ts'
import { checkpointText, makeSigningKey, signNote, verifierLineOf } from '#read-model/log/note.ts'
import { openDelivery, type Delivery } from '#support/delivery.ts'
import { transition } from '#support/factories.ts'
import { makeLiveTexts, type LiveTexts } from '#support/live-texts.ts'
import { path, proof, treeHead } from '#support/merkle.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

// What sites read can be verified by anybody, with what is public and without the house.

let product: Product
let delivery: Delivery
let texts: LiveTexts
let people: Record<'author' | 'editor' | 'reviewer', SignedIn>

beforeAll(async () => {
  product = await startProduct()
  delivery = await openDelivery(product)
  people = {
    author: await product.signIn('author'),
    editor: await product.signIn('editor'),
    reviewer: await product.signIn('editor'),
  }
  texts = await makeLiveTexts(product, people, { regions: 3 })
  await keepLog(product.payload)
})
afterAll(async () => {
  await delivery.close()
  await product.close()
})

type Json = Record<string, unknown>
const addressOf = (index: number) =>
  `/v1/portraits/${texts.profession.slug}/${texts.regions[index]?.slug ?? ''}`
const portraitAt = async (index: number): Promise<Json> =>
  JSON.parse((await delivery.get(addressOf(index))).text) as Json
const checkpoint = async () => (await delivery.get('/v1/log/checkpoint')).text
const keysNow = async () => (await delivery.get('/v1/keys')).get('keys') as Evidence['keys']
const entryOf = (portrait: Json): string => {
  const { log } = portrait.receipt as { log: { entry: string } | null }
  return log?.entry ?? ''
}

const evidenceFor = async (portrait: Json): Promise<Evidence> => {
  const note = await checkpoint()
  const query = new URLSearchParams({ entry: entryOf(portrait), size: note.split('\n')[1] ?? '' })
  const found = await delivery.get(`/v1/log/proof?${query.toString()}`)
  expect(found.status, found.text).toBe(200)
  return {
    keys: await keysNow(),
    checkpoint: note,
    proof: JSON.parse(found.text) as Evidence['proof'],
  }
}

/** Every entry of the log, as its bundles give them. */
const readEntries = async (size: number): Promise<Buffer[]> => {
  const width = size % 256
  expect(size).toBeLessThan(256)
  const response = await fetch(`${delivery.url}/v1/log/tile/entries/000.p/${String(width)}`)
  expect(response.headers.get('cache-control')).toContain('immutable')
  const bytes = Buffer.from(await response.arrayBuffer())
  const entries: Buffer[] = []
  for (let at = 0; at < bytes.length;) {
    const length = bytes.readUInt16BE(at)
    entries.push(bytes.subarray(at + 2, at + 2 + length))
    at += 2 + length
  }
  return entries
}

describe('a portrait', () => {
  it('is verified offline, the nationwide text in it too', async () => {
    const portrait = await portraitAt(0)
    const evidence = await evidenceFor(portrait)
    expect(await verifyPortrait(portrait, evidence)).toEqual({
      isVerified: true,
      problems: [],
      referenceData: 'asPublished',
      redactedAt: null,
    })
    const profile = portrait.profile as Json
    const place = { profession: String((portrait.profession as Json).id), region: null }
    expect(await verifyPortrait(profile, { ...(await evidenceFor(profile)), place })).toEqual({
      isVerified: true,
      problems: [],
      referenceData: 'unknown',
      redactedAt: null,
    })
  })

  it('says whether profession and region are what it was published with', async () => {
    const portrait = await portraitAt(0)
    const evidence = await evidenceFor(portrait)
    for (const of of ['profession', 'region'] as const) {
      const changed = { ...portrait, [of]: { ...(portrait[of] as Json), name: 'Anders' } }
      expect(await verifyPortrait(changed, evidence)).toEqual({
        isVerified: true,
        problems: [],
        referenceData: 'changedSince',
        redactedAt: null,
      })
    }
    const claimed = withReceipt(portrait, { reference: '0'.repeat(64) })
    expect(await verifyPortrait(claimed, evidence)).toMatchObject({ isVerified: false })
    const unnamed = withReceipt(portrait, { reference: null })
    expect(await verifyPortrait(unnamed, evidence)).toMatchObject({
      isVerified: false,
      referenceData: 'unknown',
    })
  })

  it.each<[string, (portrait: Json) => Json]>([
    ['one letter of its text', (p) => ({ ...p, headline: `${String(p.headline)}.` })],
    ['a field that is left out', ({ intro: _, ...p }) => p],
    ['a field that is put in', (p) => ({ ...p, extra: 'X' })],
    ['its id', (p) => ({ ...p, id: texts.sections[1] })],
    ['its region', (p) => ({ ...p, region: { ...(p.region as Json), id: texts.regions[1]?.id } })],
    ['its digest', (p) => withReceipt(p, { digest: `2-${'0'.repeat(64)}` })],
    ['its date', (p) => withReceipt(p, { publishedAt: '2020-01-01T00:00:00.000Z' })],
    ['who approved it', (p) => withReceipt(p, { approvals: [] })],
    ['what it was checked for', (p) => withReceipt(p, { checks: [] })],
    ['its salt', (p) => withLog(p, { salt: Buffer.alloc(32).toString('base64') })],
    ['its signature', (p) => withLog(p, { signature: Buffer.alloc(64).toString('base64') })],
    ['its signature, as pending', (p) => withLog(p, { signature: 'pending', key: null })],
    ['its entry', (p) => withLog(p, { entry: Buffer.alloc(32).toString('base64') })],
    ['its whole entry', (p) => withReceipt(p, { log: null })],
  ])('is not verified with another %s', async (_, change) => {
    const portrait = await portraitAt(0)
    const verdict = await verifyPortrait(change(portrait), await evidenceFor(portrait))
    expect(verdict.isVerified).toBe(false)
    expect(verdict.problems).not.toEqual([])
  })

  it.each<[string, (evidence: Evidence) => Evidence]>([
    ['keys of somebody else', (e) => ({ ...e, keys: [{ verifier: verifierLineOf(foreignKey) }] })],
    [
      'a checkpoint that nobody signed',
      (e) => ({ ...e, checkpoint: `${e.checkpoint.split('\n\n')[0] ?? ''}\n\n` }),
    ],
    ['a checkpoint of another tree', (e) => ({ ...e, checkpoint: forgedCheckpoint(e.checkpoint) })],
    [
      'the proof of another entry',
      (e) => ({ ...e, proof: { ...e.proof, index: e.proof.index + 1 } }),
    ],
    ['a shorter proof', (e) => ({ ...e, proof: { ...e.proof, proof: e.proof.proof.slice(1) } })],
    [
      'a key that had ended before',
      (e) => ({ ...e, keys: e.keys.map((key) => ({ ...key, until: '2020-01-01T00:00:00.000Z' })) }),
    ],
  ])('is not verified by %s', async (_, change) => {
    const portrait = await portraitAt(0)
    const verdict = await verifyPortrait(portrait, change(await evidenceFor(portrait)))
    expect(verdict.isVerified).toBe(false)
  })

  it('names people by what is nobody’s name, the same for the same person', async () => {
    const [one, other] = [await portraitAt(0), await portraitAt(1)]
    const personOf = (p: Json) => ((p.receipt as Json).approvals as Json[])[0]?.person
    expect(personOf(one)).toMatch(/^[\w-]{22}$/)
    expect(personOf(one)).toBe(personOf(other))
    const withoutNames = withReceipt(one, {
      approvals: ((one.receipt as Json).approvals as Json[]).map((each) => ({ ...each, by: '' })),
    })
    expect(await verifyPortrait(withoutNames, await evidenceFor(one))).toMatchObject({
      isVerified: true,
    })
  })
})

const foreignKey = makeSigningKey('log.example/test', Buffer.alloc(32, 99))
const forgedCheckpoint = (note: string) => {
  const [origin = '', size = '0'] = note.split('\n')
  return signNote(checkpointText(origin, Number(size), Buffer.alloc(32)), foreignKey)
}
const withReceipt = (portrait: Json, changes: Json): Json => ({
  ...portrait,
  receipt: { ...(portrait.receipt as Json), ...changes },
})
const withLog = (portrait: Json, changes: Json): Json =>
  withReceipt(portrait, { log: { ...((portrait.receipt as Json).log as Json), ...changes } })

describe('the log', () => {
  it('has a leaf for each publication and removal, in the order of the feed, and grows with them', async () => {
    const before = await verifyCheckpoint(await checkpoint(), await keysNow())
    const section = texts.sections[2] ?? ''
    const gone = await transition(product, people.editor, section, { transition: 'unpublish' })
    expect(gone.status, gone.text).toBe(200)
    await keepLog(product.payload)
    const after = await verifyCheckpoint(await checkpoint(), await keysNow())
    if (!before || !after) throw new Error('The checkpoint is none.')
    expect(after.size).toBe(before.size + 1)
    const { rows } = await product.sql.query<{ document: string; kind: string }>(
      `SELECT document, statement::json ->> 'kind' AS kind FROM log_leaves ORDER BY index`,
    )
    const feed = await product.sql.query<{ document: string; kind: string }>(
      `SELECT document, CASE WHEN digest IS NULL THEN 'removal' ELSE 'publication' END AS kind
       FROM delivery.releases WHERE reason = 'text' ORDER BY position`,
    )
    expect(rows).toEqual(feed.rows)
    const between = await delivery.get(`/v1/log/consistency?from=${String(before.size)}`)
    const proven = between.get('proof') as string[]
    expect(await isConsistent(before, after, proven)).toBe(true)
  })

  it('is what an implementation of RFC 9162 makes of its entries', async () => {
    const note = await verifyCheckpoint(await checkpoint(), await keysNow())
    if (!note) throw new Error('The checkpoint is none.')
    const entries = await readEntries(note.size)
    expect(treeHead(entries).toString('base64')).toBe(note.root)
    const tile = await fetch(`${delivery.url}/v1/log/tile/0/000.p/${String(note.size)}`)
    expect(Buffer.from(await tile.arrayBuffer())).toEqual(
      Buffer.concat(entries.map((entry) => treeHead([entry]))),
    )
    for (const index of entries.keys()) {
      const found = await delivery.get(`/v1/log/proof?index=${String(index)}`)
      expect(found.get('proof')).toEqual(path(index, entries).map((h) => h.toString('base64')))
    }
    for (let from = 1; from < note.size; from += 1) {
      const found = await delivery.get(
        `/v1/log/consistency?from=${String(from)}&to=${String(note.size)}`,
      )
      expect(found.get('proof')).toEqual(proof(from, entries).map((h) => h.toString('base64')))
    }
  })

  it('is found out where it shows others another tree, or has lost an entry', async () => {
    const note = await verifyCheckpoint(await checkpoint(), await keysNow())
    if (!note) throw new Error('The checkpoint is none.')
    const entries = await readEntries(note.size)
    const headOf = (of: Buffer[]) => ({
      origin: note.origin,
      size: of.length,
      root: treeHead(of).toString('base64'),
    })
    const lost = entries.toSpliced(1, 1)
    expect(
      await isConsistent(
        headOf(lost),
        note,
        proof(lost.length, entries).map((h) => h.toString('base64')),
      ),
    ).toBe(false)
    const other = headOf(entries.toSpliced(1, 1, Buffer.alloc(32)))
    expect(await isConsistent(other, note, [])).toBe(false)
  })

  it.each([
    '/v1/log/tile/0/000',
    '/v1/log/tile/0/000.p/0',
    '/v1/log/tile/0/000.p/255',
    '/v1/log/tile/0/000.p/256',
    '/v1/log/tile/0/x000/000.p/1',
    '/v1/log/tile/0/0.p/1',
    '/v1/log/tile/1/000.p/1',
    '/v1/log/tile/99/000.p/1',
    '/v1/log/tile/entries/001.p/1',
    '/v1/log/tile/x',
    '/v1/log/proof?index=9999',
    `/v1/log/proof?entry=${encodeURIComponent(Buffer.alloc(32).toString('base64'))}`,
  ])('has nothing at %s', async (address) => {
    expect((await delivery.get(address)).status).toBe(404)
  })

  it.each([
    '/v1/log/proof',
    '/v1/log/proof?index=0&size=99999',
    '/v1/log/proof?entry=x',
    '/v1/log/consistency?from=99999',
    '/v1/log/consistency?from=3&to=2',
    '/v1/log/consistency',
    '/v1/log/checkpoint?x=1',
    '/v1/keys?x=1',
    '/v1/log/tile/0/000.p/1?x=1',
  ])('refuses %s', async (address) => {
    expect((await delivery.get(address)).status).toBe(400)
  })

  it('tells everybody the same, and nobody of a text', async () => {
    const closed = await openDelivery(product, { isPublic: false })
    try {
      expect((await closed.get(addressOf(0))).status).toBe(401)
      expect((await closed.get('/v1/log/checkpoint')).text).toBe(await checkpoint())
      const { text } = await closed.get('/v1/keys')
      expect(text).not.toContain('PRIVATE')
    } finally {
      await closed.close()
    }
    const rights = await product.sql.query<{ reads: boolean }>(
      `SELECT has_table_privilege('berufsbild_delivery', 'log_leaves', 'SELECT') AS reads`,
    )
    expect(rights.rows[0]?.reads).toBe(false)
  })

  it.each([
    `UPDATE log_leaves SET entry = sha256('x') WHERE index = 0`,
    `UPDATE log_leaves SET index = 1000 WHERE index = 0`,
    `UPDATE log_leaves SET signature = 'x' WHERE index = 0`,
    'DELETE FROM log_leaves',
    'TRUNCATE log_leaves CASCADE',
    'UPDATE delivery.log_checkpoints SET size = 1',
    'DELETE FROM delivery.log_checkpoints',
  ])('is not changed through SQL: %s', async (statement) => {
    await expect(product.sql.query(statement)).rejects.toThrow(/append-only|through the product/)
  })

  it('leaves no entry behind where the publication fails', async () => {
    const count = async () =>
      (await product.sql.query<{ n: number }>('SELECT count(*)::int AS n FROM log_leaves')).rows[0]
        ?.n
    const before = await count()
    const refused = await transition(product, people.author, texts.sections[0] ?? '', {
      transition: 'publish',
    })
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(await count()).toBe(before)
  })
})

describe('audit:verify', () => {
  const problemsAfter = async (statement: string) => {
    const { sql } = product
    await sql.query('SET session_replication_role = replica')
    await sql.query('CREATE TABLE kept_leaves AS TABLE log_leaves')
    await sql.query('CREATE TABLE kept_checkpoints AS TABLE delivery.log_checkpoints')
    try {
      await sql.query(statement)
      return (await verifyAudit(product.payload)).problems.map(({ where }) => where)
    } finally {
      await sql.query('DELETE FROM log_leaves')
      await sql.query('INSERT INTO log_leaves OVERRIDING SYSTEM VALUE SELECT * FROM kept_leaves')
      await sql.query('DELETE FROM delivery.log_checkpoints')
      await sql.query('INSERT INTO delivery.log_checkpoints SELECT * FROM kept_checkpoints')
      await sql.query('DROP TABLE kept_leaves, kept_checkpoints')
      await sql.query('SET session_replication_role = origin')
    }
  }

  it('finds nothing wrong with a log that nobody forged', async () => {
    expect((await verifyAudit(product.payload)).problems).toEqual([])
  })

  it.each([
    ['an entry', `UPDATE log_leaves SET entry = sha256('x') WHERE index = 1`],
    [
      'what a leaf says',
      `UPDATE log_leaves SET statement = replace(statement, '"v":1', '"v":2') WHERE index = 1`,
    ],
    ['a leaf that cannot be read', `UPDATE log_leaves SET statement = 'no json' WHERE index = 1`],
    ['a salt', `UPDATE log_leaves SET salt = sha256('x') WHERE index = 1`],
    [
      'a signature',
      `UPDATE log_leaves SET signature = replace(signature, ' ', ' A') WHERE index = 1`,
    ],
    ['a leaf that was taken out', 'DELETE FROM log_leaves WHERE index = 1'],
    [
      'the last leaf taken out',
      'DELETE FROM log_leaves WHERE index = (SELECT max(index) FROM log_leaves)',
    ],
    [
      'two leaves that changed places',
      'UPDATE log_leaves SET index = -index WHERE index IN (1, 2); UPDATE log_leaves SET index = 3 + index WHERE index < 0',
    ],
    [
      'a leaf that tells of nothing that happened',
      `INSERT INTO log_leaves (index, entry, document, digest, statement, salt)
       SELECT 1000, sha256('x'), document, 'x', statement, salt FROM log_leaves WHERE index = 1`,
    ],
    ['the root of a checkpoint', `UPDATE delivery.log_checkpoints SET root = sha256('x')`],
  ])('finds %s', async (_, statement) => {
    expect(await problemsAfter(statement)).not.toEqual([])
  })
})
