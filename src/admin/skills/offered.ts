/**
 * What of the usual names is offered for a text: those that it has not got yet, each once, in their
 * order. Capitals and spaces make no other name.
 */
export function offeredNames(usual: readonly string[], taken: readonly string[]): string[] {
  const known = new Set(['', ...taken.map(essenceOf)])
  return usual.flatMap((name) => {
    const essence = essenceOf(name)
    if (known.has(essence)) return []
    known.add(essence)
    return [name.trim()]
  })
}

function essenceOf(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('de')
}

/** Whether two paths of a form name the same part of rows of one list, as `skills.0.name` and `skills.4.name`. */
export function isSamePart(path: string, other: string): boolean {
  return path.replace(lastRow, '.') === other.replace(lastRow, '.') && lastRow.test(other)
}

/** The number of the row that a part of it stands in. */
const lastRow = /\.\d+\.(?=[^.]+$)/
