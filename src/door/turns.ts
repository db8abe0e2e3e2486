/** What there is to do takes too long for one more to wait. */
export const shed = Symbol('shed')

/**
 * Lets so many do a work at once; the others wait, each caller in a line of their own, and the lines take turns:
 * whoever comes waits for one of each other caller, however many of theirs wait, and for their own. Nobody waits
 * longer than their patience: whoever would is sent away at once, by how long the work has taken lately, and who has
 * waited so long then. What is to be done does not count, so that being sent away tells nothing of it. Once nobody
 * comes any more, the lines are gone after one patience.
 *
 * @param patience in milliseconds
 */
export function newTurns({ atOnce, patience }: { atOnce: number; patience: number }) {
  const lines = newLines()
  let taken = 0
  /** How long the work takes, in milliseconds; the last one counts for a fifth. */
  let usual = 0

  const waitInLine = (caller: string): Promise<boolean> =>
    new Promise((resolve) => {
      const goOn = () => {
        clearTimeout(late)
        resolve(true)
      }
      const late = setTimeout(() => {
        lines.leave(caller, goOn)
        resolve(false)
      }, patience)
      lines.join(caller, goOn)
    })

  /** @param caller by whom the lines are told apart */
  return async <T>(caller: string, work: () => Promise<T>): Promise<T | typeof shed> => {
    if (taken < atOnce) taken += 1
    else {
      if (((lines.before(caller) + 1) * usual) / atOnce > patience) return shed
      // Whoever goes hands on their turn.
      if (!(await waitInLine(caller))) return shed
    }
    const begin = performance.now()
    try {
      return await work()
    } finally {
      usual += (performance.now() - begin - usual) / 5
      const next = lines.next()
      if (next) next()
      else taken -= 1
    }
  }
}

type GoOn = () => void

/** Lines of callers, which take turns; in the order in which theirs come. */
function newLines() {
  const lines = new Map<string, GoOn[]>()
  return {
    join: (caller: string, goOn: GoOn) => {
      lines.set(caller, [...(lines.get(caller) ?? []), goOn])
    },
    leave: (caller: string, goOn: GoOn) => {
      const left = (lines.get(caller) ?? []).filter((one) => one !== goOn)
      if (left.length > 0) lines.set(caller, left)
      else lines.delete(caller)
    },
    /** The next one of the line whose turn it is, which is the last one then. */
    next: (): GoOn | undefined => {
      const [turn] = lines
      if (!turn) return undefined
      const [caller, [goOn, ...left]] = turn
      lines.delete(caller)
      if (left.length > 0) lines.set(caller, left)
      return goOn
    },
    /** How many go on before one more of a caller. */
    before: (caller: string): number => {
      const own = lines.get(caller)?.length ?? 0
      let before = own
      for (const [other, { length }] of lines) {
        if (other !== caller) before += Math.min(length, own + 1)
      }
      return before
    },
  }
}
