/** How a name is folded for comparison; '' where it cannot be compared so. */
export type Fold = (name: string) => string

type Positions = ReadonlyMap<string, readonly number[]>

/** The folded names of a list are made once: a register of regions has ten thousand entries. */
const indexes = new WeakMap<object, Map<Fold, Positions>>()

/** The entries of a list one of whose names is the same as a folded name. */
export function findByName<Entry>(options: {
  folded: string
  entries: readonly Entry[]
  namesOf: (entry: Entry) => string[]
  fold: Fold
}): Entry[] {
  const { folded, entries } = options
  if (folded === '') return []
  return (indexOf(options).get(folded) ?? []).flatMap((position) => entries[position] ?? [])
}

function indexOf<Entry>(options: {
  entries: readonly Entry[]
  namesOf: (entry: Entry) => string[]
  fold: Fold
}): Positions {
  const { entries, namesOf, fold } = options
  const ofEntries = indexes.get(entries) ?? new Map<Fold, Positions>()
  indexes.set(entries, ofEntries)
  const known = ofEntries.get(fold)
  if (known) return known
  const positions = new Map<string, number[]>()
  for (const [position, entry] of entries.entries()) {
    for (const folded of new Set(namesOf(entry).map(fold))) {
      positions.set(folded, [...(positions.get(folded) ?? []), position])
    }
  }
  ofEntries.set(fold, positions)
  return positions
}
