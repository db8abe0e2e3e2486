import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sectionContent } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { digestOfAnswer } from '#support/soundness.ts'
import { readWalk } from '#support/thoroughness.ts'
import { at, choose, drawn, type Choice, type Drawn } from '#support/walk/choose.ts'
import { differences, digestFor, observe, type Walked } from '#support/walk/judge.ts'
import { play, type Door, type Played } from '#support/walk/play.ts'
import {
  create,
  handOver,
  judgeAnew,
  offered,
  take,
  withoutIdleClaim,
  type House,
  type Operation,
  type Outcome,
  type Person,
  type Portrait,
} from '#support/walk/reference-machine.ts'
import { verifyAudit } from '#audit/verify.ts'
import { isRecord } from '#model/documents.ts'
import { risks } from '#model/risk.ts'

const walk = readWalk()
/** Ten times what a step takes on a quiet machine, in milliseconds; a whole walk says where it is. */
const perStep = 600
const progress = 500

describe('a walk at random', { timeout: 300_000 + perStep * walk.steps }, () => {
  let product: Product
  let site: { authorization: string }
  const regions: string[] = []
  const there: string[] = []
  let deskThere = ''
  const cast: Person[] = []
  const administration: Person = { name: 'admin', role: 'admin', desk: null, hasLeft: false }
  const people = new Map<string, SignedIn>()
  const walked: Walked[] = []
  const log: string[] = []
  let texts = 0
  const nextHeadline = () => `Text ${String((texts += 1))}`
  const house: House = { required: 1, locks: false }
  const means = { cast, house, nextHeadline }
  const idOf = (name: string) => people.get(name)?.id ?? ''

  beforeAll(async () => {
    product = await startProduct()
    site = await product.makeSite()
    for (const name of ['Hier', 'Dort']) {
      const region = await product.payload.create({
        collection: 'regions',
        data: { name, slug: '', kind: 'gemeinde' },
        overrideAccess: true,
      })
      regions.push(region.id)
    }
    there.push(...regions.slice(1))
    const desk = await product.payload.create({
      collection: 'desks',
      data: { name: 'Dort', regions: there },
      overrideAccess: true,
    })
    deskThere = desk.id
    for (const [name, role, desks] of [
      ['author one', 'author', null],
      ['author two', 'author', null],
      ['editor one', 'editor', null],
      ['editor two', 'editor', null],
      ['editor of another desk', 'editor', [desk.id]],
    ] as const) {
      people.set(name, await product.signIn(role, desks ? { desks: [...desks] } : {}))
      cast.push({ name, role, desk: desks ? there : null, hasLeft: false })
    }
    people.set(administration.name, await product.signIn('admin'))
    cast.push(administration)
  })
  afterAll(() => product.close())

  it('finds the product where the reference machine is, after every step', async () => {
    console.log(`random walk: WALK_SEED=${String(walk.seed)} WALK_STEPS=${String(walk.steps)}`)
    const counts = new Map<string, number>()
    const property = fc.asyncProperty(
      fc.array(drawn, { minLength: walk.steps, maxLength: walk.steps, size: 'max' }),
      async (all) => {
        for (const [index, step] of all.entries()) {
          if (walked.length < 4) await write(step)
          if (index % restartEvery === restartEvery - 1) await product.restart()
          const kind = await go(step)
          counts.set(kind, (counts.get(kind) ?? 0) + 1)
          if ((index + 1) % progress === 0) console.log(`random walk: ${String(index + 1)} steps`)
        }
      },
    )
    await fc
      .assert(property, { numRuns: 1, seed: walk.seed, endOnFailure: true })
      .catch((error: unknown) => {
        const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
        throw new Error(
          [`WALK_SEED=${String(walk.seed)}`, ...log.slice(-25), String(cause)].join('\n'),
        )
      })
    const summary = [...counts].sort().map(([kind, count]) => `${kind} ${String(count)}`)
    console.log(`random walk: ${summary.join(', ')}`)
  })

  it('has left nothing behind', async () => {
    const { rows } = await product.sql.query(
      `SELECT
         (SELECT count(*)::int FROM pg_stat_activity
          WHERE datname = current_database() AND state LIKE 'idle in transaction%') AS transactions,
         (SELECT deadlocks::int FROM pg_stat_database
          WHERE datname = current_database()) AS deadlocks`,
    )
    expect(rows).toEqual([{ transactions: 0, deadlocks: 0 }])
    expect((await verifyAudit(product.payload)).problems).toEqual([])
  })

  const restartEvery = Math.max(1, Math.ceil(walk.steps / 8))

  /** A new portrait, by somebody, here or there. */
  const write = async ({ choice, person }: Choice) => {
    const by = at(present().slice(0, 4), person)
    const region = at(regions, choice)
    const text = { headline: nextHeadline(), intro: 'Eine Einleitung.' }
    const profession = await product.payload.create({
      collection: 'professions',
      data: { name: `Beruf zu ${text.headline}`, slug: '' },
      overrideAccess: true,
    })
    const answer = await product.call('POST', '/regional-sections?depth=0', {
      ...people.get(by.name),
      body: { ...sectionContent(), ...text, profession: profession.id, region },
    })
    const content = answer.get('doc')
    if (answer.status !== 201 || !isRecord(content)) throw new Error(answer.text)
    const id = String(answer.get('doc.id'))
    const made: Walked = {
      id,
      portrait: create(by, region, text),
      comments: [],
      events: 1,
      content,
    }
    walked.push(made)
    await compare([made], ['create'], 0)
  }

  /** Goes one step on both sides, and compares. Gives what kind of step it was. */
  const go = async (step: Drawn): Promise<string> => {
    const target = at(walked, step.document)
    if (step.action === 'bulk') return bulk(step)
    if (step.action === 'race') return race(target, step)
    if (step.action === 'rules') return changeRules(step)
    if (step.action === 'people') return changePeople(step)
    const chosen =
      step.action === 'restore'
        ? await restore(target, step)
        : choose(target.portrait, means, step.action, step)
    const { operation, door } = chosen
    const expected = become(target.portrait, operation)
    const played = await perform(target, operation, door)
    note(`${target.id} ${target.portrait.stage} ${tell(operation, door)} -> ${tellPlayed(played)}`)
    expectSame(played, expected.status)
    accept(target, expected, played)
    await compare([target], expected.events, step.choice)
    return `${step.action} ${expected.status < 300 ? 'done' : 'refused'}`
  }

  /** What the machine says becomes of it, among those who are there: a step can end a right to review, and a claim with it. */
  const become = (portrait: Portrait, operation: Operation): Outcome => {
    const outcome = take(portrait, operation, house)
    return { ...outcome, after: outcome.after && withoutIdleClaim(outcome.after, cast, house) }
  }

  const perform = (target: Walked, operation: Operation, door: Door): Promise<Played> => {
    const { id, comments, portrait } = target
    const digest = digestFor(target, portrait.text)
    return play(product, people, { id, comments, digest }, operation, door)
  }

  /** Two operations at once: they must come out as one after the other, in either order. */
  const race = async (target: Walked, step: Drawn): Promise<string> => {
    const { portrait } = target
    const [one, two] = [racer(target, step), racer(target, step.second)]
    const played = await Promise.all([
      perform(target, one.operation, one.door),
      perform(target, two.operation, two.door),
    ])
    note(
      `${target.id} ${portrait.stage} RACE ${tell(one.operation, one.door)} | ` +
        `${tell(two.operation, two.door)} -> ${played.map(tellPlayed).join(' | ')}`,
    )
    const orders = [
      { first: one, then: two, statuses: played.map(({ status }) => status) },
      { first: two, then: one, statuses: played.map(({ status }) => status).reverse() },
    ].flatMap(({ first, then, statuses }) => {
      const early = become(portrait, first.operation)
      const late = become(early.after ?? portrait, then.operation)
      const isSo = early.status === statuses[0] && late.status === statuses[1]
      return isSo ? [{ ...late, events: [...early.events, ...late.events] }] : []
    })
    const seen = await observe(product)
    const outcome =
      orders.find((order) => {
        const after = {
          ...target,
          portrait: order.after ?? portrait,
          events: target.events + order.events.length,
        }
        return differences(after, seen.get(target.id), order.events, idOf).length === 0
      }) ?? orders[0]
    if (!outcome) throw new Error('The two did not come out as one after the other.')
    accept(target, outcome, undefined)
    await compare([target], outcome.events, step.choice)
    return 'race'
  }

  /** One of the moves that compete for a portrait. */
  const racer = (target: Walked, choice: Choice) => {
    const action = (['advance', 'advance', 'edit', 'step', 'claim'] as const)[choice.twist % 5]
    return choose(target.portrait, means, action ?? 'edit', choice)
  }

  const bulk = async ({ person, choice, twist }: Drawn): Promise<string> => {
    const by = at(present(), person)
    const name = at(['submit', 'withdraw', 'approve', 'publish', 'reopen'] as const, choice)
    const answer = await product.call('POST', '/regional-sections/transitions', {
      ...people.get(by.name),
      body: { ids: walked.map(({ id }) => id), transition: name },
    })
    note(`BULK ${name} by ${by.name} -> ${String(answer.status)}`)
    const touched: Walked[] = []
    for (const [index, target] of walked.entries()) {
      const operation: Operation = {
        kind: 'step',
        name,
        by,
        isComplete: true,
        date: 'publishAt',
        hasStaleDigest: false,
      }
      const expected = become(target.portrait, operation)
      const isDone = answer.get(`results.${String(index)}.ok`) === true
      const status = isDone ? 200 : answer.get(`results.${String(index)}.status`)
      expectSame({ status: Number(status), text: answer.text, answer: null }, expected.status)
      accept(target, expected, undefined)
      if (isDone) touched.push(target)
    }
    await compare(touched, touched.length > 0 ? [name] : [], twist)
    return 'bulk'
  }

  /** A version brought back: an edit that writes the text of that version. */
  const restore = async (target: Walked, { person, choice }: Choice) => {
    const { rows } = await product.sql.query<{ id: string; headline: string; intro: string }>(
      `SELECT id, version_headline AS headline, coalesce(version_intro, '') AS intro
       FROM _regional_sections_v WHERE parent_id = $1 ORDER BY created_at`,
      [target.id],
    )
    const { id, headline, intro } = at(rows, choice)
    const operation: Operation = {
      kind: 'edit',
      by: at(present(), person),
      text: { headline, intro },
      seen: 'any',
      keepsPlan: choice % 2 === 0,
    }
    return { operation, door: { version: id } }
  }

  /** The house changes its rules: what waits is judged by the new ones at once. */
  const changeRules = async ({ choice, twist }: Drawn): Promise<string> => {
    house.required = choice % 3 === 0 ? 2 : 1
    house.locks = twist % 4 === 0
    const rule = { approvals: house.required, role: null }
    const answer = await product.call('POST', '/globals/workflow-settings', {
      ...people.get('admin'),
      body: {
        locksInReview: house.locks,
        regionalSections: Object.fromEntries(risks.map((risk) => [risk, rule])),
      },
    })
    note(`RULES ${JSON.stringify(house)} -> ${String(answer.status)}`)
    expect(answer.status, answer.text).toBe(200)
    const done: Walked[] = []
    for (const target of walked) {
      const outcome = judgeAnew(target.portrait, house)
      accept(target, outcome, undefined)
      if (outcome.events.length > 0) done.push(target)
    }
    await compare(done, done.length > 0 ? ['complete'] : [], choice)
    return 'rules'
  }

  const present = () => cast.filter(({ hasLeft }) => !hasLeft)

  /** Somebody leaves and another one comes, or somebody gets other rights; never the administration. */
  const changePeople = async ({ person, choice, twist }: Drawn): Promise<string> => {
    const staff = present().filter(({ role }) => role !== 'admin')
    // Who has planned something is drawn as often as all others: it goes to somebody when they leave.
    const planners = staff.filter(({ name }) =>
      walked.some(
        ({ portrait: { plan, endPlannedBy } }) => name === plan?.by || name === endPlannedBy,
      ),
    )
    const one = at(choice % 2 === 0 && planners.length > 0 ? planners : staff, person)
    const admin = people.get('admin')
    const path = `/users/${idOf(one.name)}`
    const handedOver: Walked[] = []
    if (choice % 3 === 0) {
      const answer = await product.call('POST', `${path}/deactivate`, { ...admin, body: {} })
      expect(answer.status, answer.text).toBe(200)
      one.hasLeft = true
      const role = one.role === 'author' ? 'author' : 'editor'
      const name = `${role} who came as number ${String(cast.length)}`
      const desk = one.desk === null ? null : there
      people.set(name, await product.signIn(role, desk ? { desks: [deskThere] } : {}))
      cast.push({ name, role, desk, hasLeft: false })
      note(`LEFT ${one.name}, CAME ${name}`)
      for (const target of walked) {
        const outcome = handOver(target.portrait, one, administration)
        accept(target, outcome, undefined)
        if (outcome.events.length > 0) handedOver.push(target)
      }
    } else {
      const editors = staff.filter(({ role }) => role === 'editor').length
      const authors = staff.length - editors
      const others = one.role === 'author' ? authors : editors
      // Somebody has to be left who writes, and somebody who reviews.
      if (choice % 3 === 1 && others > 1) one.role = one.role === 'author' ? 'editor' : 'author'
      else {
        // Everywhere, there, or, where their last desk is taken from them, nowhere.
        const other = twist % 2 === 0 ? null : there
        one.desk = one.desk === there && twist % 4 === 0 ? [] : other
      }
      const body = {
        role: one.role,
        desks: one.desk === there ? [deskThere] : [],
        ...(one.desk === null && { allTexts: true }),
      }
      const answer = await product.call('PATCH', path, { ...admin, body })
      note(
        `RIGHTS of ${one.name}: ${one.role}, ${one.desk === null ? 'everywhere' : (one.desk[0] ?? 'nowhere')}`,
      )
      expect(answer.status, answer.text).toBe(200)
    }
    for (const target of walked) {
      target.portrait = withoutIdleClaim(target.portrait, cast, house)
    }
    await compare(handedOver, handedOver.length > 0 ? ['handOverPlan'] : [], choice)
    return 'people'
  }

  /** Takes over what the machine says became of a portrait. */
  const accept = (target: Walked, outcome: Outcome, played: Played | undefined) => {
    target.events += outcome.events.length
    if (outcome.events.includes('comment')) {
      target.comments.push(String(played?.answer?.get('id')))
    }
    if (outcome.after) target.portrait = outcome.after
    else walked.splice(walked.indexOf(target), 1)
  }

  const note = (line: string) => {
    log.push(line)
  }

  /** Holds every portrait against the machine, and those that were touched against what is seen. */
  const compare = async (touched: readonly Walked[], events: readonly string[], choice: number) => {
    const seen = await observe(product)
    expect([...seen.keys()].sort()).toEqual(walked.map(({ id }) => id).sort())
    for (const target of walked) {
      const added = touched.includes(target) ? events : []
      const found = differences(target, seen.get(target.id), added, idOf)
      expect(found, `${target.id}: ${found.join('; ')}`).toEqual([])
    }
    for (const target of touched) {
      const { id, portrait } = target
      const answer = await product.call('GET', `/regional-sections/${id}?depth=0`, site)
      expect(answer.status).toBe(portrait.live && walked.includes(target) ? 200 : 404)
      if (answer.status === 200) {
        expect(answer.body).toMatchObject({ ...portrait.live })
        expect(digestOfAnswer(answer)).toBe(portrait.live && digestFor(target, portrait.live))
      }
      if (choice % 3 !== 0 || !walked.includes(target)) continue
      const person = at(present(), choice)
      const path = `/regional-sections/${id}/workflow`
      const workflow = await product.call('GET', path, people.get(person.name))
      const told = ['state', 'digest', 'allowed', 'openComments.blocking'].map(workflow.get)
      const open = portrait.comments.filter(({ isOpen }) => isOpen).length
      const digest = digestFor(target, portrait.text)
      const wanted = [portrait.stage, digest, offered(portrait, person, house), open]
      expect(JSON.stringify(told), `as ${person.name}`).toBe(JSON.stringify(wanted))
    }
  }
})

function expectSame(played: Played, status: number): void {
  expect(played.status, played.text.slice(0, 500)).toBe(status)
}

function tell(operation: Operation, door: Door): string {
  const { kind } = operation
  const by = 'by' in operation ? (operation.by?.name ?? 'the house') : 'time'
  const what = kind === 'step' ? operation.name : kind
  const more = kind === 'edit' ? ` ${JSON.stringify(operation.text)} seen ${operation.seen}` : ''
  const stale = kind === 'step' && operation.hasStaleDigest ? ' with a stale digest' : ''
  return `${what}${more}${stale} by ${by} over ${typeof door === 'string' ? door : 'restore'}`
}

function tellPlayed({ status, text }: Played): string {
  return status < 300 ? String(status) : `${String(status)} ${text.slice(0, 160)}`
}
