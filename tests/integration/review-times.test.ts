import { performance } from 'node:perf_hooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeLive, transition, writeSection } from '#support/factories.ts'
import { letDueDatePass } from '#support/due-dates.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

describe('review times', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
  })
  afterAll(() => product.close())

  const report = (query = '') => product.call('GET', `/workflow-report${query}`, editor)
  const stage = (body: unknown, name: string) =>
    (body as { stages: { stage: string }[] }).stages.find((entry) => entry.stage === name)

  it('tell how long a text stayed in each stage, by desk and by person', async () => {
    const id = await makeLive(product, { author, editor })
    await product.sql.query(
      `UPDATE workflow_stage_times SET entered_at = left_at - interval '3 hours'
       WHERE document = $1 AND stage = 'in_review'`,
      [id],
    )
    const region = await product.call('GET', `/regional-sections/${id}?depth=0`, editor)
    const desk = await product.payload.create({
      collection: 'desks',
      data: { name: 'Rheinland', regions: [String(region.get('region'))] },
      overrideAccess: true,
    })
    const answer = await report()
    expect(answer.status, answer.text).toBe(200)
    expect(stage(answer.body, 'in_review')).toMatchObject({ stays: 1, medianHours: 3, p90Hours: 3 })
    expect(answer.get('byDesk')).toContainEqual(
      expect.objectContaining({ desk: desk.id, stage: 'in_review', medianHours: 3 }),
    )
    expect(answer.get('byPerson')).toContainEqual(
      expect.objectContaining({ person: editor.id, stage: 'in_review', stays: 1 }),
    )
    expect((await report(`?desk=${desk.id}`)).get('stages')).toHaveLength(3)
    const nobody = '00000000-0000-4000-8000-000000000000'
    expect((await report(`?person=${nobody}`)).get('stages')).toEqual([])
    expect((await report('?to=2020-01-01T00:00Z')).get('stages')).toEqual([])
    expect((await report('?collection=career-profiles')).get('stages')).toEqual([])
  })

  it('count the cycles of a document, and what is late', async () => {
    const id = await writeSection(product, author)
    for (const step of [
      [author, 'submit'],
      [editor, 'requestChanges'],
      [author, 'submit'],
      [editor, 'requestChanges'],
    ] as const) {
      await transition(product, step[0], id, { transition: step[1], comment: 'Bitte kürzen.' })
    }
    await product.call('PATCH', `/regional-sections/${id}/workflow/assignment`, {
      ...editor,
      body: { reviewer: editor.id },
    })
    await letDueDatePass(product, id, '2026-01-01T07:00Z')
    const answer = await report()
    expect(answer.get('cycles.bySubmits.2')).toBe(1)
    expect(answer.get('overdue')).toMatchObject({
      documents: 1,
      first: [{ document: id, stage: 'changes_requested', reviewer: editor.id }],
    })
    expect(answer.get('open')).toContainEqual(
      expect.objectContaining({ stage: 'changes_requested', documents: 1 }),
    )
  })

  it('are for editors, and say what is wrong with a question', async () => {
    expect((await product.call('GET', '/workflow-report', author)).status).toBe(403)
    expect((await product.call('GET', '/workflow-report')).status).toBe(401)
    const wrong = await report('?from=2026-05-01T00:00Z&to=2026-04-01T00:00Z&')
    expect(wrong.status).toBe(400)
    expect((await report('?until=now')).get('error.details.0.path')).toBe('until')
  })

  it('are there at once for 100,000 documents, also on a busy machine', async () => {
    await product.sql.query(`
      INSERT INTO workflow_stage_times
        (document_collection, document, stage, entered_at, entered_by, left_at, left_by, left_for)
      SELECT 'regional-sections', 'document-' || d, stage, at, 'a', at + interval '2 hours', 'b', 'x'
      FROM generate_series(1, 100000) d,
           unnest(ARRAY['draft', 'in_review', 'changes_requested', 'in_review', 'approved']) stage,
           LATERAL (SELECT now() - random() * interval '80 days' AS at) t`)
    await product.sql.query('ANALYZE workflow_stage_times')
    const began = performance.now()
    const answer = await report()
    const seconds = (performance.now() - began) / 1000
    console.log(`review times of 100,000 documents: ${seconds.toFixed(2)} s`)
    expect(answer.get('cycles.documents')).toBeGreaterThan(100_000)
    expect(seconds).toBeLessThan(5)
  })
})
