const always: readonly string[] = ['schemas', 'id', 'meta']

/**
 * What of a resource is asked for (RFC 7644, 3.9): `attributes` names what is wanted, `excludedAttributes` what is not.
 * Of an attribute with parts it is all or nothing.
 */
export function projected<T extends object>(resource: T, query: URLSearchParams): Partial<T> {
  const wanted = namesIn(query.get('attributes'))
  const unwanted = namesIn(query.get('excludedAttributes'))
  if (wanted.length === 0 && unwanted.length === 0) return resource
  const isShown = (name: string) =>
    always.includes(name) ||
    (wanted.length > 0
      ? wanted.includes(name.toLowerCase())
      : !unwanted.includes(name.toLowerCase()))
  const shown: Partial<T> = { ...resource }
  for (const name of Object.keys(resource)) if (!isShown(name)) Reflect.deleteProperty(shown, name)
  return shown
}

function namesIn(list: string | null): string[] {
  return (list ?? '')
    .slice(0, 2000)
    .split(',')
    .map((name) => name.trim().toLowerCase().split('.')[0] ?? '')
    .filter((name) => name !== '')
}
