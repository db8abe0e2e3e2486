import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '#audit/verify.ts'
import { runDuePlans } from '#planning/run.ts'
import { serverRoles, type ServerRole } from '#server/roles/grants.ts'
import { writeSection } from '#support/factories.ts'
import { deedsIn, openNewsroom, type Newsroom } from '#support/newsroom.ts'

// SQL in a server's name says that a text has what it was asked for, which nobody has given; then the product
// itself carries out the plan.

let room: Newsroom
beforeAll(async () => {
  room = await openNewsroom()
})
afterAll(() => room.product.close())

const headlineFirst = 'Wie es zuerst hieß'
const { step, seen, ask, workflow, edit } = deedsIn(() => room)

/** A text in review that has one approval, and lacks what else it is asked for. */
const lacking: Readonly<Record<string, () => Promise<string>>> = {
  'a second approval': async () => {
    await ask(2)
    return approvedOnce()
  },
  'a sign-off': async () => {
    await ask(1, null, ['legal'])
    return approvedOnce()
  },
  'a second approval, where one was enough in the round before': async () => {
    await ask(1)
    const id = await approvedOnce()
    await goBack(id)
    await ask(2)
    return approvedOnce(id)
  },
  'a sign-off, where none was asked for in the round before': async () => {
    await ask(1)
    const id = await approvedOnce()
    await goBack(id)
    await ask(1, null, ['legal'])
    return approvedOnce(id)
  },
  'a sign-off, where none was asked for by an approval that was taken back': async () => {
    await ask(1)
    const id = await approvedOnce()
    await step(id, room.one, 'revokeApproval', { comment: 'Noch einmal.' })
    await ask(1, null, ['legal'])
    await step(id, room.one, 'approve')
    return id
  },
}

/** The same text, as a draft again. */
const goBack = async (id: string) => {
  for (const headline of ['Anders', headlineFirst]) await edit(id, room.author, headline)
}

const approvedOnce = async (known?: string) => {
  const id = known ?? (await writeSection(room.product, room.author, { headline: headlineFirst }))
  await step(id, room.author, 'submit')
  await step(id, room.one, 'approve')
  return id
}

const values = `'workflow', document_collection, id::text, 'approve', 'in_review', 'approved', digest, $2,
  jsonb_build_object('required', 1, 'signOffs', '{}'::jsonb, 'round', round) FROM workflow_states WHERE id = $1`
const columns =
  'kind, document_collection, document, transition, from_stage, to_stage, digest, actor, data'

/** What is said of it, without a proof. */
const sayings: Readonly<Record<string, string | null>> = {
  nothing: null,
  'an event': `INSERT INTO workflow_events (${columns}) SELECT ${values}`,
  'an event that wants to be older than all proofs': `INSERT INTO workflow_events (sequence, ${columns})
     OVERRIDING SYSTEM VALUE SELECT -1, ${values}`,
}

/** All that a server may write, so that the product finds a plan that is due. */
const schedule = async (role: ServerRole, id: string, saying: string | null) => {
  const client = await room.product.connect(role)
  try {
    if (saying !== null) {
      await expect(client.query(saying, [id, room.one.id])).rejects.toThrow('through the product')
      // Whoever owns the database may say so; it counts for nothing all the same.
      await room.product.sql.query(saying, [id, room.one.id])
    }
    await client.query('BEGIN')
    await client.query(
      `INSERT INTO workflow_plans (document_collection, document, action, due_at, digest, round,
         approvals, planned_by, planned_by_name)
       SELECT document_collection, id::text, 'publish', now() - interval '1 s', digest, round,
         (SELECT jsonb_agg(a.id) FROM workflow_approvals a WHERE a.document = s.id::text
          AND a.round = s.round AND NOT EXISTS (
            SELECT FROM workflow_revocations r WHERE r.approval = a.id)), $2, 'x'
       FROM workflow_states s WHERE id = $1`,
      [id, room.two.id],
    )
    await client.query(`UPDATE workflow_states SET stage = 'scheduled' WHERE id = $1`, [id])
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}

describe.each(serverRoles)('SQL as the %s', (role) => {
  it.each(Object.keys(lacking).flatMap((lack) => Object.keys(sayings).map((said) => [lack, said])))(
    'brings nothing live that lacks %s, by %s',
    async (lack = '', said = '') => {
      const id = (await lacking[lack]?.()) ?? ''
      expect((await workflow(id)).get('state')).toBe('in_review')
      await schedule(role, id, sayings[said] ?? null)
      expect(await runDuePlans(room.product.payload)).toBe(1)
      expect(await seen(id)).toBe(404)
      const after = await workflow(id)
      expect(after.get('events.0')).toMatchObject({ transition: 'planFailed' })
      expect(after.get('events.0.comment')).toContain('no valid approval')
    },
  )
})

describe('audit:verify', () => {
  it.each([
    ['', ''],
    ['OVERRIDING SYSTEM VALUE', '-1'],
  ])('names the steps that nobody proved: %s', async (overriding, number) => {
    const { product, author } = room
    const id = await writeSection(product, author)
    const named = async () =>
      (await verifyAudit(product.payload)).problems.filter(({ where }) => where.includes(id))
    expect(await named()).toEqual([])
    await product.sql.query(
      `INSERT INTO workflow_events (document_collection, document, transition${number && ', sequence'})
       ${overriding} VALUES ('regional-sections', $1, 'look'${number && `, ${number}`})`,
      [id],
    )
    const found = await named()
    expect(found.map(({ problem }) => problem)).toEqual(['It has no proof.'])
  })
})

describe('an event', () => {
  const attempt = async (changed: { from?: string; data?: string }) => {
    const { product } = room
    const said = { from: 'in_review', data: '{"required": 2, "signOffs": {"legal": "ä\\n"}}' }
    const insert = (from: string, data: string) =>
      product.sql.query(
        `INSERT INTO workflow_events (id, document_collection, document, transition, from_stage,
           to_stage, digest, data, proof)
         SELECT id, 'regional-sections', id::text, 'approve', $1::text, 'approved', 'x', $2::jsonb,
           guard.proof_of('event', id::text, 'workflow', 'regional-sections', id::text, 'approve',
             $3::text, 'approved', 'x', NULL, $4::jsonb::text) FROM gen_random_uuid() id`,
        [from, data, said.from, said.data],
      )
    await product.sql.query('BEGIN')
    try {
      await insert(changed.from ?? said.from, changed.data ?? said.data)
      return null
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    } finally {
      await product.sql.query('ROLLBACK')
    }
  }

  it.each([
    [{}, null],
    [{ data: '{"signOffs":{"legal":"ä\\n"},"required":2}' }, null],
    [{ data: '{"required": 1, "signOffs": {"legal": "ä\\n"}}' }, 'of another one'],
    [{ data: '{"required": 2, "signOffs": {}}' }, 'of another one'],
    [{ data: 'null' }, 'of another one'],
    [{ from: 'draft' }, 'of another one'],
  ])('is taken with what was proved of it, and nothing else: %j', async (changed, refusal) => {
    if (refusal === null) expect(await attempt(changed)).toBeNull()
    else expect(await attempt(changed)).toContain(refusal)
  })
})
