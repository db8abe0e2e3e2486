/**
 * The day of a stored moment, as YYYY-MM-DD: that in UTC, which is how forms and ISO 8601 write a date. No
 * clock and no time zone's rules enter a digest by it. undefined where it is no moment.
 */
export function dayOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && !(value instanceof Date)) return undefined
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 'YYYY-MM-DD'.length)
}

const inBerlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' })

/**
 * The day of a stored moment on a calendar in Berlin, as YYYY-MM-DD; a day stays the day that it is.
 * undefined where it is no moment, or none of a year with four digits. Without Temporal, which the
 * delivery plane does not load.
 */
export function berlinDayOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && !(value instanceof Date)) return undefined
  const date = new Date(value)
  if (Number.isNaN(date.getTime())) return undefined
  const day = inBerlin.format(date)
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined
}
