/**
 * What a page may send along with what it has the server do: the state of its form, of a list, of a drawer. The
 * registry lets a text have some nine hundred rows, and rich texts of half this depth.
 */
const most = {
  depth: 150,
  entries: 3000,
  keys: 10_000,
  parts: 30,
  rows: 1500,
  values: 150_000,
} as const

/** Lists of a rich text, and what a form keeps of rows beside them: no field has these names. */
const noRows: ReadonlySet<string> = new Set(['children', 'rows'])

/**
 * Whether arguments are more than a form of ours could have. Payload builds a field for each of their rows and
 * keys, in the way of everybody else. Walks without recursion, and ends at the first limit.
 */
export function isMoreThanAForm(args: unknown): boolean {
  const waiting: { value: unknown; name: string; depth: number }[] = [
    { value: args, name: '', depth: 0 },
  ]
  let [values, rows] = [0, 0]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, name, depth } = next
    if (!isObject(value)) continue
    const parts: [string, unknown][] = Object.entries(value)
    values += parts.length
    if (Array.isArray(value)) {
      if (!noRows.has(name)) rows += value.filter(isObject).length
      if (parts.length > most.entries || rows > most.rows) return true
    } else if (parts.length > most.keys || countRows(value) > most.rows) return true
    if (depth >= most.depth || values > most.values) return true
    for (const [part, inside] of parts)
      waiting.push({ value: inside, name: part, depth: depth + 1 })
  }
  return false
}

/**
 * Rows that keys of the state of a form tell of, as `sections.3.heading`: for each Payload builds all fields of its
 * kind, a thousandth of a second and 4 kB of answer, however little is said of it. It takes for a number what
 * JavaScript does, and makes a list as long as that, or as `length` says: it would go through `1e9` rows that nobody
 * sent.
 */
function countRows(state: object): number {
  const rows = new Set<string>()
  for (const key of Object.keys(state)) {
    const [first = '', ...parts] = key.split('.', most.parts + 1)
    if (parts.length === most.parts || parts.includes('length')) return Infinity
    let path = first
    for (const part of parts) {
      const row = Number(part)
      const isRow = !Number.isNaN(row)
      if (row >= most.rows) return Infinity
      path += `.${isRow ? String(row) : part}`
      if (isRow) rows.add(path)
    }
  }
  return rows.size
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
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
