import { describe, expect, it } from 'vitest'
import { batchesOf, outcomesOf, type BulkText } from '#admin/bulk/batches.ts'

const text = (id: string, collection: BulkText['collection'] = 'regional-sections'): BulkText => ({
  id,
  collection,
  title: id,
  digest: `digest of ${id}`,
})

describe('a step on many texts', () => {
  it('is sent for one collection at a time, twenty texts a request, each with its digest', () => {
    const texts = [
      text('p', 'career-profiles'),
      ...Array.from({ length: 41 }, (_, index) => text(String(index))),
    ]
    const batches = batchesOf(texts)
    expect(batches.map(({ collection, ids }) => [collection, ids.length])).toEqual([
      ['career-profiles', 1],
      ['regional-sections', 20],
      ['regional-sections', 20],
      ['regional-sections', 1],
    ])
    expect(batches.flatMap(({ ids }) => ids).sort()).toEqual(texts.map(({ id }) => id).sort())
    for (const { ids, expectedDigests } of batches) {
      expect(expectedDigests).toEqual(Object.fromEntries(ids.map((id) => [id, `digest of ${id}`])))
    }
    expect(batchesOf([])).toEqual([])
  })

  it('tells of each text whether it was taken, and why not', () => {
    const [batch] = batchesOf([text('a'), text('b')])
    if (!batch) throw new Error('There is a batch.')
    const error = {
      code: 'checks',
      message: 'Es fehlt etwas.',
      details: [{ path: 'intro', reason: 'Zu kurz.' }],
    }
    expect(
      outcomesOf(batch, {
        ok: true,
        body: {
          results: [
            { id: 'a', ok: true, state: 'live', digest: 'd' },
            { id: 'b', ok: false, status: 422, error },
          ],
        },
      }),
    ).toEqual([
      ['a', { ok: true, state: 'live' }],
      ['b', { ok: false, message: 'Es fehlt etwas. Zu kurz.' }],
    ])
  })

  it('was taken on no text of a request that was not answered', () => {
    const [batch] = batchesOf([text('a'), text('b')])
    if (!batch) throw new Error('There is a batch.')
    expect(outcomesOf(batch, { ok: false, message: 'Kein Netz.' })).toEqual([
      ['a', { ok: false, message: 'Kein Netz.' }],
      ['b', { ok: false, message: 'Kein Netz.' }],
    ])
  })
})
