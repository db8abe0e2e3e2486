/**
 * About how many characters a value has as JSON; once it is more than `enough`, any number above that. What
 * stands in it several times is counted as often and looked at once: the time it takes goes with what
 * there is, not with what would be written.
 */
export function sizeOfJson(value: unknown, enough = Number.POSITIVE_INFINITY): number {
  const known = new Map<object, number>()
  const measure = (one: unknown): number => {
    if (typeof one === 'string') return one.length + 2
    if (typeof one !== 'object' || one === null) return 6
    if (one instanceof Date) return 26
    const before = known.get(one)
    if (before !== undefined) return before
    // What contains itself has no end; JSON refuses it.
    known.set(one, 0)
    let size = 2
    for (const [name, inner] of Object.entries(one)) {
      if (size > enough) break
      size += measure(inner) + 1 + (Array.isArray(one) ? 0 : name.length + 3)
    }
    known.set(one, size)
    return size
  }
  return measure(value)
}
