import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { keepLog } from '#audit/keep-log.ts'
import { sweepReadModel } from '#audit/sweep.ts'
import { rebuildDelivery } from '#publishing/rebuild.ts'
import { readEnvironment } from '#server/configuration/environment.ts'
import { examine } from '#server/doctor/examine.ts'
import { openDelivery } from '#support/delivery.ts'
import { makeLive, transition } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

// The worker compares what sites read with what the house composes, little by little, once a day.

let product: Product
let admin: SignedIn
let people: { author: SignedIn; editor: SignedIn }
let ids: string[]

beforeAll(async () => {
  product = await startProduct()
  admin = await product.signIn('admin')
  people = { author: await product.signIn('author'), editor: await product.signIn('editor') }
  ids = [await makeLive(product, people), await makeLive(product, people)]
})
afterAll(() => product.close())

const work = (most = Infinity) => sweepReadModel(product.payload, { runner: 'worker', most })
/** As if the last run had begun a day and more ago. */
const passADay = () =>
  product.sql.query(`UPDATE audit_sweeps SET started_at = started_at - interval '25 hours'`)
const forge = (id = ids[0]) =>
  product.sql.query(
    `UPDATE delivery.documents SET content =
       jsonb_set(content::jsonb, '{headline}', '"Gefälscht"')::json WHERE id = $1`,
    [id],
  )
const alarms = async () =>
  (
    await product.sql.query<{ data: { count: number; places: string[] } }>(
      `SELECT data FROM workflow_events WHERE kind = 'record' AND transition = 'differs' ORDER BY sequence`,
    )
  ).rows.map(({ data }) => data)
const openFaults = async () =>
  (await product.call('GET', '/audit/faults', admin)).get('faults') as {
    where: string
    problem: string
  }[]

const diagnoses = async (about: string) => {
  const found = []
  const environment = { ...readEnvironment(), PAYLOAD_SECRET: 'a secret for the tests only' }
  for await (const each of examine(product.payload, environment, product.addresses)) {
    if (each.about === about) found.push(each)
  }
  return found
}

describe('the comparison of what sites read with the record', () => {
  beforeEach(async () => {
    await rebuildDelivery(product.payload)
    await product.sql.query('DELETE FROM audit_sweeps')
    await product.sql.query('DELETE FROM audit_faults')
  })

  it('goes on where it stopped, and is over when all rows were looked at', async () => {
    let calls = 0
    let seen = 0
    for (let step = await work(2); !step.isFinished; step = await work(2)) {
      calls += 1
      seen = step.rowsInRun
      if (calls === 2) await product.restart()
    }
    expect(calls).toBeGreaterThan(4)
    const whole = await sweepReadModel(product.payload, { runner: 'command' })
    expect(whole.rowsInRun).toBeGreaterThanOrEqual(seen)
    expect(whole).toMatchObject({ isFinished: true })
    expect(await openFaults()).toEqual([])
  })

  it('begins once a day', async () => {
    expect((await work()).rows).toBeGreaterThan(0)
    expect((await work()).rows).toBe(0)
    await passADay()
    expect((await work()).rows).toBeGreaterThan(0)
  })

  it('is done by one worker at a time, and by the next where that one was killed', async () => {
    await work(2)
    await product.sql.query(`UPDATE audit_sweeps SET leased_until = now() + interval '1 minute'`)
    expect((await work()).rows).toBe(0)
    await product.sql.query(`UPDATE audit_sweeps SET leased_until = now() - interval '1 second'`)
    expect((await work()).rows).toBeGreaterThan(0)
  })

  it('raises one alarm for a fault, and another one when it is there again', async () => {
    const before = (await alarms()).length
    const raised = async () => (await alarms()).slice(before)
    await forge()
    await work()
    // The row, and then what is composed of it: at once for the first, and once at the end for the rest.
    const first = await raised()
    expect(first.map(({ places }) => places)).toEqual([
      [`delivery.documents ${ids[0] ?? ''}`],
      [`delivery.portraits ${ids[0] ?? ''}`],
    ])
    expect(await openFaults()).toHaveLength(2)
    await passADay()
    await work()
    expect(await raised()).toEqual(first)
    await rebuildDelivery(product.payload)
    await passADay()
    await work()
    expect(await openFaults()).toEqual([])
    await forge()
    await passADay()
    await work()
    expect(await raised()).toHaveLength(4)
  })

  it.each<[string, string, string, string]>([
    [
      'finished answer whose text cannot be read',
      `UPDATE delivery.documents SET content = '{}' WHERE id = $1`,
      'portraits',
      'SELECT $1',
    ],
    [
      'finished answer whose receipt cannot be read',
      `UPDATE delivery.documents SET content =
         jsonb_set(content::jsonb, '{receipt,approvals}', '7')::json WHERE id = $1`,
      'portraits',
      'SELECT $1',
    ],
    [
      'text whose state cannot be read',
      `UPDATE workflow_states SET live_published_at = 'infinity' WHERE id = $1`,
      'documents',
      `UPDATE workflow_states SET live_published_at =
         (SELECT published_at FROM delivery.documents WHERE id = $1) WHERE id = $1`,
    ],
  ])('tells of a %s, and of what is wrong after it', async (_, breaks, part, mends) => {
    const [broken = '', forged = ''] = ids.toSorted()
    const unguarded = async (statement: string) => {
      await product.sql.query('SET session_replication_role = replica')
      await product.sql.query(statement, [broken])
      await product.sql.query('SET session_replication_role = origin')
    }
    await unguarded(breaks)
    await forge(forged)
    try {
      expect(await work()).toMatchObject({ isFinished: true })
    } finally {
      await unguarded(mends)
    }
    const found = (await openFaults()).map(({ where, problem }) => `${where}: ${problem}`)
    expect(found).toContainEqual(
      expect.stringContaining(`delivery.${part} ${broken}: It cannot be read: `),
    )
    expect(found).toContainEqual(expect.stringContaining(`delivery.${part} ${forged}: It is not`))
  })

  it('and the alarm over a missing key do not end or hold back one another', async () => {
    const { custom } = product.payload.config
    const signingKey: unknown = custom.signingKey
    const before = (await alarms()).length
    const raised = async () => (await alarms()).slice(before).flatMap(({ places }) => places)
    custom.signingKey = () => undefined
    try {
      await keepLog(product.payload)
      await sweepReadModel(product.payload, { runner: 'command', isAnew: true })
      expect((await openFaults()).map(({ where }) => where)).toEqual(['signing key'])
      await keepLog(product.payload)
      expect(await raised()).toEqual(['signing key'])
      await forge()
      await work(1)
      await product.sql.query('DELETE FROM audit_faults')
      // Told while a run is under way, which is no reason to keep its own first fault back.
      await keepLog(product.payload)
      let isToldMeanwhile = false
      for (let step = await work(1); !step.isFinished; step = await work(1)) {
        isToldMeanwhile ||= (await raised()).includes(`delivery.documents ${ids[0] ?? ''}`)
      }
      expect(isToldMeanwhile).toBe(true)
    } finally {
      custom.signingKey = signingKey
      await keepLog(product.payload)
    }
  })

  it('tells administrators and nobody else, in the inbox and by mail', async () => {
    await product.sql.query('DELETE FROM notification_mails')
    await forge()
    await work()
    const told = await product.call('GET', '/inbox?limit=100', admin)
    expect(told.text).toMatch(/nicht, was veröffentlicht wurde|from what was published/)
    const { rows } = await product.sql.query<{ person: string }>(
      `SELECT DISTINCT person FROM notification_mails WHERE kind = 'differs'`,
    )
    expect(rows.map(({ person }) => person)).toEqual([admin.id])
    for (const person of [people.author, people.editor]) {
      expect((await product.call('GET', '/audit/faults', person)).status).toBe(403)
    }
  })

  it('is in the doctor and in the metrics', async () => {
    const delivery = await openDelivery(product)
    try {
      expect(await diagnoses('what sites read')).toMatchObject([{ verdict: 'well' }])
      expect((await delivery.get('/metrics')).text).toContain('delivery_faults_open 0')
      await forge()
      await work()
      const [ill] = await diagnoses('what sites read')
      expect(ill?.verdict).toBe('ill')
      expect(ill?.advice).toContain(`delivery.documents ${ids[0] ?? ''}`)
      expect((await delivery.get('/metrics')).text).toMatch(/delivery_faults_open [1-9]/)
    } finally {
      await delivery.close()
    }
  })

  it('is an alarm where none has come to its end for two days', async () => {
    const delivery = await openDelivery(product)
    const metrics = async () => (await delivery.get('/metrics')).text
    try {
      expect(await metrics()).toContain('delivery_comparison_age_seconds -1')
      await work()
      expect(await diagnoses('comparison')).toEqual([])
      expect(await metrics()).toMatch(/delivery_comparison_age_seconds \d\n/)
      // The next one is under way, but does not come to an end.
      await passADay()
      await work(1)
      expect(await diagnoses('comparison')).toEqual([])
      await product.sql.query(
        `UPDATE audit_sweeps SET last_finished_at = now() - interval '49 hours'`,
      )
      expect(await diagnoses('comparison')).toMatchObject([{ verdict: 'ill' }])
      expect(await metrics()).toContain(
        `delivery_comparison_age_seconds ${String(49 * 60 * 60).slice(0, -1)}`,
      )
    } finally {
      await delivery.close()
    }
  })

  it('takes no publication that happens meanwhile for a forgery, and holds none up', async () => {
    const before = (await alarms()).length
    let isOver = false
    const publishing = (async () => {
      for (let round = 0; round < 6; round += 1) {
        const id = await makeLive(product, people)
        if (round % 2 === 1) {
          await transition(product, people.editor, id, { transition: 'unpublish' })
        }
      }
      isOver = true
    })()
    let rounds = 0
    while (!isOver) {
      await sweepReadModel(product.payload, { runner: 'command', isAnew: true })
      rounds += 1
    }
    await publishing
    expect(rounds).toBeGreaterThan(1)
    expect(await openFaults()).toEqual([])
    expect(await alarms()).toHaveLength(before)
  })
})
