interface Turns {
  atOnce: number
  share?: number
  patience: number
  line?: number
}

/** What there is to do takes too long for one more to wait. */
export const shed = Symbol('shed')

/**
 * Lets so many do a work at once; the others wait, each caller in a line of their own, and the lines take turns:
 * whoever comes waits for one of each other caller, however many of theirs wait, and for their own. Nobody waits
 * longer than their patience: whoever would is sent away at once, by how long the work has taken lately, and who has
 * waited so long then. What is to be done does not count, so that being sent away tells nothing of it. Once nobody
 * comes any more, the lines are gone after one patience.
 *
 * @param how.share of those at once the most of one caller: nobody holds what the others need
 * @param how.patience in milliseconds
 * @param how.line how many of one caller may wait
 */
export function newTurns({ atOnce, share = atOnce, patience, line = Infinity }: Turns) {
  const lines = newLines()
  const held = new Map<string, number>()
  let taken = 0
  const isFree = (caller: string) => taken < atOnce && (held.get(caller) ?? 0) < share
  const enter = (caller: string) => {
    taken += 1
    held.set(caller, (held.get(caller) ?? 0) + 1)
  }
  const leave = (caller: string) => {
    taken -= 1
    const left = (held.get(caller) ?? 0) - 1
    if (left > 0) held.set(caller, left)
    else held.delete(caller)
    lines.next(isFree)?.()
  }
  /** How long the work takes, in milliseconds; the last one counts for a fifth. */
  let usual = 0

  const waitInLine = (caller: string): Promise<boolean> =>
    new Promise((resolve) => {
      const goOn = () => {
        clearTimeout(late)
        enter(caller)
        // What comes in from outside has its turn in between: who asks how the process is, among others.
        setImmediate(resolve, true)
      }
      const late = setTimeout(() => {
        lines.leave(caller, goOn)
        resolve(false)
      }, patience)
      lines.join(caller, goOn)
    })

  /** @param caller by whom the lines are told apart */
  const take = async <T>(caller: string, work: () => Promise<T>): Promise<T | typeof shed> => {
    if (isFree(caller)) enter(caller)
    else {
      const own = lines.own(caller)
      const longest = Math.max((own + 1) / share, (lines.before(caller) + 1) / atOnce)
      if (own >= line || longest * usual > patience) return shed
      // Whoever goes hands on their turn.
      if (!(await waitInLine(caller))) return shed
    }
    const begin = performance.now()
    try {
      return await work()
    } finally {
      usual += (performance.now() - begin - usual) / 5
      leave(caller)
    }
  }
  return Object.assign(take, {
    /** How many are at it. */
    taken: () => taken,
  })
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
    /** The next one of the first line that may go on, which is the last one then. */
    next: (mayGoOn: (caller: string) => boolean): GoOn | undefined => {
      for (const [caller, [goOn, ...left]] of lines) {
        if (!mayGoOn(caller)) continue
        lines.delete(caller)
        if (left.length > 0) lines.set(caller, left)
        return goOn
      }
      return undefined
    },
    /** How many of a caller wait. */
    own: (caller: string): number => lines.get(caller)?.length ?? 0,
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
