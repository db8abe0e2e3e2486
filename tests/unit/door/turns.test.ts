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
        take(() => {
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
    const answers = await Promise.all(Array.from({ length: 50 }, () => take(work)))
    const { done, shed: sent } = counted(answers)
    expect(done + sent).toBe(50)
    expect(done).toBeGreaterThan(0)
    expect(sent).toBeGreaterThan(40)
    expect(performance.now() - begin).toBeLessThan(allowed(1000))
  })

  it('sends away at once whoever would wait too long, and takes them once the others are through', async () => {
    const take = newTurns({ atOnce: 1, patience: 150 })
    const { work } = busy(50)
    for (let time = 0; time < 10; time += 1) await take(work)
    const flood = Array.from({ length: 100 }, () => take(work))
    const begin = performance.now()
    expect(await take(work)).toBe(shed)
    expect(performance.now() - begin).toBeLessThan(allowed(40))
    await Promise.all(flood)
    expect(await take(work)).toBe('done')
  })

  it('goes on after one that has failed', async () => {
    const take = newTurns({ atOnce: 1, patience: 1000 })
    const failed = take(() => Promise.reject(new Error('no')))
    const next = take(() => Promise.resolve('done'))
    await expect(failed).rejects.toThrow('no')
    expect(await next).toBe('done')
  })
})
