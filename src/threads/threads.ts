import path from 'node:path'
import { Piscina } from 'piscina'

// What reads through every word of a text stands still for nobody else: a large one is read in a thread.

/** A task did not come to its end in time; its thread has ended. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong'
}

/** Does tasks of one module in threads of its own. */
export interface Threads<Tasks> {
  /**
   * Does a task where nobody waits for it. What goes in and comes out is copied, so that it is data, and an error
   * comes back without its class.
   *
   * @throws TookTooLong
   */
  run: <Name extends keyof Tasks & string>(
    name: Name,
    input: Tasks[Name] extends (input: infer Input) => unknown ? Input : never,
  ) => Promise<Tasks[Name] extends (input: never) => infer Result ? Awaited<Result> : never>
}

const most = 2

/**
 * Two threads, so that somebody's slow text is not everybody's; they begin when they are needed, and end when
 * nobody needs them for a minute.
 *
 * @param tasks the module with the tasks, from the project's folder on
 * @param patience how long a task may take, in milliseconds, from when it has a thread
 */
export function threadsOf<Tasks>(tasks: string, patience: number): Threads<Tasks> {
  let pool: Piscina | undefined
  let running = 0
  const waiting: (() => void)[] = []
  const open = () =>
    (pool ??= new Piscina({
      filename: path.resolve('src/threads/open-thread.mjs'),
      workerData: { tasks: path.resolve(tasks) },
      minThreads: 0,
      maxThreads: most,
      idleTimeout: 60_000,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    }))
  return {
    run: async (task, input) => {
      if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
      else running += 1
      const signal = AbortSignal.timeout(patience)
      try {
        return (await open().run({ task, input }, { signal })) as never
      } catch (error) {
        throw signal.aborted ? new TookTooLong(task) : error
      } finally {
        // Its place goes to whoever has waited longest.
        const next = waiting.shift()
        if (next) next()
        else running -= 1
      }
    },
  }
}
