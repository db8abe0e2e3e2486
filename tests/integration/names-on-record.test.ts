import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

// An account that was deleted before people were deactivated: the record still has its name, and what
// names its owner says it.

describe('somebody whose account is gone', () => {
  let product: Product
  let gone: SignedIn
  let author: SignedIn
  let admin: SignedIn
  let text: string

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    admin = await product.signIn('admin')
    gone = await product.signIn('editor')
    const standIn = await product.signIn('editor')
    text = await writeSection(product, author)
    const path = `/regional-sections/${text}/workflow/assignment`
    await product.call('PATCH', path, { ...admin, body: { reviewer: gone.id, author: gone.id } })
    const headline = { headline: 'Berichtigt' }
    const edited = await product.call('PATCH', `/regional-sections/${text}`, {
      ...gone,
      body: headline,
    })
    expect(edited.status, edited.text).toBe(200)
    for (const [from, to] of [
      [gone, standIn],
      [standIn, gone],
    ] as const) {
      const body = { to: to.id, endsAt: new Date(Date.now() + 30 * 86_400_000).toISOString() }
      expect((await product.call('POST', '/delegations', { ...from, body })).status).toBe(201)
    }
    await transition(product, author, text, { transition: 'submit' })
    const body = { transition: 'requestChanges', comment: 'Bitte kürzen.' }
    expect((await transition(product, gone, text, body)).status).toBe(200)
    await product.sql.query('DELETE FROM users WHERE id = $1', [gone.id])
  })
  afterAll(() => product.close())

  it('is named in delegations, on both sides', async () => {
    const answer = await product.call('GET', '/delegations', admin)
    const delegations = answer.get('delegations') as { from: object; to: object }[]
    expect(delegations.map(({ from }) => from)).toContainEqual({ id: gone.id, name: gone.name })
    expect(delegations.map(({ to }) => to)).toContainEqual({ id: gone.id, name: gone.name })
  })

  it('is named in the report of review times', async () => {
    const answer = await product.call('GET', '/workflow-report', admin)
    expect(answer.get('byPerson')).toContainEqual(
      expect.objectContaining({ person: gone.id, name: gone.name, stage: 'in_review' }),
    )
  })

  it('is named where they are assigned', async () => {
    const answer = await product.call('GET', `/regional-sections/${text}/workflow`, admin)
    expect(answer.get('text.reviewer')).toEqual({ id: gone.id, name: gone.name })
    expect(answer.get('text.writer')).toEqual({ id: gone.id, name: gone.name })
    expect(answer.get('text.author')).toEqual({ id: author.id, name: author.name })
  })

  it('is named in the history', async () => {
    const path = `/regional-sections/${text}/workflow`
    const texts = await product.call('GET', `${path}/texts`, admin)
    expect(texts.get('texts.0.writtenBy')).toEqual({ id: gone.id, name: gone.name })
    const events = (await product.call('GET', path, admin)).get('events') as {
      transition: string
      actor: object | null
    }[]
    const sentBack = events.find((event) => event.transition === 'requestChanges')
    expect(sentBack?.actor).toEqual({ id: gone.id, name: gone.name })
  })
})
