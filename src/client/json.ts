// What a verifier reads was JSON once, or says that it was: what no JSON can hold is nothing that was signed.

/** No answer is as deep as this: what is, or holds itself, is none. */
const deepest = 500

/**
 * Where a value holds what no JSON can, as `salaries.0.median`; undefined where all of it is JSON. A number that
 * is not finite is none: `1e999` would be read as Infinity, and written as null. A member without a value is
 * left out, as it is in JSON.
 */
export function findNoJson(value: unknown): string | undefined {
  const left: { path: string; depth: number; value: unknown }[] = [{ path: '', depth: 0, value }]
  for (let next = left.pop(); next; next = left.pop()) {
    const { path, depth } = next
    if (!isPlain(next.value) || depth > deepest) return path
    if (typeof next.value !== 'object' || next.value === null) continue
    const isList = Array.isArray(next.value)
    const members: [string, unknown][] = isList
      ? Array.from(next.value as unknown[], (item, index) => [String(index), item])
      : Object.entries(next.value).filter(([, member]) => member !== undefined)
    for (const [name, member] of members) {
      left.push({ path: path === '' ? name : `${path}.${name}`, depth: depth + 1, value: member })
    }
  }
  return undefined
}

/** JSON with sorted keys (RFC 8785). @param value of which `findNoJson` finds nothing */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isRecord(value)) return JSON.stringify(value ?? null)
  const members = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)
  return `{${members.join(',')}}`
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value that JSON.parse can give, but for what is in it. */
function isPlain(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (Array.isArray(value)) return true
  if (typeof value !== 'object') return false
  const prototype: unknown = Object.getPrototypeOf(value)
  // Of another window's or test's realm, too.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
