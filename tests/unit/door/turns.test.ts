import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { newTurns, shed } from '#door/turns.ts'
import { allowed } from '#support/slowness.ts'

describe('work that is done in turns', () => {
  /** Each takes so long (ms); how many were at work at the worst. */
  const busy = (length: number) => {
    let [now, most] = [0, 0]
    const work = async () => {
      now += 1
      most = Math.max(most, now)
      await wait(length)
      now -= 1
      return 'done'
    }
    return { work, most: () => most }
  }
  const counted = (answers: readonly unknown[]) => ({
    done: answers.filter((answer) => answer === 'done').length,
    shed: answers.filter((answer) => answer === shed).length,
  })

  it('is done by no more at once than may, in the order in which they came', async () => {
    const take = newTurns({ atOnce: 3, patience: 10_000 })
    const { work, most } = busy(5)
    const order: number[] = []
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        take('a', () => {
          order.push(n)
          return work()
        }),
      ),
    )
    expect([counted(answers), most()]).toEqual([{ done: 20, shed: 0 }, 3])
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })

  it('is waited for no longer than patience goes', async () => {
    const take = newTurns({ atOnce: 1, patience: 100 })
    const { work } = busy(40)
    const begin = performance.now()
    const answers = await Promise.all(Array.from({ length: 50 }, () => take('a', work)))
    const { done, shed: sent } = counted(answers)
    expect(done + sent).toBe(50)
    expect(done).toBeGreaterThan(0)
    expect(sent).toBeGreaterThan(40)
    expect(performance.now() - begin).toBeLessThan(allowed(1000))
  })

  it('sends away at once whoever would wait too long, and takes them once the others are through', async () => {
    const take = newTurns({ atOnce: 1, patience: 150 })
    const { work } = busy(50)
    for (let time = 0; time < 10; time += 1) await take('a', work)
    const flood = Array.from({ length: 100 }, () => take('a', work))
    const begin = performance.now()
    expect(await take('a', work)).toBe(shed)
    expect(performance.now() - begin).toBeLessThan(allowed(40))
    await Promise.all(flood)
    expect(await take('a', work)).toBe('done')
  })

  it('goes on after one that has failed', async () => {
    const take = newTurns({ atOnce: 1, patience: 1000 })
    const failed = take('a', () => Promise.reject(new Error('no')))
    const next = take('a', () => Promise.resolve('done'))
    await expect(failed).rejects.toThrow('no')
    expect(await next).toBe('done')
  })

  it('is waited for by each caller for few of the others, however many of theirs wait', async () => {
    const take = newTurns({ atOnce: 1, patience: 10_000 })
    const order: string[] = []
    const done = (caller: string) =>
      take(caller, async () => {
        order.push(caller)
        await wait(2)
      })
    const flood = Array.from({ length: 50 }, () => done('flooder'))
    await Promise.all([done('a'), done('b'), done('a')])
    // One is at work when they come, and each waits for one more of every other line, a round.
    expect(order.slice(0, 6)).toEqual(['flooder', 'flooder', 'a', 'b', 'flooder', 'a'])
    await Promise.all(flood)
    expect(order).toHaveLength(53)
  })

  it('sends away whoever floods, and nobody else', async () => {
    const take = newTurns({ atOnce: 1, patience: 300 })
    const { work } = busy(20)
    for (let time = 0; time < 10; time += 1) await take('flooder', work)
    const flood = Array.from({ length: 100 }, () => take('flooder', work))
    const answers = Array.from({ length: 3 }, (_, n) => take(`somebody ${String(n)}`, work))
    expect(counted(await Promise.all(answers))).toEqual({ done: 3, shed: 0 })
    expect(counted(await Promise.all(flood)).shed).toBeGreaterThan(50)
  })

  it('forgets a caller who has lost patience', async () => {
    const take = newTurns({ atOnce: 1, patience: 60 })
    const long = take('a', () => wait(200))
    expect(await take('b', () => Promise.resolve('done'))).toBe(shed)
    await long
    expect(await take('b', () => Promise.resolve('done'))).toBe('done')
  })

  it('is done by no more of one caller than their share, and nobody else waits for them', async () => {
    const take = newTurns({ atOnce: 4, share: 2, patience: 10_000 })
    const [of, other] = [busy(30), busy(30)]
    const first = Array.from({ length: 10 }, () => take('a', of.work))
    await Promise.resolve()
    expect(take.taken()).toBe(2)
    const second = Array.from({ length: 3 }, () => take('b', other.work))
    await Promise.resolve()
    expect(take.taken()).toBe(4)
    await Promise.all(second)
    expect(take.taken()).toBeGreaterThan(0)
    expect(counted(await Promise.all(first))).toEqual({ done: 10, shed: 0 })
    expect([of.most(), other.most()]).toEqual([2, 2])
    expect(take.taken()).toBe(0)
  })

  it('is waited for by no more of one caller than fit into a line', async () => {
    const take = newTurns({ atOnce: 2, share: 1, patience: 10_000, line: 3 })
    const { work } = busy(20)
    const first = Array.from({ length: 6 }, () => take('a', work))
    expect(counted(await Promise.all([...first, take('b', work)]))).toEqual({ done: 5, shed: 2 })
  })
})
