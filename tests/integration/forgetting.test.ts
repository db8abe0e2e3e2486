import { afterAll, beforeAll, expect, it } from 'vitest'
import { publish, transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

// A text that is deleted is gone from every table but the record of what happened, also from those that
// come later: the database is asked which there are.

const record = [
  'delivery.releases',
  'log_leaves',
  'notifications',
  'workflow_approvals',
  'workflow_events',
  'workflow_stage_times',
]

let product: Product
let author: SignedIn
let editor: SignedIn

beforeAll(async () => {
  product = await startProduct()
  author = await product.signIn('author')
  editor = await product.signIn('editor')
})
afterAll(() => product.close())

/** The tables that hold something of a document. */
async function tablesWith(id: string): Promise<string[]> {
  const { rows: columns } = await product.sql.query<{ table: string; column: string }>(
    `SELECT c.oid::regclass::text AS table, quote_ident(a.attname) AS column
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relkind = 'r' AND c.relnamespace IN ('public'::regnamespace, 'delivery'::regnamespace)
       AND a.attname IN ('document', 'parent', '_parent_id', 'parent_id', 'id')
     ORDER BY 1`,
  )
  const found = new Set<string>()
  for (const { table, column } of columns) {
    const { rowCount } = await product.sql.query(
      `SELECT FROM ${table} WHERE ${column}::text = $1 LIMIT 1`,
      [id],
    )
    if (rowCount === 1) found.add(table)
  }
  return [...found]
}

it('takes everything with it that was kept of a text', async () => {
  const id = await writeSection(product, author)
  const path = `/regional-sections/${id}/workflow`
  await publish(product, { author, editor }, id)
  const unpublishAt = new Date(Date.now() + 86_400_000).toISOString()
  await transition(product, editor, id, { transition: 'schedule', unpublishAt })
  await transition(product, editor, id, { transition: 'unpublish' })
  await transition(product, author, id, { transition: 'submit' })
  const link = await product.call('POST', `${path}/expert-links`, { ...editor, body: {} })
  await product.call('POST', `/expert-review/${String(link.get('token'))}`, {
    body: { name: 'Fachfrau', opinion: 'agree', comments: [{ body: 'Gut.', on: {} }] },
  })
  for (const [method, where, body] of [
    ['POST', 'comments', { body: 'Und hier?' }],
    ['PATCH', 'assignment', { reviewer: editor.id }],
    ['POST', 'claim', {}],
  ] as const) {
    const answer = await product.call(method, `${path}/${where}`, { ...editor, body })
    expect(answer.status, answer.text).toBeLessThan(300)
  }
  expect(await tablesWith(id)).toEqual([
    '_regional_sections_v',
    'delivery.releases',
    'expert_links',
    'expert_opinions',
    'log_leaves',
    'newsroom_texts',
    'notifications',
    'regional_sections',
    'regional_sections_salary_figures',
    'regional_sections_sections',
    'workflow_approvals',
    'workflow_assignments',
    'workflow_claims',
    'workflow_comments',
    'workflow_events',
    'workflow_plans',
    'workflow_stage_times',
    'workflow_states',
    'workflow_text_writers',
    'workflow_texts',
  ])
  const admin = await product.signIn('admin')
  const deleted = await product.call('DELETE', `/regional-sections/${id}`, admin)
  expect(deleted.status, deleted.text).toBe(200)
  expect(await tablesWith(id)).toEqual(record)
  const { rows } = await product.sql.query(
    'SELECT transition, from_stage, actor FROM workflow_events WHERE document = $1 ORDER BY sequence DESC LIMIT 1',
    [id],
  )
  expect(rows).toEqual([{ transition: 'delete', from_stage: 'in_review', actor: admin.id }])
})
