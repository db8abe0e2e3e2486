import { isRecord } from '#model/documents.ts'

/**
 * Characters of a text up to which it is read where it is asked for: it takes a few milliseconds, as long as it
 * takes to send it elsewhere. A portrait has ten or twenty thousand.
 */
const most = 40_000

/** Says whether a document has so many words that reading them all would keep others waiting. */
export function isLarge(document: Readonly<Record<string, unknown>>): boolean {
  let length = 0
  const left: unknown[] = [document]
  while (left.length > 0) {
    const value = left.pop()
    if (typeof value === 'string') length += value.length
    else if (Array.isArray(value)) for (const item of value as unknown[]) left.push(item)
    else if (isRecord(value)) for (const name in value) if (!isForm(name)) left.push(value[name])
    if (length > most) return true
  }
  return false
}

/** What rich text says of its form at each node, and nobody reads. */
function isForm(name: string): boolean {
  return ['type', 'format', 'direction', 'mode', 'style', 'textFormat', 'textStyle'].includes(name)
}
