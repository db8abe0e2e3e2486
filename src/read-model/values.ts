// What columns and JSON of the read model hold, as the types that we speak of.

export function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

export function numberOrNull(value: unknown): number | null {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item: unknown) => typeof item === 'string') : []
}

/** A point in time as ISO 8601 in UTC. @throws Error where it is none */
export function moment(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  return new Date(text(value)).toISOString()
}
