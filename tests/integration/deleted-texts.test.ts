import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

// What was said of a text that is deleted is for editors: reasons, comments, names.

const reason = 'Der Betrieb heißt anders und will nicht genannt werden'

describe('what is on record of a deleted text', () => {
  let product: Product
  let author: SignedIn
  let other: SignedIn
  let editor: SignedIn
  let admin: SignedIn
  let deleted: string
  let present: string

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    other = await product.signIn('author')
    editor = await product.signIn('editor')
    admin = await product.signIn('admin')
    deleted = await reviewed()
    present = await reviewed()
    const answer = await product.call('DELETE', `/regional-sections/${deleted}`, editor)
    expect(answer.status, answer.text).toBe(200)
  })
  afterAll(() => product.close())

  const reviewed = async () => {
    const id = await writeSection(product, author)
    for (const [person, body] of [
      [author, { transition: 'submit' }],
      [editor, { transition: 'requestChanges', comment: reason }],
      [author, { transition: 'submit' }],
      [editor, { transition: 'approve', comment: reason }],
    ] as const) {
      const answer = await transition(product, person, id, body)
      expect(answer.status, answer.text).toBe(200)
    }
    return id
  }

  type Ask = (by: SignedIn, document: string) => Promise<string>
  const rest =
    (collection: string): Ask =>
    async (by, document) => {
      const where = `where[document][equals]=${document}`
      return (await product.call('GET', `/${collection}?${where}`, by)).text
    }
  const graphql =
    (name: string): Ask =>
    async (by, document) => {
      const where = `where: { document: { equals: "${document}" } }`
      const query = `{ ${name}(${where}) { docs { id document comment } } }`
      return (await product.graphql(query, by)).text
    }
  const doors: readonly [door: string, ask: Ask][] = [
    ['events over REST', rest('workflow-events')],
    ['events over GraphQL', graphql('WorkflowEvents')],
    ['approvals over REST', rest('workflow-approvals')],
    ['approvals over GraphQL', graphql('WorkflowApprovals')],
    [
      'one event by its id',
      async (by, document) => {
        const { rows } = await product.sql.query<{ id: string }>(
          `SELECT id FROM workflow_events WHERE document = $1 AND comment IS NOT NULL`,
          [document],
        )
        return (await product.call('GET', `/workflow-events/${rows[0]?.id ?? ''}`, by)).text
      },
    ],
    [
      'counted',
      async (by, document) => {
        const where = `where[document][equals]=${document}`
        const { text } = await product.call('GET', `/workflow-events/count?${where}`, by)
        return text.includes('"totalDocs":0') ? '' : reason
      },
    ],
  ]
  const foreignDoors: typeof doors = [
    ...doors,
    [
      'its workflow',
      async (by, id) => (await product.call('GET', `/regional-sections/${id}/workflow`, by)).text,
    ],
    [
      'its history',
      async (by, id) => (await product.call('GET', `/regional-sections/${id}/history`, by)).text,
    ],
    [
      'the inbox',
      async (by, id) => {
        const { entries } = (await product.call('GET', '/inbox?limit=100', by)).body as {
          entries: { document: string }[]
        }
        return JSON.stringify(entries.filter(({ document }) => document === id))
      },
    ],
    ['the record', async (by, id) => (await product.call('GET', `/audit?document=${id}`, by)).text],
  ]

  it.each(foreignDoors)('is not for its author or another one: %s', async (_, ask) => {
    for (const person of [author, other]) expect(await ask(person, deleted)).not.toContain(reason)
  })

  it.each(doors)('is for editors and the administration: %s', async (_, ask) => {
    for (const person of [editor, admin]) expect(await ask(person, deleted)).toContain(reason)
  })

  it.each(doors)('and of a text that is there for authors too: %s', async (_, ask) => {
    expect(await ask(other, present)).toContain(reason)
  })

  it('is for who has deleted it', async () => {
    const text = await reviewed()
    const leaving = await product.signIn('editor')
    await product.call('DELETE', `/regional-sections/${text}`, leaving)
    const body = { role: 'author' }
    await product.call('PATCH', `/users/${leaving.id}`, { ...admin, body })
    expect(await rest('workflow-events')(leaving, text)).toContain(reason)
    expect(await rest('workflow-events')(other, text)).not.toContain(reason)
  })
})
