import { isRecord } from '#model/documents.ts'

/**
 * Writes a value as JSON however deep it is: `JSON.stringify` calls itself for each level, and some thousand
 * of them are too many for its stack.
 */
export function deepJson(value: unknown): string {
  const written: string[] = []
  // What is left to write, the next at the end: values, and signs as they are.
  const left: ({ value: unknown } | string)[] = [{ value }]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next === 'string') written.push(next)
    else left.push(...parts(next.value).reverse())
  }
  return written.join('')
}

function parts(value: unknown): ({ value: unknown } | string)[] {
  if (Array.isArray(value)) {
    return ['[', ...value.flatMap((item: unknown, at) => [at > 0 ? ',' : '', { value: item }]), ']']
  }
  if (isRecord(value)) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined)
    const written = members.flatMap(([key, member], at) => [
      `${at > 0 ? ',' : ''}${JSON.stringify(key)}:`,
      { value: member },
    ])
    return ['{', ...written, '}']
  }
  return [value === undefined ? 'null' : JSON.stringify(value)]
}
