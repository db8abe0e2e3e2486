import type { Formats } from '../words/formats.ts'
import type { Say } from '../words/say.ts'

/** A length of time as people say it: hours up to two days, then days. */
export function lengthInWords(
  hours: number,
  { say, format }: { say: Say; format: Pick<Formats, 'number'> },
): string {
  if (hours < 1) return say('reports:underAnHour')
  const isLong = hours >= 48
  const count = isLong ? Math.round(hours / 2.4) / 10 : Math.round(hours)
  return say(isLong ? 'reports:days' : 'reports:hours', { count, number: format.number(count) })
}
