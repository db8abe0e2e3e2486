import { setMaxListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'

/** Something that is done again and again. */
export interface Task {
  name: string
  /** Seconds between the end of one time and the beginning of the next. */
  every: number
  work: () => Promise<unknown>
}

/**
 * Does each task at once and then at its pace, each by itself: one that fails or hangs holds up no
 * other. Gives a way to end: no step begins any more, and those at work come to their end.
 *
 * @param report hears of every failure, with the name of the task
 */
export function runTasks(
  tasks: readonly Task[],
  report: (name: string, error: unknown) => void,
): { stop: () => Promise<void> } {
  const ending = new AbortController()
  const { signal } = ending
  // Every task rests by the same signal.
  setMaxListeners(tasks.length + 1, signal)
  const rest = (seconds: number) =>
    wait(seconds * 1000, undefined, { signal }).catch(() => undefined)
  const running = tasks.map(async ({ name, every, work }) => {
    while (!signal.aborted) {
      try {
        await work()
      } catch (error) {
        report(name, error)
      }
      await rest(every)
    }
  })
  return {
    stop: async () => {
      ending.abort()
      await Promise.all(running)
    },
  }
}
