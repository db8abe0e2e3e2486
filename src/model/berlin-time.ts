import { Temporal } from 'temporal-polyfill'
import type { BilingualText } from './text.ts'

/** The time zone in which people here speak of dates; what is stored is UTC. */
const berlin = 'Europe/Berlin'

const withOffset = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/i
const withoutOffset = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?$/
const years = { first: 2000, last: 2100 }

const problems = {
  form: {
    de: 'Erwartet wird ein Zeitpunkt nach ISO 8601, etwa 2027-03-01T08:00 (Berliner Zeit) oder 2027-03-01T07:00Z.',
    en: 'Expected a date and time as in ISO 8601, such as 2027-03-01T08:00 (Berlin time) or 2027-03-01T07:00Z.',
  },
  years: {
    de: `Das Jahr liegt nicht zwischen ${String(years.first)} und ${String(years.last)}.`,
    en: `The year is not between ${String(years.first)} and ${String(years.last)}.`,
  },
  skipped: {
    de: 'Diese Uhrzeit gibt es an diesem Tag in Berlin nicht: die Uhr wird vorgestellt. Bitte mit Zeitverschiebung angeben, etwa +02:00.',
    en: 'There is no such time in Berlin on that day: the clocks go forward. Please state an offset, such as +02:00.',
  },
  repeated: {
    de: 'Diese Uhrzeit gibt es an diesem Tag in Berlin zweimal: die Uhr wird zurückgestellt. Bitte mit Zeitverschiebung angeben, +02:00 oder +01:00.',
    en: 'This time comes twice in Berlin on that day: the clocks go back. Please state an offset, +02:00 or +01:00.',
  },
} as const satisfies Readonly<Record<string, BilingualText>>

/**
 * Reads a point in time: ISO 8601 with an offset or Z as it stands, and without one as Berlin time.
 * A time that the change of the clocks skips or repeats is refused, and so is a bare date.
 */
export function parseMoment(text: string): { at: Date } | { problem: BilingualText } {
  try {
    if (withOffset.test(text)) return within(Temporal.Instant.from(text))
    if (!withoutOffset.test(text)) return { problem: problems.form }
    const local = Temporal.PlainDateTime.from(text)
    const earlier = local.toZonedDateTime(berlin, { disambiguation: 'earlier' })
    const later = local.toZonedDateTime(berlin, { disambiguation: 'later' })
    if (!earlier.toPlainDateTime().equals(local)) return { problem: problems.skipped }
    if (!earlier.equals(later)) return { problem: problems.repeated }
    return within(earlier.toInstant())
  } catch (error) {
    // Temporal refuses what has the form of a date and is none, such as the 30th of February.
    if (error instanceof RangeError) return { problem: problems.form }
    throw error
  }
}

/** A point in time for people: `28.03.2027, 03:30 Uhr (MESZ)`, `28/03/2027, 03:30 (CEST)`. */
export function formatBerlin(moment: Date, language: 'de' | 'en'): string {
  const time = zoned(moment)
  const two = (part: number) => String(part).padStart(2, '0')
  const isSummer = time.offsetNanoseconds === 7_200_000_000_000
  const clock = `${two(time.hour)}:${two(time.minute)}`
  return language === 'de'
    ? `${two(time.day)}.${two(time.month)}.${String(time.year)}, ${clock} Uhr (${isSummer ? 'MESZ' : 'MEZ'})`
    : `${two(time.day)}/${two(time.month)}/${String(time.year)}, ${clock} (${isSummer ? 'CEST' : 'CET'})`
}

/** The day that a point in time falls on in Berlin: YYYY-MM-DD. */
export function berlinDay(moment: Date): string {
  return zoned(moment).toPlainDate().toString()
}

/** The next moment after another at which it is a full hour (0 to 23) in Berlin. */
export function nextBerlinTime(after: Date, hour: number): Date {
  const start = zoned(after)
  const today = start.toPlainDate().toZonedDateTime({ timeZone: berlin, plainTime: { hour } })
  const next =
    Temporal.ZonedDateTime.compare(today, start) > 0
      ? today
      : start
          .toPlainDate()
          .add({ days: 1 })
          .toZonedDateTime({ timeZone: berlin, plainTime: { hour } })
  return new Date(next.epochMilliseconds)
}

function within(instant: Temporal.Instant): { at: Date } | { problem: BilingualText } {
  const at = new Date(instant.epochMilliseconds)
  const year = at.getUTCFullYear()
  return year < years.first || year > years.last ? { problem: problems.years } : { at }
}

function zoned(moment: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(berlin)
}
