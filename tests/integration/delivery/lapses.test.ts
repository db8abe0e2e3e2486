import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { verifyAudit } from '#audit/verify.ts'
import { berlinDay } from '#model/berlin-time.ts'
import { takeOutLapsed } from '#planning/lapse.ts'
import { deliver } from '#publishing/deliver.ts'
import { publish, transition, writeSection } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

describe('a quote whose person consented up to a day', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn
  const day = (days: number) => berlinDay(new Date(Date.now() + days * 86_400_000))
  const voice = (name: string, consentUntil: string | null) => ({
    quote: `Das sagt ${name}.`,
    name,
    position: 'Ausbilderin',
    consentGivenOn: day(-30),
    consentUntil,
    consentFor: 'dieses Porträt',
  })

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
  })
  afterAll(() => product.close())

  const makeLive = async (...voices: ReturnType<typeof voice>[]) => {
    const id = await writeSection(product, author, { voices })
    await publish(product, { author, editor }, id)
    return id
  }
  const delivered = async (id: string) => {
    const { rows } = await product.sql.query<{ voices: unknown[]; words: string; digest: string }>(
      `SELECT content->'voices' AS voices, plain AS words, digest FROM delivery.documents WHERE id = $1`,
      [id],
    )
    return rows[0]
  }
  const feedOf = async (id: string) => {
    const { rows } = await product.sql.query<{ reason: string }>(
      'SELECT reason FROM delivery.releases WHERE document = $1 ORDER BY id',
      [id],
    )
    return rows.map(({ reason }) => reason)
  }
  const eventsOf = async (id: string) =>
    (
      (await product.call('GET', `/regional-sections/${id}/workflow`, editor)).get('events') as {
        kind: string
        transition: string
        actor: unknown
        data: unknown
      }[]
    ).filter(({ transition: name }) => name === 'lapse')
  const runOn = async (days: number) => {
    vi.useFakeTimers({ now: Date.now() + days * 86_400_000, toFake: ['Date'] })
    return takeOutLapsed(product.payload).finally(() => vi.useRealTimers())
  }

  it('is delivered with name and position, and nothing of the consent', async () => {
    const id = await makeLive(voice('Ada', day(60)), voice('Bea', null))
    expect((await delivered(id))?.voices).toEqual([
      { quote: 'Das sagt Ada.', name: 'Ada', position: 'Ausbilderin' },
      { quote: 'Das sagt Bea.', name: 'Bea', position: 'Ausbilderin' },
    ])
  })

  it('is taken out after that day, with an event, an entry of the feed, and the rest of the text', async () => {
    const id = await makeLive(voice('Ada', day(60)), voice('Bea', null), voice('Cleo', day(90)))
    const before = await delivered(id)
    const feed = await feedOf(id)
    // It is good for all of its last day.
    expect(await runOn(60)).toBe(0)
    expect(await runOn(61)).toBeGreaterThan(0)
    const after = await delivered(id)
    expect(after?.voices).toMatchObject([{ name: 'Bea' }, { name: 'Cleo' }])
    expect(before?.words).toContain('Das sagt Ada.')
    expect(after?.words).not.toContain('Ada')
    expect(after?.digest).toBe(before?.digest)
    expect(await feedOf(id)).toEqual([...feed, 'lapsed'])
    expect(await eventsOf(id)).toMatchObject([
      { kind: 'plan', actor: null, data: { fields: ['voices'], lastDay: day(60) } },
    ])
    expect(await runOn(62)).toBe(0)
    expect(await runOn(91)).toBeGreaterThan(0)
    expect((await delivered(id))?.voices).toMatchObject([{ name: 'Bea' }])
    expect(await eventsOf(id)).toHaveLength(2)
    // On that day it is what sites should read.
    vi.useFakeTimers({ now: Date.now() + 91 * 86_400_000, toFake: ['Date'] })
    const { problems } = await verifyAudit(product.payload).finally(() => vi.useRealTimers())
    expect(problems).toEqual([])
  })

  it('is told to the author and to the editors of the desk', async () => {
    const id = await makeLive(voice('Ada', day(10)))
    await runOn(11)
    for (const person of [author, editor]) {
      const inbox = await product.call('GET', '/inbox?limit=100', person)
      const entries = inbox.get('entries') as { kind: string; document: string }[]
      expect(entries.filter(({ document }) => document === id).map(({ kind }) => kind)).toContain(
        'lapsed',
      )
    }
  })

  it('is left out by whoever delivers the text in between, and still put on record', async () => {
    const id = await makeLive(voice('Ada', day(10)), voice('Bea', null))
    vi.useFakeTimers({ now: Date.now() + 11 * 86_400_000, toFake: ['Date'] })
    const req = await product.localRequest()
    await deliver(req, { collection: 'regional-sections', id }, 'rebuild').finally(() =>
      vi.useRealTimers(),
    )
    expect((await delivered(id))?.voices).toMatchObject([{ name: 'Bea' }])
    expect(await eventsOf(id)).toEqual([])
    expect(await runOn(11)).toBe(1)
    expect(await eventsOf(id)).toHaveLength(1)
  })

  it("is no more than that to a site, at Payload's own doors either", async () => {
    const site = await product.makeSite()
    const id = await makeLive(voice('Ada', day(10)), voice('Bea', null))
    const read = () => product.call('GET', `/regional-sections/${id}`, site)
    const ofSite = (await read()).get('voices') as Record<string, unknown>[]
    expect(ofSite.map(({ name }) => name)).toEqual(['Ada', 'Bea'])
    for (const row of ofSite) {
      expect(Object.keys(row).sort()).toEqual(['id', 'name', 'position', 'quote'])
    }
    const graphql = await product.graphql(
      `{ RegionalSection(id: "${id}") { voices { name consentFor consentUntil consentGivenOn } } }`,
      site,
    )
    expect(graphql.text).not.toContain('dieses Porträt')
    expect(graphql.text).not.toContain(day(10))
    for (const part of ['consentFor', 'consentUntil', 'consentGivenOn']) {
      const asked = await product.call(
        'GET',
        `/regional-sections?where[voices.${part}][exists]=true`,
        site,
      )
      expect(asked.status, asked.text).toBe(400)
    }
    vi.useFakeTimers({ now: Date.now() + 11 * 86_400_000, toFake: ['Date'] })
    const later = await product
      .call('GET', `/regional-sections/${id}`, {
        authorization: (await product.makeSite()).authorization,
      })
      .finally(() => vi.useRealTimers())
    expect((later.get('voices') as { name: string }[]).map(({ name }) => name)).toEqual(['Bea'])
    // People see what was approved.
    const ofPerson = await product.call('GET', `/regional-sections/${id}?draft=true`, editor)
    expect(ofPerson.get('voices.0.consentFor')).toBe('dieses Porträt')
  })

  it('is no longer promised to caches than it is shown', async () => {
    const id = await makeLive(voice('Ada', day(10)), voice('Bea', null))
    const { rows } = await product.sql.query<{ fresh: boolean }>(
      `SELECT fresh_until = ($2::date + 1)::timestamp AT TIME ZONE 'Europe/Berlin' AS fresh
       FROM delivery.portraits WHERE document = $1`,
      [id, day(10)],
    )
    expect(rows).toEqual([{ fresh: true }])
  })

  it('cannot be submitted without a consent, or with one that has ended', async () => {
    const refused = async (change: Record<string, unknown>) => {
      const id = await writeSection(product, author, {
        voices: [{ ...voice('Ada', null), ...change }],
      })
      const answer = await transition(product, author, id, { transition: 'submit' })
      expect(answer.status).toBe(422)
      return answer.get('error.details.0.path')
    }
    expect(await refused({ consentGivenOn: null })).toBe('voices.0.consentGivenOn')
    expect(await refused({ consentUntil: day(-1) })).toBe('voices.0.consentUntil')
  })

  it('is taken out once, when two workers come at the same moment', async () => {
    const id = await makeLive(voice('Ada', day(10)))
    vi.useFakeTimers({ now: Date.now() + 11 * 86_400_000, toFake: ['Date'] })
    await Promise.all([takeOutLapsed(product.payload), takeOutLapsed(product.payload)]).finally(
      () => vi.useRealTimers(),
    )
    expect(await eventsOf(id)).toHaveLength(1)
  })
})
