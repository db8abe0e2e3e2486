import { isUuid } from '#model/documents.ts'

/** What an entry is called by, whichever kind of entry it is. */
export interface NamedEntry {
  id: string
  name?: string
  title?: string
  filename?: string
}

/** How many ids one address carries along: more of them would be too long for a server. */
const mostAtOnce = 150

/**
 * Every id that something leads to, at any depth, once and in order, in lists of which each fits into
 * an address. What stands under `id` is the thing itself and leads nowhere.
 */
export function idsIn(value: unknown): string[][] {
  const found = new Set<string>()
  const open: unknown[] = [value]
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next === 'string' && isUuid(next)) found.add(next)
    if (typeof next !== 'object' || next === null) continue
    for (const [name, part] of Object.entries(next)) if (name !== 'id') open.push(part)
  }
  const ids = [...found].sort()
  return Array.from({ length: Math.ceil(ids.length / mostAtOnce) }, (_, index) =>
    ids.slice(index * mostAtOnce, (index + 1) * mostAtOnce),
  )
}

/** The names of entries by their ids; what has no name is left out. */
export function namesOf(entries: readonly NamedEntry[]): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap(({ id, name, title, filename }) => {
      const called = name ?? title ?? filename
      return called === undefined ? [] : [[id, called] as const]
    }),
  )
}
