import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { padsOf, prove, type Proved } from '#database/proofs.ts'
import { migrate } from '#server/migrate.ts'
import { transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

// What the functions ask for that alone write approvals and sign-offs: the product's word, and a session of
// whoever signs.

let product: Product
let author: SignedIn
let editor: SignedIn
let other: SignedIn

beforeAll(async () => {
  product = await startProduct()
  author = await product.signIn('author')
  editor = await product.signIn('editor')
  other = await product.signIn('editor')
})
afterAll(() => product.close())

const sessionOf = async (person: SignedIn): Promise<string> => {
  const { rows } = await product.sql.query<{ id: string }>(
    'SELECT id FROM users_sessions WHERE _parent_id = $1',
    [person.id],
  )
  return rows[0]?.id ?? ''
}

const submitted = async () => {
  const id = await writeSection(product, author)
  const answer = await transition(product, author, id, { transition: 'submit' })
  expect(answer.status, answer.text).toBe(200)
  return { id, digest: String(answer.get('digest')) }
}

/** Calls a function with a proof, and takes back what it did; gives why it was refused. */
const attempt = async (
  name: string,
  what: Proved,
  said: readonly (string | null)[],
  { proof = prove(product.payload.secret, what, said), before = 'SELECT 1' } = {},
): Promise<string | null> => {
  const values = [...said, proof]
  await product.sql.query('BEGIN')
  try {
    await product.sql.query(before)
    const places = values.map((_, index) => `$${String(index + 1)}`).join(', ')
    await product.sql.query(`SELECT ${name}(${places})`, values)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    await product.sql.query('ROLLBACK')
  }
}

/** An approval as the product says it. */
const approvalOf = async (
  person: SignedIn,
  { id, digest }: { id: string; digest: string },
  session?: string | null,
) => [
  randomUUID(),
  'regional-sections',
  id,
  digest,
  '1',
  person.id,
  session === undefined ? await sessionOf(person) : session,
  null,
  null,
  'facts',
  '1',
]

describe('a proof', () => {
  it.each([[[]], [['']], [[null]], [['Grüße', null, '1:a']], [['x'.repeat(1000)]]])(
    'is the same in the database and in the product: %j',
    async (said) => {
      const { rows } = await product.sql.query<{ proof: string }>(
        'SELECT guard.proof_of(VARIADIC $1::text[]) AS proof',
        [['event', ...said]],
      )
      expect(rows[0]?.proof).toBe(prove(product.payload.secret, 'event', said))
    },
  )

  it('is another of other words, for another purpose, and under another secret', () => {
    const proofs = [
      prove('one', 'event', ['a', 'b']),
      prove('one', 'event', ['ab']),
      prove('one', 'event', ['a', 'b', null]),
      prove('one', 'approval', ['a', 'b']),
      prove('other', 'event', ['a', 'b']),
    ]
    expect(new Set(proofs).size).toBe(proofs.length)
    expect(padsOf('one')).not.toEqual(padsOf('other'))
  })

  it('is asked for by the start: another secret is told, and known when the owner has said so', async () => {
    const { payload, addresses, databaseUrl } = product
    const { secret } = payload
    await migrate(payload, addresses.worker)
    payload.secret = 'another secret'
    try {
      await expect(migrate(payload, addresses.authoring)).rejects.toThrow('PAYLOAD_SECRET')
      await migrate(payload, databaseUrl, { mayChange: true })
      await migrate(payload, addresses.authoring)
    } finally {
      payload.secret = secret
      await migrate(payload, databaseUrl, { mayChange: true })
    }
  })

  it('goes with each event, of whatever kind', async () => {
    await submitted()
    const { rows } = await product.sql.query(
      'SELECT DISTINCT kind, proof IS NOT NULL AS "isProved" FROM workflow_events ORDER BY kind',
    )
    expect(rows).toContainEqual({ kind: 'workflow', isProved: true })
    expect(rows).toContainEqual({ kind: 'account', isProved: true })
    expect(rows).not.toContainEqual(expect.objectContaining({ isProved: false }))
  })

  it('of another event is refused', async () => {
    const { id, digest } = await submitted()
    const { rows } = await product.sql.query<{ proof: string }>(
      `SELECT proof FROM workflow_events WHERE document = $1 AND transition = 'submit'`,
      [id],
    )
    await expect(
      product.sql.query(
        `INSERT INTO workflow_events (document_collection, document, transition, to_stage, digest, proof)
         VALUES ('regional-sections', $1, 'publish', 'live', $2, $3)`,
        [id, digest, rows[0]?.proof],
      ),
    ).rejects.toThrow('of another one')
  })
})

describe('an approval', () => {
  it('is given with a session and the product’s word, once', async () => {
    const text = await submitted()
    const said = await approvalOf(editor, text)
    expect(await attempt('workflow_approve', 'approval', said)).toBeNull()
    const values = [...said, prove(product.payload.secret, 'approval', said)]
    const places = values.map((_, index) => `$${String(index + 1)}`).join(', ')
    await product.sql.query(`SELECT workflow_approve(${places})`, values)
    const { rows } = await product.sql.query(
      'SELECT approved_by_name, approved_as FROM workflow_approvals WHERE document = $1',
      [text.id],
    )
    expect(rows).toEqual([{ approved_by_name: editor.name, approved_as: 'editor' }])
    expect(await attempt('workflow_approve', 'approval', said)).toContain('duplicate key')
  })

  it.each([
    ['without the product’s word', 'through the product', { proof: 'f'.repeat(64) }],
    ['where the database has no key', 'through the product', { before: 'DELETE FROM guard.keys' }],
    [
      'after the session has ended',
      'signed in',
      { before: `UPDATE users_sessions SET expires_at = now() - interval '1 s'` },
    ],
    ['after signing out', 'signed in', { before: 'DELETE FROM users_sessions' }],
    ['by who has left', 'signed in', { before: 'UPDATE users SET deactivated_at = now()' }],
    ['by an author', 'does not approve', { before: `UPDATE users SET role = 'author'` }],
    [
      'by who wrote on the text',
      'contributed',
      { before: `UPDATE workflow_states SET contributors = '["EDITOR"]'` },
    ],
    ['of what is not in review', 'in review', { before: `UPDATE workflow_states SET round = 2` }],
  ])('is refused %s', async (_, reason, how) => {
    const text = await submitted()
    const said = await approvalOf(editor, text)
    const before = 'before' in how ? how.before.replace('EDITOR', editor.id) : undefined
    const tried = { ...how, ...(before !== undefined && { before }) }
    expect(await attempt('workflow_approve', 'approval', said, tried)).toContain(reason)
  })

  it.each([
    ['of somebody else', async () => sessionOf(other)],
    ['that nobody has', () => Promise.resolve(randomUUID())],
    ['that is none', () => Promise.resolve(null)],
  ])('is refused with a session %s', async (_, session) => {
    const said = await approvalOf(editor, await submitted(), await session())
    expect(await attempt('workflow_approve', 'approval', said)).toContain('signed in')
  })

  it('says nothing else than was proved, in any of its parts', async () => {
    const said = await approvalOf(editor, await submitted())
    const proof = prove(product.payload.secret, 'approval', said)
    for (const [index, part] of said.entries()) {
      const changed = said.with(index, index === 0 ? randomUUID() : `${part ?? ''}1`)
      const refusal = await attempt('workflow_approve', 'approval', changed, { proof })
      expect(refusal, String(index)).toContain('through the product')
    }
  })
})

describe('a sign-off', () => {
  const signOffOf = async ({ id, digest }: { id: string; digest: string }) => [
    randomUUID(),
    'regional-sections',
    id,
    'legal',
    'of the fields',
    digest,
    null,
    editor.id,
    await sessionOf(editor),
  ]

  it.each([
    [null, {}],
    ['through the product', { proof: 'f'.repeat(64) }],
    ['signed in', { before: 'DELETE FROM users_sessions' }],
    ['signed in', { before: 'UPDATE users SET deactivated_at = now()' }],
  ])('is given with a session and the product’s word: %s, %j', async (reason, how) => {
    const said = await signOffOf(await submitted())
    const refusal = await attempt('workflow_sign_off', 'signOff', said, how)
    if (reason === null) expect(refusal).toBeNull()
    else expect(refusal).toContain(reason)
  })

  it('of an expert is one who has agreed by a link', async () => {
    const said = await signOffOf(await submitted())
    const expert = said.with(7, `expert:${randomUUID()}`).with(8, 'Somebody')
    const refusal = await attempt('workflow_count_agreement', 'agreement', expert)
    expect(refusal).toContain('by a link')
    const unproved = await attempt('workflow_count_agreement', 'signOff', expert)
    expect(unproved).toContain('through the product')
  })
})
