/** Places that are held for a while: so many in all, and a share of them for each who comes. */
export interface Places {
  /** Takes one for whoever has this key; gives what lets it go again, null where there is none for them. */
  take: (key: string) => (() => void) | null
  /** How many are taken. */
  taken: () => number
}

/** @param most in all @param share the most of one key: nobody can hold what the others need */
export function makePlaces({ most, share }: { most: number; share: number }): Places {
  const held = new Map<string, number>()
  let taken = 0
  const leave = (key: string) => {
    taken -= 1
    const left = (held.get(key) ?? 0) - 1
    if (left > 0) held.set(key, left)
    else held.delete(key)
  }
  return {
    taken: () => taken,
    take: (key) => {
      const own = held.get(key) ?? 0
      if (taken >= most || own >= share) return null
      taken += 1
      held.set(key, own + 1)
      return () => {
        leave(key)
      }
    },
  }
}
