import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLocalReq } from 'payload'
import { readReport } from '#newsroom/reports/report.ts'
import { makeLive, transition, writeSection } from '#support/factories.ts'
import { changeReference } from '#support/reference.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

describe('the reports of the newsroom', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
  })
  afterAll(() => product.close())

  const reportFor = async ({ id }: SignedIn) => {
    const user = await product.payload.findByID({ collection: 'users', id, overrideAccess: true })
    const req = await createLocalReq({ user: { ...user, collection: 'users' } }, product.payload)
    return readReport(req, 13)
  }
  const lastOf = async () => (await reportFor(editor)).live.at(-1)?.documents
  /** Moves the releases of a text back in time, past the trigger that keeps them as they are. */
  const age = async (document: string, days: number) => {
    await product.sql.query('SET session_replication_role = replica')
    await product.sql.query(
      `UPDATE delivery.releases SET at = now() - make_interval(days => $2) WHERE document = $1`,
      [document, days],
    )
    await product.sql.query('RESET session_replication_role')
  }

  it('count what was live week by week, with what was taken down', async () => {
    const before = (await lastOf()) ?? 0
    const stays = await makeLive(product, { author, editor })
    const goes = await makeLive(product, { author, editor })
    await age(stays, 20)
    await age(goes, 20)
    expect(await lastOf()).toBe(before + 2)
    const down = await transition(product, editor, goes, { transition: 'unpublish', comment: 'x' })
    expect(down.status, down.text).toBe(200)
    const { live } = await reportFor(editor)
    expect(live).toHaveLength(14)
    // 21 and 14 days ago, 7 days ago, now.
    expect(live.slice(-4).map(({ documents }) => documents - before)).toEqual([0, 2, 2, 1])
  })

  it('say how long texts stayed in each stage', async () => {
    const { stages } = await reportFor(editor)
    expect(stages.map(({ stage }) => stage)).toEqual(expect.arrayContaining(['draft', 'in_review']))
  })

  it('say what is covered of each Land, regions without one among them', async () => {
    const live = await makeLive(product, { author, editor })
    await writeSection(product, author)
    const { body } = await product.call('GET', `/regional-sections/${live}?depth=0`, editor)
    const region = String((body as { region: string }).region)
    await changeReference(product, {
      collection: 'regions',
      id: region,
      data: { ags: '05316000' },
    })
    const { laender } = await reportFor(editor)
    expect(laender.find(({ land }) => land === '05')).toMatchObject({ live: 1, inWork: 0 })
    const none = laender.find(({ land }) => land === null)
    expect(none?.inWork).toBeGreaterThan(0)
    expect(none?.pairs).toBeGreaterThan(none?.live ?? 0)
  })

  it('are for editors, not for authors', async () => {
    await expect(reportFor(author)).rejects.toMatchObject({ status: 403 })
    const nobody = await createLocalReq({}, product.payload)
    await expect(readReport(nobody, 13)).rejects.toMatchObject({ status: 401 })
  })
})
