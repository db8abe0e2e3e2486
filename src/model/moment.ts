/**
 * A point in time as PostgreSQL writes it, in ISO 8601 in UTC. What it writes in a session in UTC needs
 * no calendar, which a list of 20 with two moments each notices.
 *
 * @throws RangeError where it is none that a Date can hold, as 'infinity'
 */
export function momentFrom(written: string): string {
  const found = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?\+00$/.exec(written)
  if (!found) return new Date(written).toISOString()
  const [, date = '', time = '', fraction = ''] = found
  return `${date}T${time}.${fraction.padEnd(3, '0')}Z`
}
