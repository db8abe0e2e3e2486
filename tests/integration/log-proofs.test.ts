import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '#audit/verify.ts'
import { canonicalJson } from '#model/canonical-json.ts'
import { eventKinds } from '#record/events.ts'
import { keepLog } from '#audit/keep-log.ts'
import { openDelivery, type Delivery } from '#support/delivery.ts'
import { makeLive } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

// What the public log and the record are made of is what the product says: SQL as a server's role adds nothing to
// them that the product would sign, serve or take for somebody's deed.

let product: Product
let delivery: Delivery
let people: { author: SignedIn; editor: SignedIn }
let live: string

beforeAll(async () => {
  product = await startProduct()
  delivery = await openDelivery(product)
  people = { author: await product.signIn('author'), editor: await product.signIn('editor') }
  live = await makeLive(product, people)
  await keepLog(product.payload)
})
afterAll(async () => {
  await delivery.close()
  await product.close()
})

/** A leaf as somebody would write it who knows how. */
function forge(document: string, kind: string, digest: string) {
  const statement = canonicalJson({ v: 1, kind, document, digest, text: 'x', receipt: 'x' })
  const salt = randomBytes(32)
  const entry = createHash('sha256').update(salt).update(statement).digest()
  return { entry, statement, salt }
}
const leaf = (document: string, kind = 'publication', digest = '2-of-nobody') => {
  const { entry, statement, salt } = forge(document, kind, digest)
  const column = kind === 'redaction' ? 'redacts' : 'digest'
  return [
    `INSERT INTO log_leaves (entry, document, ${column}, statement, salt) VALUES ($1, $2, $3, $4, $5)`,
    [entry, document, digest, statement, salt],
  ] as const
}
const nodeOf = [
  'INSERT INTO delivery.log_nodes (level, number, hash) VALUES (1, 0, $1)',
  [randomBytes(32)],
] as const
const problems = async () => (await verifyAudit(product.payload)).problems
const newest = async () => (await delivery.get('/v1/log/checkpoint')).text

describe.each(['authoring', 'worker'] as const)('SQL as the role of %s', (role) => {
  let server: pg.Client
  beforeAll(async () => {
    server = await product.connect(role)
  })
  afterAll(() => server.end())

  const refused = async (statement: string, values: readonly unknown[] = []) => {
    await expect(server.query(statement, [...values]), statement).rejects.toThrow(
      /through the product|append-only|permission denied|duplicate key/,
    )
  }

  it('adds nothing to the log', async () => {
    const before = await newest()
    await refused(...leaf(randomUUID()))
    await refused(...leaf(live))
    await refused(...leaf(live, 'removal'))
    await refused(...leaf(live, 'redaction'))
    // Another's proof is no proof of its own.
    const { entry, statement, salt } = forge(live, 'publication', '2-of-nobody')
    await refused(
      `INSERT INTO log_leaves (entry, document, digest, statement, salt, signature, proof)
       SELECT $1, document, $2, $3, $4, signature, proof FROM log_leaves LIMIT 1`,
      [entry, '2-of-nobody', statement, salt],
    )
    // Nor is a leaf there twice.
    await refused(
      `INSERT INTO log_leaves (entry, document, digest, redacts, statement, salt, signature, proof)
       SELECT entry, document, digest, redacts, statement, salt, signature, proof FROM log_leaves LIMIT 1`,
    )
    await refused(...nodeOf)
    await refused(`INSERT INTO delivery.log_checkpoints (size, root, note) VALUES (0, $1, 'x')`, [
      randomBytes(32),
    ])
    for (const more of ['\n\nx\n', '— evil AAAAAAAA\n', 'x']) {
      await refused('UPDATE delivery.log_checkpoints SET note = note || $1', [more])
    }
    await refused(
      `INSERT INTO delivery.log_cosignatures (size, witness, line)
       SELECT size, 'evil', $1 FROM delivery.log_checkpoints`,
      ['— evil AAAA\n\nzzz'],
    )
    await keepLog(product.payload)
    expect(await newest()).toBe(before)
    expect(await problems()).toEqual([])
  })

  it('writes no signature where one is missing', async () => {
    const unsigned = await withoutKey(() => makeLive(product, people))
    await refused(`UPDATE log_leaves SET signature = 'x' WHERE document = $1`, [unsigned])
    await refused(
      `UPDATE log_leaves SET signature = 'x', proof = (SELECT proof FROM log_leaves
         WHERE signature IS NOT NULL LIMIT 1) WHERE document = $1`,
      [unsigned],
    )
    await keepLog(product.payload)
    expect(await problems()).toEqual([])
  })

  it.each(eventKinds)('puts nothing on record in the name of others: %s', async (kind) => {
    await refused(
      `INSERT INTO workflow_events (kind, document_collection, document, transition, actor, actor_name)
       SELECT $1, 'users', id::text, 'changeRole', id::text, name FROM users LIMIT 1`,
      [kind],
    )
    await refused(
      `INSERT INTO workflow_events (kind, document_collection, document, transition, proof)
       SELECT $1, 'users', $2, 'changeRole', proof FROM workflow_events LIMIT 1`,
      [kind, people.editor.id],
    )
  })
})

describe('audit:verify', () => {
  /** What it says beside what it said before, of what the owner of the database did. */
  const says = async (statement: string, values: readonly unknown[] = []) => {
    const before = new Set((await problems()).map((each) => JSON.stringify(each)))
    await product.sql.query('SET session_replication_role = replica')
    await product.sql.query(statement, [...values])
    await product.sql.query('SET session_replication_role = DEFAULT')
    const after = await problems()
    return after
      .filter((each) => !before.has(JSON.stringify(each)))
      .map(({ problem }) => problem)
      .sort()
  }

  it('names a leaf of what nobody has published, signed or not', async () => {
    const { entry, statement, salt } = forge(live, 'publication', '2-of-nobody')
    expect(
      await says(
        `INSERT INTO log_leaves (entry, document, digest, statement, salt, index)
         SELECT $1, $2, '2-of-nobody', $3, $4, max(index) + 1 FROM log_leaves`,
        [entry, live, statement, salt],
      ),
    ).toContain('It has no proof.')
    expect((await problems()).map(({ problem }) => problem)).toContain('It has no proof.')
    await says(`UPDATE log_leaves SET proof = 'x' WHERE entry = $1`, [entry])
    expect((await problems()).map(({ problem }) => problem)).toContain(
      'It tells of what nobody has published.',
    )
    await says('DELETE FROM log_leaves WHERE entry = $1', [entry])
    expect(await problems()).toEqual([])
  })

  it.each(['\n\nx\n', '— evil AAAAAAAA\n', 'x'])(
    'names a checkpoint with something below it that is no signature of the house: %j',
    async (more) => {
      const all = 'UPDATE delivery.log_checkpoints SET note = $1 WHERE size = $2'
      const { rows } = await product.sql.query<{ size: string; note: string }>(
        'SELECT size, note FROM delivery.log_checkpoints ORDER BY size DESC LIMIT 1',
      )
      const [{ size, note } = { size: '', note: '' }] = rows
      expect(await says(all, [note + more, size])).toEqual([
        'It is not that of the leaves, or others than keys of the house have signed it.',
      ])
      await says(all, [note, size])
      expect(await problems()).toEqual([])
    },
  )

  it('names a signature of nobody who is a witness', async () => {
    expect(
      await says(
        `INSERT INTO delivery.log_cosignatures (size, witness, line)
         SELECT max(size), 'evil', '— evil AAAAAAAA' FROM delivery.log_checkpoints`,
      ),
    ).toEqual(['No witness of the list has signed it.'])
    await says('DELETE FROM delivery.log_cosignatures')
  })

  it.each(eventKinds)('names an event that nobody proved: %s', async (kind) => {
    expect(
      await says(
        `WITH written AS (
           INSERT INTO workflow_events (kind, document_collection, document, transition, position, hash)
           VALUES ($1, 'things', $2, 'look', 1, '') RETURNING *)
         SELECT FROM written`,
        [kind, randomUUID()],
      ),
    ).toContain('It has no proof.')
  })
})

async function withoutKey<T>(work: () => Promise<T>): Promise<T> {
  const { custom } = product.payload.config
  const kept: unknown = custom.signingKey
  custom.signingKey = () => undefined
  try {
    return await work()
  } finally {
    custom.signingKey = kept
  }
}
