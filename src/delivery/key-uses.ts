/** Notes which keys are used: at most once a minute for each, so that reading stays reading. */
export interface KeyUses {
  note: (keyId: string) => void
  stop: () => void
}

const pause = 60_000

export function newKeyUses(write: (keyId: string) => Promise<void> | undefined): KeyUses {
  const noted = new Map<string, number>()
  let isStopped = false
  return {
    note: (keyId) => {
      const now = Date.now()
      if (isStopped || now - (noted.get(keyId) ?? 0) < pause) return
      noted.set(keyId, now)
      // It is a courtesy: where it cannot be noted now, it is noted at the next use.
      write(keyId)?.catch(() => noted.delete(keyId))
    },
    stop: () => {
      isStopped = true
    },
  }
}
