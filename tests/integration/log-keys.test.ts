import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyPortrait, type Evidence } from '#client/verify.ts'
import { keepLog } from '#audit/keep-log.ts'
import { verifyAudit } from '#audit/verify.ts'
import { makeSigningKey, readSigningKey, verifierLineOf } from '#read-model/log/note.ts'
import type { SigningKey } from '#read-model/log/note.ts'
import { growLog } from '#publishing/log/grow.ts'
import { prerenderStalePortraits } from '#publishing/maintenance.ts'
import { reshapeDelivered } from '#publishing/rebuild.ts'
import { putKeys } from '#server/put-key.ts'
import { openDelivery, type Delivery } from '#support/delivery.ts'
import { makeLive } from '#support/factories.ts'
import { password } from '#support/quick-passwords.ts'
import { signingKey, startProduct, type Product, type SignedIn } from '#support/product.ts'

// The key that signs: it may be missing, it may be replaced, and there was a time before it.

let product: Product
let delivery: Delivery
let admin: SignedIn
let people: { author: SignedIn; editor: SignedIn }
const first = readSigningKey(signingKey)

beforeAll(async () => {
  product = await startProduct()
  delivery = await openDelivery(product)
  admin = await product.signIn('admin')
  people = { author: await product.signIn('author'), editor: await product.signIn('editor') }
})
afterAll(async () => {
  await delivery.close()
  await product.close()
})

type Json = Record<string, unknown>
const signWith = (key: SigningKey | undefined) => {
  product.payload.config.custom.signingKey = () => key
}
const portraitOf = async (id: string): Promise<Json> => {
  const { rows } = await product.sql.query<{ address: string }>(
    `SELECT profession_slug || '/' || region_slug AS address FROM delivery.documents WHERE id = $1`,
    [id],
  )
  return JSON.parse((await delivery.get(`/v1/portraits/${rows[0]?.address ?? ''}`)).text) as Json
}
const logOf = (portrait: Json) =>
  (portrait.receipt as { log: { entry: string; key: string | null; signature: string } | null }).log
const evidenceFor = async (portrait: Json): Promise<Evidence> => {
  const checkpoint = (await delivery.get('/v1/log/checkpoint')).text
  const query = new URLSearchParams({
    entry: logOf(portrait)?.entry ?? '',
    size: checkpoint.split('\n')[1] ?? '',
  })
  const proof = (await delivery.get(`/v1/log/proof?${query.toString()}`)).body as Evidence['proof']
  const keys = (await delivery.get('/v1/keys')).get('keys') as Evidence['keys']
  return { keys, checkpoint, proof }
}
const isVerified = async (id: string) => {
  const portrait = await portraitOf(id)
  return verifyPortrait(portrait, await evidenceFor(portrait))
}
const approvalsOf = (portrait: Json) =>
  (portrait.receipt as { approvals: { person: string | null }[] }).approvals
const signInAgain = async (person: SignedIn): Promise<SignedIn> => {
  const { rows } = await product.sql.query<{ email: string }>(
    'SELECT email FROM users WHERE id = $1',
    [person.id],
  )
  const answer = await product.call('POST', '/users/login', {
    body: { email: rows[0]?.email, password },
  })
  return { ...person, authorization: `JWT ${String(answer.get('token'))}` }
}
const feed = async () =>
  (
    await product.sql.query<{ reason: string; document: string | null }>(
      'SELECT reason, document FROM delivery.releases ORDER BY position',
    )
  ).rows
const faults = async () =>
  ((await product.call('GET', '/audit/faults', admin)).get('faults') as { where: string }[]).map(
    ({ where }) => where,
  )
const nothingIsWrong = async () => {
  expect((await verifyAudit(product.payload)).problems).toEqual([])
}

describe('the key that signs', () => {
  it('may be missing: texts go live without a signature, which is an alarm, and get it later', async () => {
    signWith(undefined)
    const last = { at: 0, isMissing: undefined }
    const id = await makeLive(product, people)
    await keepLog(product.payload, last)
    expect(logOf(await portraitOf(id))).toMatchObject({ key: null, signature: 'pending' })
    expect((await delivery.get('/v1/log/checkpoint')).status).toBe(404)
    expect(await faults()).toEqual(['signing key'])
    expect((await product.call('GET', '/inbox?limit=100', admin)).text).toContain('signing key')
    await nothingIsWrong()
    const before = await feed()
    const told = await product.sql.query('SELECT FROM webhook_deliveries')
    signWith(first)
    await keepLog(product.payload, last)
    expect(await faults()).toEqual([])
    expect(await isVerified(id)).toEqual({
      isVerified: true,
      problems: [],
      referenceData: 'asPublished',
      redactedAt: null,
    })
    // That is no news of the text; once, the feed says that all lies there in another form.
    expect(await feed()).toEqual(before)
    await reshapeDelivered(product.payload)
    expect(await feed()).toEqual([...before, { reason: 'reshaped', document: null }])
    expect(await product.sql.query('SELECT FROM webhook_deliveries')).toHaveProperty(
      'rowCount',
      told.rowCount,
    )
    await nothingIsWrong()
  })

  it('signs what was published without it, also where the worker was killed in between', async () => {
    signWith(undefined)
    const id = await makeLive(product, people)
    signWith(first)
    await growLog(product.payload)
    expect(logOf(await portraitOf(id))?.signature).toBe('pending')
    await keepLog(product.payload)
    expect(await isVerified(id)).toEqual({
      isVerified: true,
      problems: [],
      referenceData: 'asPublished',
      redactedAt: null,
    })
    await nothingIsWrong()
  })

  it('may be replaced: what the one before signed is good, and both are listed', async () => {
    signWith(first)
    const id = await makeLive(product, people)
    await keepLog(product.payload)
    const second = makeSigningKey('log.example/test', Buffer.alloc(32, 8))
    signWith(second)
    await keepLog(product.payload)
    const later = await makeLive(product, people)
    await keepLog(product.payload)
    const keys = (await delivery.get('/v1/keys')).get('keys') as {
      verifier: string
      until: string | null
    }[]
    expect(keys.map(({ verifier }) => verifier)).toEqual([
      verifierLineOf(second),
      first && verifierLineOf(first),
    ])
    expect(keys.map(({ until }) => until === null)).toEqual([true, false])
    expect(logOf(await portraitOf(later))?.key).toBe(`${second.name}+${second.id}`)
    expect(await isVerified(id)).toEqual({
      isVerified: true,
      problems: [],
      referenceData: 'asPublished',
      redactedAt: null,
    })
    expect(await isVerified(later)).toEqual({
      isVerified: true,
      problems: [],
      referenceData: 'asPublished',
      redactedAt: null,
    })
    await nothingIsWrong()
  })
})

describe('audit:verify', () => {
  it('knows what the key of the installation has signed before it was listed', async () => {
    signWith(makeSigningKey('log.example/test', Buffer.alloc(32, 3)))
    await makeLive(product, people)
    await nothingIsWrong()
    await keepLog(product.payload)
    await nothingIsWrong()
  })

  /** Past every trigger, as whoever owns the database may. */
  const unguarded = async (statement: string, values: unknown[]) => {
    await product.sql.query('SET session_replication_role = replica')
    await product.sql.query(statement, values)
    await product.sql.query('SET session_replication_role = origin')
  }
  const foreign = verifierLineOf(makeSigningKey('log.example/test', Buffer.alloc(32, 66)))
  const isNamed = async (...where: string[]) => {
    const { problems } = await verifyAudit(product.payload)
    expect(problems.map((problem) => problem.where)).toEqual(where)
  }

  it.each([
    ['beside that of the installation', 'log', null],
    ['as one that has ended', 'log', '2026-01-01T00:00:00Z'],
    ['as a witness', 'witness', null],
  ])('finds a key that somebody listed %s', async (_, kind, until) => {
    await unguarded(
      'INSERT INTO delivery.log_keys (verifier, kind, valid_until) VALUES ($1, $2, $3)',
      [foreign, kind, until],
    )
    await isNamed(`log key ${foreign}`)
    await unguarded('DELETE FROM delivery.log_keys WHERE verifier = $1', [foreign])
    await nothingIsWrong()
  })

  it.each([
    ['begins earlier', `valid_from = valid_from - interval '1 day'`],
    ['ends later', `valid_until = valid_until + interval '1 day'`],
    ['has not ended', 'valid_until = NULL'],
    ['is a witness', `kind = 'witness'`],
  ])('finds a key that %s, against the record', async (_, change) => {
    const { rows } = await product.sql.query<Record<string, string>>(
      'SELECT * FROM delivery.log_keys WHERE valid_until IS NOT NULL LIMIT 1',
    )
    const [key] = rows
    await unguarded(`UPDATE delivery.log_keys SET ${change} WHERE verifier = $1`, [key?.verifier])
    const { problems } = await verifyAudit(product.payload)
    await unguarded(
      `UPDATE delivery.log_keys SET valid_from = $2, valid_until = $3, kind = 'log'
       WHERE verifier = $1`,
      [key?.verifier, key?.valid_from, key?.valid_until],
    )
    expect(problems.map(({ where }) => where)).toContain(`log key ${key?.verifier ?? ''}`)
    await nothingIsWrong()
  })

  it('finds a key that is not listed any more', async () => {
    const { rows } = await product.sql.query<Record<string, string>>(
      'SELECT * FROM delivery.log_keys WHERE valid_until IS NOT NULL LIMIT 1',
    )
    const [key] = rows
    await unguarded('DELETE FROM delivery.log_keys WHERE verifier = $1', [key?.verifier])
    const { problems } = await verifyAudit(product.payload)
    await unguarded(
      `INSERT INTO delivery.log_keys (verifier, kind, valid_from, valid_until)
       VALUES ($1, 'log', $2, $3)`,
      [key?.verifier, key?.valid_from, key?.valid_until],
    )
    expect(problems.map(({ where }) => where)).toContain(`log key ${key?.verifier ?? ''}`)
    await nothingIsWrong()
  })

  it('finds a checkpoint of whatever size that no key signed', async () => {
    const { rows } = await product.sql.query<{ size: string; note: string }>(
      'SELECT size, note FROM delivery.log_checkpoints ORDER BY size LIMIT 1',
    )
    const [first] = rows
    await unguarded('UPDATE delivery.log_checkpoints SET note = $2 WHERE size = $1', [
      first?.size,
      first?.note.replace('— ', '— x'),
    ])
    await isNamed(`log checkpoint ${first?.size ?? ''}`)
    await unguarded('UPDATE delivery.log_checkpoints SET note = $2 WHERE size = $1', [
      first?.size,
      first?.note,
    ])
    await nothingIsWrong()
  })
})

describe('SQL alone', () => {
  it.each(['authoring', 'worker'] as const)(
    'lists no key as %s, ends none, and signs no checkpoint of leaves that are not there',
    async (role) => {
      const verifier = verifierLineOf(makeSigningKey('log.example/test', Buffer.alloc(32, 67)))
      const [{ last, note } = { last: 0, note: '' }] = (
        await product.sql.query<{ last: number; note: string }>(
          'SELECT size::int AS last, note FROM delivery.log_checkpoints ORDER BY size DESC LIMIT 1',
        )
      ).rows
      const server = await product.connect(role)
      try {
        for (const [statement, values] of [
          [`INSERT INTO delivery.log_keys (verifier, kind) VALUES ($1, 'log')`, [verifier]],
          [`INSERT INTO delivery.log_keys (verifier, kind) VALUES ($1, 'witness')`, [verifier]],
          [
            `INSERT INTO delivery.log_keys (verifier, kind, valid_until) VALUES ($1, 'log', now())`,
            [verifier],
          ],
          ['UPDATE delivery.log_keys SET valid_until = now() WHERE valid_until IS NULL', []],
          [`UPDATE delivery.log_keys SET valid_from = now() - interval '1 year'`, []],
          ['UPDATE delivery.log_keys SET verifier = $1', [verifier]],
          ['DELETE FROM delivery.log_keys', []],
          [
            'INSERT INTO delivery.log_checkpoints (size, root, note) VALUES ($1, $2, $3)',
            [99_999_999, Buffer.alloc(32), note],
          ],
          ['UPDATE delivery.log_checkpoints SET root = $1', [Buffer.alloc(32)]],
          ['UPDATE delivery.log_checkpoints SET note = $1', ['x']],
          ['DELETE FROM delivery.log_checkpoints WHERE size = $1', [last]],
        ] as const) {
          await expect(server.query(statement, [...values]), statement).rejects.toThrow(
            /through the product|ends, once|leaves that are there|append-only|permission denied/,
          )
        }
        // With an event of its own, which it can add but not prove.
        await server.query('BEGIN')
        await expect(
          (async () => {
            await server.query(
              `INSERT INTO workflow_events (id, kind, document_collection, document, transition, data)
               VALUES (gen_random_uuid(), 'log', 'log', 'keys', 'listKey',
                 jsonb_build_object('verifier', $1::text))`,
              [verifier],
            )
            await server.query(
              `INSERT INTO delivery.log_keys (verifier, kind) VALUES ($1, 'log')`,
              [verifier],
            )
          })(),
        ).rejects.toThrow('through the product')
        await server.query('ROLLBACK')
      } finally {
        await server.end()
      }
      await nothingIsWrong()
    },
  )
})

describe('the list of keys', () => {
  it.each([
    ['DELETE FROM delivery.log_keys', 'a key of the log stays listed'],
    [`UPDATE delivery.log_keys SET valid_from = '2026-01-01'`, 'a key of the log ends, once'],
    [`UPDATE delivery.log_keys SET kind = 'witness'`, 'a key of the log ends, once'],
    [
      'UPDATE delivery.log_keys SET valid_until = now() WHERE valid_until IS NOT NULL',
      'a key of the log ends, once',
    ],
    [
      'UPDATE delivery.log_keys SET valid_until = NULL WHERE valid_until IS NOT NULL',
      'a key of the log ends, once',
    ],
    ['UPDATE delivery.log_keys SET valid_until = NULL', 'a key of the log ends, once'],
  ])('stays as it is for whoever owns it too: %s', async (statement, refusal) => {
    await expect(product.sql.query(statement)).rejects.toThrow(refusal)
  })
})

describe('a key that has ended', () => {
  it('vouches for no checkpoint, and the next one signs the last of its own at once', async () => {
    const [old, next] = [11, 12].map((byte) =>
      makeSigningKey('log.example/test', Buffer.alloc(32, byte)),
    )
    signWith(old)
    const id = await makeLive(product, people)
    await keepLog(product.payload)
    const portrait = await portraitOf(id)
    const before = await evidenceFor(portrait)
    expect(await verifyPortrait(portrait, before)).toMatchObject({ isVerified: true })
    signWith(next)
    await growLog(product.payload)
    const after = await evidenceFor(portrait)
    // The same tree, with both below it; whoever has kept the keys of then verifies what was signed then.
    expect(after.checkpoint.startsWith(before.checkpoint)).toBe(true)
    expect(await verifyPortrait(portrait, after)).toMatchObject({ isVerified: true })
    expect(await verifyPortrait(portrait, before)).toMatchObject({ isVerified: true })
    expect(await verifyPortrait(portrait, { ...before, keys: after.keys })).toMatchObject({
      isVerified: false,
      problems: ['No key that signs now has signed the checkpoint.'],
    })
    await growLog(product.payload)
    expect((await evidenceFor(portrait)).checkpoint).toBe(after.checkpoint)
    await nothingIsWrong()
  })

  it('is put on record where it was listed before there was a record of keys', async () => {
    await product.sql.query('SET session_replication_role = replica')
    await product.sql.query(`DELETE FROM workflow_events WHERE document_collection = 'log'`)
    await product.sql.query(`DELETE FROM workflow_chains WHERE chain = 'log/keys'`)
    await product.sql.query('SET session_replication_role = origin')
    await nothingIsWrong()
    await growLog(product.payload)
    await nothingIsWrong()
    const { rows } = await product.sql.query(
      `SELECT FROM workflow_events WHERE document_collection = 'log'`,
    )
    const listed = await product.sql.query('SELECT FROM delivery.log_keys')
    expect(rows.length).toBe(listed.rowCount)
  })

  it('signs nothing when it comes back, which is an alarm', async () => {
    const [current, ended] = [1, 2].map((byte) =>
      makeSigningKey('log.example/test', Buffer.alloc(32, byte)),
    )
    for (const key of [ended, current]) {
      signWith(key)
      await keepLog(product.payload)
    }
    const listed = (await delivery.get('/v1/keys')).text
    signWith(ended)
    const id = await makeLive(product, people)
    await keepLog(product.payload)
    expect(logOf(await portraitOf(id))).toMatchObject({ key: null, signature: 'pending' })
    expect((await delivery.get('/v1/keys')).text).toBe(listed)
    expect(await faults()).toEqual(['signing key'])
    signWith(current)
    await keepLog(product.payload)
    expect(await faults()).toEqual([])
    expect(logOf(await portraitOf(id))?.key).toBe(`log.example/test+${current?.id ?? ''}`)
    expect(await isVerified(id)).toEqual({
      isVerified: true,
      problems: [],
      referenceData: 'asPublished',
      redactedAt: null,
    })
    await nothingIsWrong()
  })
})

describe('another PAYLOAD_SECRET', () => {
  it('forges no receipt, and leaves people their pseudonyms', async () => {
    const { payload } = product
    const { secret } = payload
    const before = await makeLive(product, people)
    await keepLog(payload)
    payload.secret = `${secret}, changed`
    try {
      await putKeys(product.sql, payload.secret)
      await nothingIsWrong()
      const after = await makeLive(product, {
        author: await signInAgain(people.author),
        editor: await signInAgain(people.editor),
      })
      const [approval] = approvalsOf(await portraitOf(after))
      expect(approval?.person).toMatch(/^[\w-]{22}$/)
      expect(approval?.person).toBe(approvalsOf(await portraitOf(before))[0]?.person)
    } finally {
      payload.secret = secret
      await putKeys(product.sql, secret)
    }
  })
})

describe('texts from before there was a log', () => {
  it('get leaves in the order of the feed, which is no news of them', async () => {
    const ids = [await makeLive(product, people), await makeLive(product, people)]
    await keepLog(product.payload)
    // As the version before wrote them.
    await product.sql.query('SET session_replication_role = replica')
    await product.sql.query('DELETE FROM log_leaves')
    await product.sql.query('DELETE FROM delivery.log_checkpoints')
    await product.sql.query('DELETE FROM delivery.log_nodes')
    await product.sql.query(
      `UPDATE delivery.documents SET shape = 'older',
         content = (content::jsonb #- '{receipt,log}' #- '{receipt,approvals,0,person}')::json`,
    )
    await product.sql.query(`UPDATE delivery.portraits SET fresh_until = '-infinity'`)
    await product.sql.query('SET session_replication_role = origin')
    await nothingIsWrong()
    expect(logOf(await portraitOf(ids[0] ?? ''))).toBeNull()
    const before = await feed()
    await reshapeDelivered(product.payload)
    await keepLog(product.payload)
    while ((await prerenderStalePortraits(product.payload)) > 0);
    const { rows } = await product.sql.query<{ document: string }>(
      'SELECT document FROM log_leaves ORDER BY index',
    )
    const order = before.flatMap(({ document }) => document ?? [])
    expect(rows.map(({ document }) => document)).toEqual(
      [...new Set(order.toReversed())].toReversed(),
    )
    expect(await feed()).toEqual([...before, { reason: 'reshaped', document: null }])
    for (const id of ids) expect(await isVerified(id)).toMatchObject({ isVerified: true })
    await nothingIsWrong()
  })
  it('get theirs though one of them fails, which is said at the end', async () => {
    const [failing = '', other = ''] = [
      await makeLive(product, people),
      await makeLive(product, people),
    ]
    await keepLog(product.payload)
    const unguarded = async (...statements: string[]) => {
      await product.sql.query('SET session_replication_role = replica')
      for (const statement of statements) await product.sql.query(statement)
      await product.sql.query('SET session_replication_role = origin')
    }
    await unguarded(
      'DELETE FROM log_leaves',
      'DELETE FROM delivery.log_checkpoints',
      'DELETE FROM delivery.log_nodes',
      `UPDATE delivery.documents SET shape = 'older'`,
      `UPDATE workflow_states SET live_published_at = 'infinity' WHERE id = '${failing}'`,
    )
    await expect(reshapeDelivered(product.payload)).rejects.toThrow()
    const { rows } = await product.sql.query<{ document: string; shape: string }>(
      `SELECT document::text, shape FROM log_leaves l JOIN delivery.documents d ON d.id = l.document
       WHERE document IN ($1, $2)`,
      [failing, other],
    )
    expect(rows.map(({ document }) => document)).toEqual([other])
    expect(rows[0]?.shape).not.toBe('older')
    await unguarded(
      `UPDATE workflow_states SET live_published_at =
         (SELECT published_at FROM delivery.documents WHERE id = '${failing}') WHERE id = '${failing}'`,
    )
    await reshapeDelivered(product.payload)
    await keepLog(product.payload)
    while ((await prerenderStalePortraits(product.payload)) > 0);
    expect(await isVerified(failing)).toMatchObject({ isVerified: true })
    await nothingIsWrong()
  })
})
