/** A row of a list and its position, counted from 0. */
export interface Entry<Row> {
  index: number
  row: Row
}

/** What became of a row between two versions. */
export type Match<Row> =
  | { fate: 'kept'; before: Entry<Row>; after: Entry<Row>; isMoved: boolean }
  | { fate: 'added'; after: Entry<Row> }
  | { fate: 'removed'; before: Entry<Row> }

/** One way of finding rows again: rows with the same key are the same, or rows alike in text. */
export type Pass<Row> = { key: (row: Row) => string | null } | { text: (row: Row) => string }

/** From which resemblance on two texts are versions of one (1: the same words, 0: none shared). */
const leastResemblance = 0.5

/** Beyond this many pairs the search for resemblance costs more than it finds. */
const maxPairs = 10_000

/**
 * Finds the rows of the old version again in the new one, by each pass in turn among those that
 * the passes before left over. Rows are told as moved when they left the order of the others; of
 * all ways to tell so, one that names the fewest. Gives the rows of the new version in their order,
 * then those that are gone.
 */
export function matchRows<Row>(options: {
  before: readonly Row[]
  after: readonly Row[]
  passes: readonly Pass<Row>[]
}): Match<Row>[] {
  const found = new Map<Entry<Row>, Entry<Row>>()
  let old = entriesOf(options.before)
  const fresh = entriesOf(options.after)
  for (const pass of options.passes) {
    const open = fresh.filter((entry) => !found.has(entry))
    const pairs = 'key' in pass ? pairByKey(old, open, pass.key) : pairByText(old, open, pass.text)
    for (const [before, after] of pairs) found.set(after, before)
    const taken = new Set(pairs.map(([before]) => before))
    old = old.filter((entry) => !taken.has(entry))
  }
  const inOrder = longestRise(fresh.flatMap((entry) => found.get(entry)?.index ?? []))
  return [
    ...fresh.map((after): Match<Row> => {
      const before = found.get(after)
      return before
        ? { fate: 'kept', before, after, isMoved: !inOrder.has(before.index) }
        : { fate: 'added', after }
    }),
    ...old.map((before): Match<Row> => ({ fate: 'removed', before })),
  ]
}

type Pair<Row> = readonly [before: Entry<Row>, after: Entry<Row>]

function entriesOf<Row>(rows: readonly Row[]): Entry<Row>[] {
  return rows.map((row, index) => ({ index, row }))
}

function pairByKey<Row>(
  old: readonly Entry<Row>[],
  fresh: readonly Entry<Row>[],
  keyOf: (row: Row) => string | null,
): Pair<Row>[] {
  const waiting = new Map<string | null, Entry<Row>[]>()
  for (const entry of old) {
    const key = keyOf(entry.row)
    waiting.set(key, [...(waiting.get(key) ?? []), entry])
  }
  return fresh.flatMap((after): Pair<Row>[] => {
    const key = keyOf(after.row)
    const before = key === null ? undefined : waiting.get(key)?.shift()
    return before ? [[before, after]] : []
  })
}

function pairByText<Row>(
  old: readonly Entry<Row>[],
  fresh: readonly Entry<Row>[],
  textOf: (row: Row) => string,
): Pair<Row>[] {
  if (old.length * fresh.length > maxPairs) return []
  const read = fresh.map((after) => ({ after, words: wordsOf(textOf(after.row)) }))
  const candidates = old
    .flatMap((before) => {
      const own = wordsOf(textOf(before.row))
      return read.map(({ after, words }) => ({ before, after, score: resemblance(own, words) }))
    })
    .filter(({ score }) => score >= leastResemblance)
    .sort((left, right) => right.score - left.score)
  const taken = new Set<Entry<Row>>()
  return candidates.flatMap(({ before, after }): Pair<Row>[] => {
    if (taken.has(before) || taken.has(after)) return []
    taken.add(before).add(after)
    return [[before, after]]
  })
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))
}

/** Dice's coefficient: twice the words shared over the words of both. */
function resemblance(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const shared = [...left].filter((word) => right.has(word)).length
  const all = left.size + right.size
  return all === 0 ? 0 : (2 * shared) / all
}

/** The values of a longest strictly rising subsequence. */
function longestRise(values: readonly number[]): ReadonlySet<number> {
  const ends: { value: number; length: number; from: number }[] = []
  for (const value of values) {
    let best = -1
    for (const [index, end] of ends.entries()) {
      if (end.value < value && end.length > (ends[best]?.length ?? 0)) best = index
    }
    ends.push({ value, length: (ends[best]?.length ?? 0) + 1, from: best })
  }
  let last = ends.reduce<number>(
    (best, end, index) => (end.length > (ends[best]?.length ?? 0) ? index : best),
    -1,
  )
  const rise = new Set<number>()
  for (let end = ends[last]; end; end = ends[last]) {
    rise.add(end.value)
    last = end.from
  }
  return rise
}
