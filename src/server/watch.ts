/**
 * How a process answers: `well`; `no database`, where it runs and its connections lead nowhere; `stuck`, where
 * something of its work does not come to its end; `silent`, where it does not answer at all.
 */
export type Health = 'well' | 'no database' | 'stuck' | 'silent'

/** What a process says by message when it is asked; `here` says no more than that it runs. */
export const healthMessages: Readonly<Record<Exclude<Health, 'silent'>, string>> = {
  well: 'here',
  'no database': 'here, without a database',
  stuck: 'here, and stuck',
}

/** How a process is that sent a message; undefined where it is no answer. */
export function healthIn(message: unknown): Health | undefined {
  const health: readonly Exclude<Health, 'silent'>[] = ['well', 'no database', 'stuck']
  return health.find((one) => healthMessages[one] === message)
}

export interface WatchOptions {
  /** Asks the process, and fails where it does not answer. */
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
 * Asks a process again and again how it is, until it has been unwell for as long as patience lasts: no
 * answer in all that time, however late. Gives a way to end the watch.
 */
export function watch(options: WatchOptions): () => void {
  const { ask, isDatabaseThere, onUnwell, patience = patienceOfWatch, interval = 2000 } = options
  let wellAt = performance.now()
  let lookedAt = wellAt
  let answered: Exclude<Health, 'well'> = 'silent'
  let asked = 0
  const end = () => {
    clearInterval(timer)
  }
  const hear = (health: Health) => {
    if (health === 'well') wellAt = performance.now()
    answered = health === 'well' ? 'silent' : health
  }
  const askOnce = async (): Promise<void> => {
    if (asked >= mostAsked) return
    asked += 1
    try {
      const health = await ask()
      hear(health === 'no database' && !(await isDatabaseThere()) ? 'well' : health)
    } catch {
      hear('silent')
    } finally {
      asked -= 1
    }
  }
  const timer = setInterval(() => {
    const now = performance.now()
    // Whoever watches was held up: that time counts for nobody, what was seen before it does.
    const heldUp = now - lookedAt - interval
    if (heldUp > interval) wellAt = Math.min(now, wellAt + heldUp)
    lookedAt = now
    if (now - wellAt < patience) {
      void askOnce()
      return
    }
    end()
    onUnwell(answered)
  }, interval)
  timer.unref()
  return end
}

/** Questions that wait for an answer at once. */
const mostAsked = 8

/** Asks over HTTP. Any answer is one; 503 with `no database` in it says what it is. */
export function askAt(url: string, patience = patienceOfWatch): () => Promise<Health> {
  return async () => {
    const answer = await fetch(url, { signal: AbortSignal.timeout(patience) })
    const text = await answer.text()
    return answer.status === 503 && text.includes('no database') ? 'no database' : 'well'
  }
}
