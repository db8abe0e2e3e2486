/** A row of a list, with what tells it from others; `index` is its place. */
export interface Row {
  index: number
  /** The id under which it is stored, where it has one. */
  id: string | null
  /** Its canonical form as text. */
  form: string
  /** What it is about: rows with one key are the same row, changed. */
  key: string
  /** The looser likeness under which the rest is matched, in order. */
  likeness: string
}

export interface RowMatch<T extends Row> {
  pairs: { before: T; after: T; isMoved: boolean }[]
  removed: T[]
  added: T[]
}

/**
 * Matches the rows of two lists: by what is the same, by id, by key, and what is left by likeness. So
 * a row that is put in at the top leaves the others what they are.
 */
export function matchRows<T extends Row>(before: readonly T[], after: readonly T[]): RowMatch<T> {
  const partners = new Map<T, T>()
  let [left, right] = [[...before], [...after]]
  for (const nameOf of [
    (row: T) => (row.id === null ? null : `${row.id} ${row.form}`),
    (row: T) => row.id,
    (row: T) => row.form,
    (row: T) => row.key,
    (row: T) => row.likeness,
  ]) {
    for (const row of [...right]) {
      const name = nameOf(row)
      const partner = name === null ? undefined : left.find((other) => nameOf(other) === name)
      if (!partner) continue
      partners.set(row, partner)
      left = left.filter((other) => other !== partner)
      right = right.filter((other) => other !== row)
    }
  }
  const matched = after.flatMap((row) => {
    const partner = partners.get(row)
    return partner ? [{ before: partner, after: row }] : []
  })
  const inOrder = longestRise(matched.map((pair) => pair.before.index))
  return {
    pairs: matched.map((pair) => ({ ...pair, isMoved: !inOrder.has(pair.before.index) })),
    removed: left,
    added: right,
  }
}

/** The members of a longest rising subsequence: what stays put while the rest moves. */
export function longestRise(values: readonly number[]): Set<number> {
  const best: { length: number; previous: number | null }[] = []
  for (const [index, value] of values.entries()) {
    let entry: { length: number; previous: number | null } = { length: 1, previous: null }
    for (let earlier = 0; earlier < index; earlier += 1) {
      const candidate = (best[earlier]?.length ?? 0) + 1
      if ((values[earlier] ?? 0) < value && candidate > entry.length) {
        entry = { length: candidate, previous: earlier }
      }
    }
    best.push(entry)
  }
  const longest = Math.max(0, ...best.map(({ length }) => length))
  const members = new Set<number>()
  let at: number | null = best.findIndex(({ length }) => length === longest)
  while (at !== null && at >= 0) {
    const value = values[at]
    if (value !== undefined) members.add(value)
    at = best[at]?.previous ?? null
  }
  return members
}
