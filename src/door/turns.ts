/** What there is to do takes too long for one more to wait. */
export const shed = Symbol('shed')

/**
 * Lets so many do a work at once; the others wait in a line, but nobody longer than their patience: whoever
 * would is sent away at once, by how long the work has taken lately, and who has waited so long then. What is
 * to be done does not count, so that being sent away tells nothing of it. Once nobody comes
 * any more, the line is gone after one patience.
 *
 * @param patience in milliseconds
 */
export function newTurns({ atOnce, patience }: { atOnce: number; patience: number }) {
  const line: (() => void)[] = []
  let taken = 0
  /** How long the work takes, in milliseconds; the last one counts for a fifth. */
  let usual = 0

  const waitInLine = (): Promise<boolean> =>
    new Promise((resolve) => {
      const goOn = () => {
        clearTimeout(late)
        resolve(true)
      }
      const late = setTimeout(() => {
        line.splice(line.indexOf(goOn), 1)
        resolve(false)
      }, patience)
      line.push(goOn)
    })

  return async <T>(work: () => Promise<T>): Promise<T | typeof shed> => {
    if (taken < atOnce) taken += 1
    else {
      if (((line.length + 1) * usual) / atOnce > patience) return shed
      // Whoever goes hands on their turn.
      if (!(await waitInLine())) return shed
    }
    const begin = performance.now()
    try {
      return await work()
    } finally {
      usual += (performance.now() - begin - usual) / 5
      const next = line.shift()
      if (next) next()
      else taken -= 1
    }
  }
}
