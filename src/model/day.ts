/**
 * The day of a stored moment, as YYYY-MM-DD: that in UTC, which is how forms and ISO 8601 write a date. No
 * clock and no time zone's rules enter a digest by it. undefined where it is no moment.
 */
export function dayOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && !(value instanceof Date)) return undefined
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 'YYYY-MM-DD'.length)
}
