/** Wakes those who wait for something new. */
export interface ReleaseBell {
  ring: () => void
  /** Until it rings, the signal comes, or a second has passed: then they look for themselves. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>
}

/** Where notifications do not come, whoever waits looks again once a second. */
const lookEvery = 1000

export function newReleaseBell(): ReleaseBell {
  const waiting = new Set<() => void>()
  return {
    ring: () => {
      for (const wake of [...waiting]) wake()
    },
    wait: (ms, signal) =>
      new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(timer)
          waiting.delete(wake)
          signal.removeEventListener('abort', wake)
          resolve()
        }
        const timer = setTimeout(wake, Math.min(ms, lookEvery))
        waiting.add(wake)
        signal.addEventListener('abort', wake, { once: true })
      }),
  }
}
