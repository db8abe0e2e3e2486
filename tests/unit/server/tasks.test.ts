import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { runTasks, type Task } from '#server/tasks.ts'

/** Runs a task for a while, and gives what is said of it at the end. */
async function overdueAfter(milliseconds: number, task: Omit<Task, 'name' | 'every'>) {
  const running = runTasks([{ name: 'task', every: 0.01, ...task }], () => undefined)
  await wait(milliseconds)
  const overdue = running.overdue()
  void running.stop()
  return overdue
}

describe('a task', () => {
  it('that hangs is named when its time is over, not before', async () => {
    const work = () => new Promise(() => undefined)
    expect(await overdueAfter(100, { longest: 0.2, work })).toEqual([])
    expect(await overdueAfter(400, { longest: 0.2, work })).toEqual(['task'])
  })

  it('that takes long and says that it goes on is not named', async () => {
    const work = async (isStopping: () => boolean) => {
      while (!isStopping()) await wait(20)
    }
    expect(await overdueAfter(400, { longest: 0.2, work })).toEqual([])
  })

  it('that is done, fails or rests is not named', async () => {
    const fails = () => Promise.reject(new Error('x'))
    expect(await overdueAfter(400, { longest: 0.2, work: fails })).toEqual([])
    const running = runTasks(
      [{ name: 'rests', every: 60, longest: 0.1, work: () => Promise.resolve() }],
      () => undefined,
    )
    await wait(300)
    expect(running.overdue()).toEqual([])
    await running.stop()
  })
})
