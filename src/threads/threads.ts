import path from 'node:path'
import { Piscina } from 'piscina'
import { ApplicationError } from '#model/errors.ts'

// What reads through every word of a text stands still for nobody else: a large one is read in a thread.

/** 503: a task did not come to its end in time, and its thread has ended. */
export class TookTooLong extends ApplicationError {
  /** In seconds. */
  readonly retryAfter = 5

  constructor() {
    super({
      code: 'took_too_long',
      status: 503,
      message: {
        de: 'Diesen Text zu lesen dauert gerade zu lange. Bitte versuchen Sie es gleich noch einmal.',
        en: 'It takes too long to read this text at the moment. Try again shortly.',
      },
    })
  }
}

type Result<Task> = Task extends (input: never) => infer Given ? Awaited<Given> : never

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
  ) => Promise<Result<Tasks[Name]>>
}

const most = 2

/**
 * Two threads, so that somebody's slow text is not everybody's; they begin when they are needed, and end when
 * nobody needs them for a minute.
 *
 * @param program what opens a thread and exports its tasks, from the project's folder on
 * @param patience how long a task may take, in milliseconds, from when it has a thread
 */
export function threadsOf<Tasks>(program: string, patience: number): Threads<Tasks> {
  let pool: Piscina | undefined
  let running = 0
  const waiting: (() => void)[] = []
  const open = () =>
    (pool ??= new Piscina({
      filename: path.resolve(program),
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
        return (await open().run(input, { name: task, signal })) as Result<Tasks[typeof task]>
      } catch (error) {
        throw signal.aborted ? new TookTooLong() : error
      } finally {
        // Its place goes to whoever has waited longest.
        const next = waiting.shift()
        if (next) next()
        else running -= 1
      }
    },
  }
}
