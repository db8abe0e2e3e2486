import { setMaxListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'

/** Something that is done again and again. */
export interface Duty {
  name: string
  /** Seconds between the end of one time and the beginning of the next. */
  every: number
  work: () => Promise<unknown>
}

/**
 * Does each duty at once and then at its pace, each by itself: one that fails or hangs holds up no
 * other. Gives a way to end: no step begins any more, and those at work come to their end.
 *
 * @param report hears of every failure, with the name of the duty
 */
export function runDuties(
  duties: readonly Duty[],
  report: (name: string, error: unknown) => void,
): { stop: () => Promise<void> } {
  const ending = new AbortController()
  const { signal } = ending
  // Every duty rests by the same signal.
  setMaxListeners(duties.length + 1, signal)
  const rest = (seconds: number) =>
    wait(seconds * 1000, undefined, { signal }).catch(() => undefined)
  const running = duties.map(async ({ name, every, work }) => {
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
