import { setMaxListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'

/** Something that is done again and again. */
export interface Task {
  name: string
  /** Seconds between the end of one time and the beginning of the next. */
  every: number
  /** Seconds that one time may take; of one that asks `isStopping`, until it asks again. */
  longest?: number
  /** @param isStopping whether to come to an end; to ask says as well that it goes on */
  work: (isStopping: () => boolean) => Promise<unknown>
}

/** What a task may take that says nothing else: none is known that needs a tenth of it. */
const usualLongest = 900

/** Tasks that are done at their pace. */
export interface RunningTasks {
  /** The names of those that have been at work, or silent, for longer than they may. */
  overdue: () => string[]
  /** No step begins any more, and those at work come to their end. */
  stop: () => Promise<void>
}

/**
 * Does each task at once and then at its pace, each by itself: one that fails or hangs holds up no
 * other. Whoever runs them asks which hang, since those never have their turn again.
 *
 * @param report hears of every failure, with the name of the task
 */
export function runTasks(
  tasks: readonly Task[],
  report: (name: string, error: unknown) => void,
): RunningTasks {
  const ending = new AbortController()
  const { signal } = ending
  // Every task rests by the same signal.
  setMaxListeners(tasks.length + 1, signal)
  const rest = (seconds: number) =>
    wait(seconds * 1000, undefined, { signal }).catch(() => undefined)
  /** When each that is at work gave its last sign of life. */
  const signs = new Map<Task, number>()
  const running = tasks.map(async (task) => {
    const { name, every, work } = task
    const isStopping = () => {
      signs.set(task, performance.now())
      return signal.aborted
    }
    while (!isStopping()) {
      try {
        await work(isStopping)
      } catch (error) {
        report(name, error)
      }
      signs.delete(task)
      await rest(every)
    }
    signs.delete(task)
  })
  return {
    overdue: () =>
      [...signs]
        .filter(([{ longest = usualLongest }, sign]) => performance.now() - sign > longest * 1000)
        .map(([{ name }]) => name),
    stop: async () => {
      ending.abort()
      await Promise.all(running)
    },
  }
}
