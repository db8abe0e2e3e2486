import type { Language } from '#model/text.ts'

/** Dates, numbers and money as a language writes them. Moments are shown in Berlin time. */
export interface Formats {
  /** 27.11.2026 */
  date: (moment: string | Date) => string
  /** 27.11.2026, 14:03 */
  moment: (moment: string | Date) => string
  /** 14:03 */
  time: (moment: string | Date) => string
  /** vor 3 Tagen, in 2 Stunden */
  distance: (moment: string | Date, from?: Date) => string
  number: (value: number) => string
  percent: (share: number) => string
  /** 3.250 € */
  money: (amount: number, currency?: string) => string
}

const locales: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' }
const timeZone = 'Europe/Berlin'

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** The formats of one language. */
export function formatsIn(language: Language): Formats {
  const locale = locales[language]
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone })
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  return {
    date: (value) => date.format(new Date(value)),
    moment: (value) => moment.format(new Date(value)),
    time: (value) => time.format(new Date(value)),
    distance: (value, from = new Date()) => {
      const seconds = (new Date(value).getTime() - from.getTime()) / 1000
      const [unit, length] = units.find(([, length]) => Math.abs(seconds) >= length) ?? [
        'minute',
        60,
      ]
      return relative.format(Math.trunc(seconds / length), unit)
    },
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    money: (amount, currency = 'EUR') =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        maximumFractionDigits: Number.isInteger(amount) ? 0 : 2,
      }).format(amount),
  }
}
