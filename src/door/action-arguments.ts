/**
 * What a page may send along with what it has the server do: the state of its form, of a list, of a drawer. The
 * largest text has some thousand fields in its form, and its rich texts go no deeper than the registry lets them.
 */
const most = { depth: 150, entries: 3000, keys: 10_000, values: 150_000 } as const

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
    for (const part of parts) waiting.push({ value: part, depth: depth + 1 })
  }
  return false
}

/** What Payload's own answer to a form is where it fails. */
export const moreThanAForm = {
  errors: [
    {
      message:
        'Das ist mehr, als ein Formular fasst. / This is more than a form holds: at most 3,000 rows of a list, 10,000 fields.',
    },
  ],
} as const
