import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digestVersion1Of } from '#portrait/digest-v1.ts'
import { transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { deleteOldTexts } from '#editorial/texts-by-digest.ts'

let product: Product
let author: SignedIn
let first: SignedIn
let second: SignedIn

beforeAll(async () => {
  product = await startProduct()
  author = await product.signIn('author')
  first = await product.signIn('editor')
  second = await product.signIn('editor')
})
afterAll(() => product.close())

const write = async (person: SignedIn, id: string, headline: string) => {
  const answer = await product.call('PATCH', `/regional-sections/${id}`, {
    ...person,
    body: { headline },
  })
  expect(answer.status, answer.text).toBe(200)
}
const contributorsOf = async (id: string) => {
  const { rows } = await product.sql.query<{ contributors: string[] }>(
    'SELECT contributors FROM workflow_states WHERE id = $1',
    [id],
  )
  return [...(rows[0]?.contributors ?? [])].sort()
}
/** As if the round so far had ended: an approval asks no longer who wrote before it. */
const beginAnew = (id: string) =>
  product.sql.query(`UPDATE workflow_states SET contributors = '[]' WHERE id = $1`, [id])

describe('words that come back', () => {
  it('are those of everybody who ever wrote them', async () => {
    const id = await writeSection(product, author, { headline: 'Von der Autorin' })
    await write(first, id, 'Dazwischen')
    // Somebody else writes the same: the first writer is not forgotten for it.
    await write(first, id, 'Von der Autorin')
    await beginAnew(id)
    await write(second, id, 'Etwas anderes')
    await write(second, id, 'Von der Autorin')
    expect(await contributorsOf(id)).toEqual([author.id, first.id, second.id].sort())
    await transition(product, author, id, { transition: 'submit' })
    const refused = await transition(product, first, id, { transition: 'approve' })
    expect(refused.status).toBe(403)
  })

  it('are so still when the text itself is kept no longer', async () => {
    const id = await writeSection(product, author, { headline: 'Lange her' })
    await write(first, id, 'Etwas anderes')
    await beginAnew(id)
    await product.sql.query(
      `UPDATE workflow_texts SET written_at = now() - interval '2 years' WHERE document = $1`,
      [id],
    )
    expect(await deleteOldTexts(await createLocalReq({}, product.payload), 365)).toBe(1)
    await write(second, id, 'Lange her')
    expect(await contributorsOf(id)).toEqual([author.id, second.id].sort())
  })

  it('are so under whatever version of the digest they were written', async () => {
    const id = await writeSection(product, author, { headline: 'Unter altem Digest' })
    const { body } = await product.call(
      'GET',
      `/regional-sections/${id}?draft=true&depth=0`,
      author,
    )
    const old = digestVersion1Of(Object.assign({}, body))
    for (const statement of [
      'UPDATE workflow_texts SET digest = $2 WHERE document = $1',
      'UPDATE workflow_text_writers SET digest = $2 WHERE document = $1',
      'UPDATE workflow_states SET digest = $2 WHERE id = $1',
      'UPDATE regional_sections SET digest = $2 WHERE id = $1',
      'UPDATE _regional_sections_v SET version_digest = $2 WHERE parent_id = $1',
    ]) {
      await product.sql.query(statement, [id, old])
    }
    await write(first, id, 'Etwas anderes')
    await beginAnew(id)
    await write(second, id, 'Unter altem Digest')
    expect(await contributorsOf(id)).toEqual([author.id, second.id].sort())
  })

  it('are nobody’s when their text is deleted for good', async () => {
    const id = await writeSection(product, author)
    await product.call('DELETE', `/regional-sections/${id}`, second)
    await product.call('DELETE', `/regional-sections/trash/${id}`, second)
    const { rows } = await product.sql.query(
      'SELECT FROM workflow_text_writers WHERE document = $1',
      [id],
    )
    expect(rows).toEqual([])
  })
})
