import { setTimeout as wait } from 'node:timers/promises'

/**
 * How a process answers: `well`; `no database`, where it runs and its connections lead nowhere; `silent`,
 * where it does not answer at all.
 */
export type Health = 'well' | 'no database' | 'silent'

export interface WatchOptions {
  /** Asks the process; an answer that takes longer than `patience` is none. */
  ask: () => Promise<Health>
  /** Whether the database answers somebody else: else to start a process again would help nobody. */
  isDatabaseThere: () => Promise<boolean>
  /** Is told, once, of a process that has been unwell for `patience`. Then the watch is over. */
  onUnwell: (health: Exclude<Health, 'well'>) => void
  /** Milliseconds. */
  patience?: number
  interval?: number
}

/** A process is given up after this long without an answer. */
export const patienceOfWatch = 15_000

/**
 * Asks a process again and again how it is, until it has been unwell for as long as patience lasts. Gives a
 * way to end the watch.
 */
export function watch(options: WatchOptions): () => void {
  const { patience = patienceOfWatch, interval = 2000 } = options
  const ending = new AbortController()
  void look(options, { patience, interval, signal: ending.signal })
  return () => {
    ending.abort()
  }
}

async function look(
  { ask, isDatabaseThere, onUnwell }: WatchOptions,
  { patience, interval, signal }: { patience: number; interval: number; signal: AbortSignal },
): Promise<void> {
  let wellAt = performance.now()
  while (!signal.aborted) {
    const health = await answerOf(ask, patience)
    if (health === 'well' || (health === 'no database' && !(await isDatabaseThere()))) {
      wellAt = performance.now()
    } else if (!signal.aborted && performance.now() - wellAt >= patience) {
      onUnwell(health)
      return
    }
    await wait(interval, undefined, { signal, ref: false }).catch(() => undefined)
  }
}

async function answerOf(ask: WatchOptions['ask'], patience: number): Promise<Health> {
  const late = wait<Health>(patience, 'silent', { ref: false })
  return Promise.race([ask().catch((): Health => 'silent'), late])
}

/** Asks over HTTP. Any answer is one; 503 with `no database` in it says what it is. */
export function askAt(url: string, patience = patienceOfWatch): () => Promise<Health> {
  return async () => {
    const answer = await fetch(url, { signal: AbortSignal.timeout(patience) })
    const text = await answer.text()
    return answer.status === 503 && text.includes('no database') ? 'no database' : 'well'
  }
}
