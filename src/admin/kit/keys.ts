// What is loaded is kept under its address: the same address is one request, whoever asks.

/** The key of what an address gives in a language; `body` for a question that is sent along. */
export function keyOf(path: string, language: string, body?: object): readonly unknown[] {
  return body === undefined ? [path, language] : [path, language, body]
}

/** An address that a call changes, with all that lies below it, or only the address itself. */
export type Changed = string | { only: string }

/** Says whether a change touches what was loaded from an address, whatever its query. */
export function touches(changed: Changed, key: readonly unknown[]): boolean {
  const place = placeOf(key)
  if (place === null) return false
  if (typeof changed !== 'string') return place === changed.only
  return place === changed || place.startsWith(`${changed}/`)
}

/** Says whether two keys are of the same address, whatever its query. */
export function isSamePlace(one: readonly unknown[], other: readonly unknown[]): boolean {
  const place = placeOf(one)
  return place !== null && place === placeOf(other)
}

function placeOf([path]: readonly unknown[]): string | null {
  return typeof path === 'string' ? (path.split('?')[0] ?? path) : null
}

/** The address of the page that a cursor leads to; of the first one without. */
export function withCursor(path: string, cursor: string | null): string {
  if (cursor === null) return path
  return `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`
}
