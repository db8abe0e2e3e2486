/**
 * What a page may send along with what it has the server do: the state of its form, of a list, of a drawer. The
 * registry lets a text have some nine hundred rows, and rich texts of half this depth.
 */
const most = { depth: 150, entries: 3000, keys: 10_000, rows: 1500, values: 150_000 } as const

/**
 * Whether arguments are more than a form of ours could have. Payload builds a field for each of their rows and
 * keys, in the way of everybody else. Walks without recursion, and ends at the first limit.
 */
export function isMoreThanAForm(args: unknown): boolean {
  const waiting: { value: unknown; depth: number }[] = [{ value: args, depth: 0 }]
  let values = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next
    if (typeof value !== 'object' || value === null) continue
    const parts: unknown[] = Array.isArray(value) ? value : Object.values(value)
    values += parts.length
    const wide = Array.isArray(value) ? most.entries : most.keys
    if (depth >= most.depth || parts.length > wide || values > most.values) return true
    if (!Array.isArray(value) && countRows(value) > most.rows) return true
    for (const part of parts) waiting.push({ value: part, depth: depth + 1 })
  }
  return false
}

/**
 * Rows that keys of the state of a form tell of, as `sections.3.heading`: for each Payload builds all fields of its
 * kind, a thousandth of a second and 4 kB of answer, however little is said of it.
 */
function countRows(state: object): number {
  const rows = new Set<string>()
  for (const key of Object.keys(state)) {
    const row = /^.*\.\d+(?=\.)/.exec(key)?.[0]
    if (row !== undefined) rows.add(row)
  }
  return rows.size
}

/** What Payload's own answer to a form is where it fails. */
export const moreThanAForm = {
  errors: [
    {
      message:
        'Das ist mehr, als ein Formular fasst. / This is more than a form holds: at most 1,500 rows and 10,000 fields.',
    },
  ],
} as const
