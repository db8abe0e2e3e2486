import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EditorialCollection } from '#model/documents.ts'
import { callerNames, type CallerName } from './callers.ts'
import type { Expectation, MatrixDoor, Reply } from './door.ts'
import { nameOf, reachableStandings } from './standings.ts'
import { standingsTried, triedCollections, type Tried } from './tried.ts'
import { makeWorld, type Portrait, type SitesView, type Trace, type World } from './world.ts'

const atATime = 4

/** A door takes seconds, also on a machine that is busy with something else. */
const patience = 300_000

/** How many cells some doors have: every door, every caller, every standing. */
export function countCells(tried: Tried, doors: readonly MatrixDoor[]): number {
  const standings = standingsTried(tried).length
  return doors.reduce((sum, door) => sum + callersAt(door).length * standings, 0)
}

/**
 * Tries every door as everybody on a text in every standing, and holds what comes of it against the
 * tables. Whatever a cell left behind is laid back before the next one.
 */
export function describeMatrix(
  title: string,
  doorsTo: (tried: Tried) => readonly MatrixDoor[],
  { to, floor }: { to: EditorialCollection; floor: number },
): void {
  describe(`${title} to ${to}`, () => {
    const tried = triedCollections[to]
    const doors = doorsTo(tried)
    let world: World
    let cells = 0

    beforeAll(async () => {
      world = await makeWorld(tried)
    }, patience)
    afterAll(() => world.close())

    it('shows a site what is live, and nothing else', async () => {
      const live = world.portraits.filter(({ standing }) => standing.isLive).map(({ id }) => id)
      expect([...(await world.look()).keys()].sort()).toEqual(live.sort())
    })

    it.each(doors)('$name', { timeout: patience }, async (door) => {
      const problems: string[] = []
      const before = { view: await world.look(), traces: await world.readTraces() }
      for (const caller of callersAt(door)) {
        const replies = await knockEverywhere(world, door, caller)
        const changed = await world.snapshot.findChanges()
        // What a site gets is made of the rows alone: where none has changed, no byte has.
        const after =
          changed.length === 0
            ? before
            : { view: await world.look(), traces: await world.readTraces() }
        const expectations = world.portraits.map(({ standing }) => door.expects(standing, caller))
        for (const [index, portrait] of world.portraits.entries()) {
          cells += 1
          const expectation = expectations[index] ?? { to: 'refused' }
          const reply = replies.get(portrait.id)
          const found = judge({ portrait, expectation, reply, before, after })
          for (const problem of found) {
            problems.push(`${caller}, ${nameOf(portrait.standing)}: ${problem}`)
          }
        }
        if (expectations.every(({ to }) => to === 'refused') && changed.length > 0) {
          problems.push(`${caller}: refused everywhere, but ${changed.join(', ')} changed`)
        }
        const strangers = [...after.view.keys()].filter((id) => !isKnown(world, id))
        if (strangers.length > 0) problems.push(`${caller}: a text went live beside the workflow`)
        if (changed.length > 0) await world.snapshot.restore(changed)
      }
      expect(problems).toEqual([])
      expect(await world.look()).toEqual(before.view)
    })

    it('leaves no cell out', () => {
      expect(cells).toBe(countCells(tried, doors))
      // `floor` is that of the whole matrix.
      const share = standingsTried(tried).length / reachableStandings().length
      expect(cells).toBeGreaterThan(floor * share)
      console.log(`workflow matrix, ${title} to ${to}: ${String(cells)} cells`)
    })
  })
}

function callersAt(door: MatrixDoor): readonly CallerName[] {
  return door.isBelowAccess ? ['a stranger'] : callerNames
}

async function knockEverywhere(
  world: World,
  door: MatrixDoor,
  caller: CallerName,
): Promise<ReadonlyMap<string, Reply>> {
  const visitor = world.visitors.get(caller)
  if (!visitor) throw new Error(`Nobody is there as ${caller}.`)
  if (door.knockOnAll) return door.knockOnAll(world, visitor)
  const replies = new Map<string, Reply>()
  const waiting = [...world.portraits]
  const work = async () => {
    for (let portrait = waiting.shift(); portrait; portrait = waiting.shift()) {
      const reply = await door.knock?.({ world, visitor, portrait })
      if (reply) replies.set(portrait.id, reply)
    }
  }
  await Promise.all(Array.from({ length: atATime }, work))
  return replies
}

interface Sight {
  view: SitesView
  traces: ReadonlyMap<string, Trace>
}

/** What is wrong with a cell. */
function judge(cell: {
  portrait: Portrait
  expectation: Expectation
  reply: Reply | undefined
  before: Sight
  after: Sight
}): string[] {
  const { portrait, expectation, reply, before, after } = cell
  const { id, standing } = portrait
  const problems: string[] = []
  const check = (isRight: boolean, problem: string) => {
    if (!isRight)
      problems.push(`${problem} (${String(reply?.status)} ${reply?.text.slice(0, 200) ?? ''})`)
  }
  const was = before.traces.get(id)
  const is = after.traces.get(id)
  const isOfReference = expectation.to === 'untouched' && expectation.isOfReference === true
  const [seenBefore, seenAfter] = [before, after].map(({ view }) =>
    isOfReference ? view.get(id)?.replaceAll(/"updatedAt":"[^"]*"/g, '') : view.get(id),
  )
  const isSameView = seenAfter === seenBefore
  check(reply !== undefined, 'nothing was answered')
  if (expectation.to !== 'moved') check(isSameView, 'what a site sees has changed')
  switch (expectation.to) {
    case 'refused': {
      const { status = 0 } = reply ?? {}
      check(status >= 400 && status < 500, 'was to be refused')
      if (expectation.status !== undefined) {
        check(status === expectation.status, `was to be refused with ${String(expectation.status)}`)
      }
      check(isSame(was, is), 'was refused, but left a trace')
      break
    }
    case 'untouched':
      check(isSame(was, is), 'has changed where the text stands')
      for (const words of expectation.withoutWords?.(portrait) ?? []) {
        check(!reply?.text.includes(words), 'tells what it must not')
      }
      break
    case 'edited':
      check(reply?.status === 200, 'was to be allowed')
      check(is?.stage === 'draft', `is ${String(is?.stage)} after an edit`)
      check(is?.digest !== was?.digest, 'was to be another text')
      check(is?.liveDigest === was?.liveDigest, 'an edit changed what is on record as live')
      check(
        (is?.events ?? 0) - (was?.events ?? 0) >= (standing.stage === 'draft' ? 0 : 1),
        'the edit is not on record',
      )
      break
    case 'deleted':
      check(reply?.status === 200, 'was to be allowed')
      check(is === undefined, 'is still there')
      break
    case 'moved': {
      const { after: target } = expectation
      check(reply?.status === 200, 'was to be allowed')
      check(is?.stage === target.stage, `is ${String(is?.stage)}, not ${target.stage}`)
      check(is?.digest === was?.digest, 'a transition changed the text')
      check((is?.events ?? 0) === (was?.events ?? 0) + 1, 'is not on record once')
      check((is?.liveDigest !== null) === target.isLive, 'the live copy on record is wrong')
      const seen = after.view.get(id)
      if (!target.isLive) check(seen === undefined, 'a site still sees it')
      else if (target.stage === 'live' && standing.stage !== 'live') {
        check(
          seen?.includes(`"digest":"${String(was?.digest)}"`) === true,
          'a site sees another text',
        )
      } else check(isSameView, 'what a site sees has changed')
      break
    }
  }
  return problems
}

function isSame(one: Trace | undefined, other: Trace | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function isKnown(world: World, id: string): boolean {
  return world.portraits.some((portrait) => portrait.id === id)
}
