import { Temporal } from 'temporal-polyfill'
import type { BilingualText, Language } from './text.ts'

const zone = 'Europe/Berlin'
const firstYear = 2000
const lastYear = 2100

const momentPattern =
  /^(?<local>\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::[0-5]\d(?:\.\d{1,9})?)?)(?<offset>Z|[+-]\d{2}(?::?\d{2})?)?$/
const datePattern = /^\d{4}-\d{2}-\d{2}$/

/**
 * Reads a moment: ISO 8601 with an offset or Z as it stands, without one as the time on a clock in
 * Berlin. A time that the clock there does not show, or shows twice, is refused, as is a date
 * without a time and a year outside 2000 to 2100 (in Berlin).
 */
export function parseMoment(text: string): { at: Date } | { problem: BilingualText } {
  const { local, offset } = momentPattern.exec(text)?.groups ?? {}
  if (local === undefined) return { problem: problemOfForm(text) }
  const clock = readClock(local)
  if (!clock) return { problem: noSuchTime(text) }
  const zoned = offset === undefined ? readInBerlin(clock, text) : readWithOffset(text)
  if ('problem' in zoned) return zoned
  const { year } = zoned.at
  if (year < firstYear || year > lastYear) return { problem: yearOutside(year) }
  return { at: new Date(zoned.at.epochMilliseconds) }
}

/** A moment as people in Germany read it: "28.03.2027, 03:30 Uhr (MESZ)". */
export function formatBerlin(date: Date, language: Language): string {
  const zoned = inBerlin(date)
  const time = zoned.toPlainTime().toString({ smallestUnit: 'minute' })
  const { locale, day, clock, zones } = spellings[language]
  const season = zoned.offset === '+02:00' ? zones.summer : zones.winter
  return `${zoned.toLocaleString(locale, day)}, ${time}${clock} (${season})`
}

interface Spelling {
  locale: string
  day: Intl.DateTimeFormatOptions
  /** What stands behind a time. */
  clock: string
  zones: { winter: string; summer: string }
}

const spellings: Readonly<Record<Language, Spelling>> = {
  de: {
    locale: 'de-DE',
    day: { day: '2-digit', month: '2-digit', year: 'numeric' },
    clock: ' Uhr',
    zones: { winter: 'MEZ', summer: 'MESZ' },
  },
  en: {
    locale: 'en-GB',
    day: { day: 'numeric', month: 'long', year: 'numeric' },
    clock: '',
    zones: { winter: 'CET', summer: 'CEST' },
  },
}

/** The day of a moment on a calendar in Berlin, as YYYY-MM-DD. */
export function berlinDay(date: Date): string {
  return inBerlin(date).toPlainDate().toString()
}

/**
 * The next moment after another at which a clock in Berlin strikes an hour (0 to 23), once every
 * day: an hour that the change of clocks leaves out is struck when the clock jumps over it, one that
 * comes twice the first time.
 *
 * @throws RangeError when there is no such hour
 */
export function nextBerlinTime(after: Date, hour: number): Date {
  const time = Temporal.PlainTime.from({ hour }, { overflow: 'reject' })
  const today = inBerlin(after).toPlainDate()
  const strike = (days: number): number =>
    today.add({ days }).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds
  const struck = strike(0)
  return new Date(struck > after.getTime() ? struck : strike(1))
}

function inBerlin(date: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(zone)
}

function readClock(local: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(local)
  } catch {
    return null
  }
}

type Reading = { at: Temporal.ZonedDateTime } | { problem: BilingualText }

function readWithOffset(text: string): Reading {
  try {
    return { at: Temporal.Instant.from(text).toZonedDateTimeISO(zone) }
  } catch {
    return { problem: noSuchTime(text) }
  }
}

function readInBerlin(clock: Temporal.PlainDateTime, text: string): Reading {
  const earlier = clock.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = clock.toZonedDateTime(zone, { disambiguation: 'later' })
  if (earlier.equals(later)) return { at: earlier }
  const isShown = earlier.toPlainDateTime().equals(clock)
  return { problem: (isShown ? shownTwice : neverShown)(text, earlier, later) }
}

function problemOfForm(text: string): BilingualText {
  if (datePattern.test(text)) {
    return {
      de: `"${text}" ist ein Tag ohne Uhrzeit. Geben Sie die Uhrzeit an, etwa ${text}T08:00.`,
      en: `"${text}" is a day without a time. Add the time, for example ${text}T08:00.`,
    }
  }
  return {
    de: `"${text}" ist kein Zeitpunkt. Erwartet wird ISO 8601, etwa 2027-03-28T08:00 (Zeit in Deutschland) oder 2027-03-28T06:00Z.`,
    en: `"${text}" is not a moment in time. Expected ISO 8601, for example 2027-03-28T08:00 (time in Germany) or 2027-03-28T06:00Z.`,
  }
}

function noSuchTime(text: string): BilingualText {
  return {
    de: `"${text}" nennt einen Tag, eine Uhrzeit oder eine Abweichung von UTC, die es nicht gibt.`,
    en: `"${text}" names a day, a time or an offset from UTC that does not exist.`,
  }
}

function yearOutside(year: number): BilingualText {
  return {
    de: `Das Jahr ${String(year)} liegt außerhalb von ${String(firstYear)} bis ${String(lastYear)}.`,
    en: `The year ${String(year)} lies outside ${String(firstYear)} to ${String(lastYear)}.`,
  }
}

function neverShown(
  text: string,
  before: Temporal.ZonedDateTime,
  after: Temporal.ZonedDateTime,
): BilingualText {
  const [first, second] = [withOffset(before), withOffset(after)]
  return {
    de: `"${text}" gibt es in Deutschland nicht: Die Uhr wird in dieser Nacht vorgestellt. Geben Sie die Abweichung von UTC an: ${first} oder ${second}.`,
    en: `"${text}" does not exist in Germany: the clock goes forward that night. Give the offset from UTC: ${first} or ${second}.`,
  }
}

function shownTwice(
  text: string,
  summer: Temporal.ZonedDateTime,
  winter: Temporal.ZonedDateTime,
): BilingualText {
  const [first, second] = [withOffset(summer), withOffset(winter)]
  return {
    de: `"${text}" gibt es in Deutschland zweimal: Die Uhr wird in dieser Nacht zurückgestellt. Geben Sie die Abweichung von UTC an: ${first} (Sommerzeit) oder ${second} (Winterzeit).`,
    en: `"${text}" exists twice in Germany: the clock goes back that night. Give the offset from UTC: ${first} (summer time) or ${second} (winter time).`,
  }
}

function withOffset(zoned: Temporal.ZonedDateTime): string {
  return zoned.toString({ timeZoneName: 'never', smallestUnit: 'minute' })
}
