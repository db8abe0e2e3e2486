import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launcher } from '#server/launcher.ts'
import { childEnvironment } from '#server/configuration/environment.ts'
import { makeLive, transition, writeSection } from '#support/factories.ts'
import { exitOf } from '#support/installation.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

// All that the worker does, by the worker itself, with the rights that it has in the database: whatever it
// may not, it would say.

let product: Product
let author: SignedIn
let editor: SignedIn
let admin: SignedIn

beforeAll(async () => {
  product = await startProduct()
  author = await product.signIn('author')
  editor = await product.signIn('editor')
  admin = await product.signIn('admin')
})
afterAll(() => product.close())

const step = async (person: SignedIn, id: string, body: Record<string, unknown>) => {
  const answer = await transition(product, person, id, body)
  expect(answer.status, answer.text).toBe(200)
}

const approved = async (): Promise<string> => {
  const id = await writeSection(product, author)
  await step(author, id, { transition: 'submit' })
  await step(editor, id, { transition: 'approve' })
  return id
}

/** Everything that waits for the worker, made to be due. */
const makeWork = async () => {
  const date = new Date(Date.now() + 86_400_000).toISOString()
  const toPublish = await approved()
  await step(editor, toPublish, { transition: 'schedule', publishAt: date })
  const toEnd = await makeLive(product, { author, editor })
  await step(editor, toEnd, { transition: 'schedule', unpublishAt: date })
  const live = await makeLive(product, { author, editor })
  const lapsed = await makeLive(product, { author, editor })
  const trashed = await writeSection(product, author)
  const removed = await product.call('DELETE', `/regional-sections/${trashed}`, author)
  expect(removed.status, removed.text).toBe(200)
  const claimed = await writeSection(product, author)
  await step(author, claimed, { transition: 'submit' })
  const claim = await product.call('POST', `/regional-sections/${claimed}/workflow/claim`, {
    ...editor,
    body: {},
  })
  expect(claim.status, claim.text).toBe(200)
  const preview = await product.call('POST', `/regional-sections/${claimed}/preview`, {
    ...editor,
    body: {},
  })
  expect(preview.status, preview.text).toBeLessThan(300)
  const site = await product.makeSite()
  const hook = await product.call('POST', `/sites/${site.id}/webhooks`, {
    ...admin,
    body: { url: 'https://example.org/hook' },
  })
  expect(hook.status, hook.text).toBeLessThan(300)
  for (const text of [
    `UPDATE webhooks SET url = 'http://127.0.0.1:9/hook'`,
    `UPDATE workflow_plans SET due_at = now() - interval '1 s'`,
    `UPDATE workflow_trash SET expires_at = now() - interval '1 s'`,
    `UPDATE workflow_claims SET until = now() - interval '1 s'`,
    `UPDATE preview_tokens SET expires_at = now() - interval '1 s'`,
    `UPDATE preview_texts SET expires_at = now() - interval '1 s'`,
    `INSERT INTO workflow_assignments (document, document_collection, assigned_by, author, due_at)
     VALUES ('${claimed}', 'regional-sections', '${editor.id}', '${author.id}', now() - interval '1 hour')
     ON CONFLICT (document) DO UPDATE SET due_at = EXCLUDED.due_at`,
    `UPDATE delivery.documents SET lapses_after = current_date - 5 WHERE id = '${lapsed}'`,
    `UPDATE delivery.documents SET shape = 'of another version', is_in_lexicon = false WHERE id = '${live}'`,
    `UPDATE delivery.portraits SET fresh_until = '-infinity'`,
    `INSERT INTO workflow_texts (document, digest, document_collection, content, written_at)
     VALUES ('${live}', 'old', 'regional-sections', '{}', now() - interval '2 years')`,
  ]) {
    await product.sql.query(text)
  }
  return { toPublish, toEnd, live, lapsed, trashed }
}

describe('the worker', () => {
  it('may do all its work, and says of none that it may not', async () => {
    const { toPublish, toEnd, live, lapsed, trashed } = await makeWork()
    const worker = spawn(process.execPath, [launcher, 'src/server/worker.ts'], {
      env: childEnvironment({
        NODE_ENV: 'production',
        DATABASE_URL: product.addresses.worker,
        PAYLOAD_SECRET: 'a secret for the tests only',
        WEBHOOKS_ALLOW_PRIVATE: 'on',
        LOG_LEVEL: 'info',
      }),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [worker.stdout, worker.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => (said += chunk))
    }
    const isDone = `SELECT
      (SELECT count(*)::int FROM workflow_plans WHERE status = 'done') AS plans,
      (SELECT stage::text FROM workflow_states WHERE id = '${toPublish}') AS published,
      (SELECT stage::text FROM workflow_states WHERE id = '${toEnd}') AS ended,
      (SELECT count(*)::int FROM workflow_trash WHERE document = '${trashed}') AS trash,
      (SELECT count(*)::int FROM workflow_claims) AS claims,
      (SELECT count(*)::int FROM preview_tokens) + (SELECT count(*)::int FROM preview_texts) AS previews,
      (SELECT count(*)::int FROM workflow_assignments WHERE reminded_at IS NOT NULL) AS reminded,
      (SELECT count(*)::int FROM delivery.documents WHERE lapses_after IS NOT NULL AND id = '${lapsed}') AS lapses,
      (SELECT shape <> 'of another version' AND is_in_lexicon FROM delivery.documents WHERE id = '${live}') AS shaped,
      (SELECT count(*)::int FROM delivery.portraits WHERE fresh_until = '-infinity') AS stale,
      (SELECT count(*)::int FROM workflow_texts WHERE digest = 'old') AS texts,
      (SELECT count(*) > 0 FROM workflow_anchors) AS anchored,
      (SELECT count(*) > 0 FROM webhook_deliveries WHERE attempts > 0) AS webhooks,
      (SELECT count(*)::int FROM notification_mails WHERE status = 'pending' AND next_attempt_at < now()) AS mails`
    try {
      await expect
        .poll(async () => (await product.sql.query(isDone)).rows[0] as unknown, { interval: 500 })
        .toEqual({
          plans: 2,
          published: 'live',
          ended: expect.stringMatching(/draft|approved/) as string,
          trash: 0,
          claims: 0,
          previews: 0,
          reminded: 1,
          lapses: 0,
          shaped: true,
          stale: 0,
          texts: 0,
          anchored: true,
          webhooks: true,
          mails: 0,
        })
    } finally {
      worker.kill('SIGTERM')
      await exitOf(worker)
    }
    expect(said).not.toMatch(/permission denied|failed; it is tried again/)
    // Who approved is called in the receipt as the key says that the worker does not see.
    const { rows } = await product.sql.query<{ person: string; key: Buffer }>(
      `SELECT content #>> '{receipt,approvals,0,person}' AS person, key
       FROM delivery.documents, pseudonym_keys WHERE id = $1`,
      [toPublish],
    )
    const { person, key = Buffer.alloc(0) } = rows[0] ?? {}
    expect(person).toBe(
      createHmac('sha256', key).update(editor.id).digest('base64url').slice(0, 22),
    )
  }, 120_000)

  it('ends where its role may do more, or less', async () => {
    const run = async (address: string) => {
      const worker = spawn(process.execPath, [launcher, 'src/server/worker.ts'], {
        env: childEnvironment({
          NODE_ENV: 'production',
          DATABASE_URL: address,
          PAYLOAD_SECRET: 'a secret for the tests only',
          LOG_LEVEL: 'fatal',
        }),
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      let said = ''
      worker.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk))
      return { status: await exitOf(worker), said }
    }
    const owner = await run(product.databaseUrl)
    expect(owner).toMatchObject({ status: 1 })
    expect(owner.said).toContain('who may do more than a server may')
  })
})
