import { berlinDayOf } from '#model/day.ts'
import { isFilled, rowsOf, type PlainDocument } from '../reading/document.ts'
import type { Finding } from '../findings/finding.ts'

/** So many days before a consent ends the house is told. */
const warningDays = 30

/**
 * Quotes of real people stand on their consent: that it was given has to be shown (Art. 7 (1) GDPR), and one
 * that has ended takes its quote with it.
 *
 * @param today YYYY-MM-DD, in Berlin
 */
export function inspectConsents({ voices }: PlainDocument, today: string): Finding[] {
  const soon = dayAfter(today, warningDays)
  return rowsOf(voices).flatMap((voice, index): Finding[] => {
    const path = (part: string) => `voices.${String(index)}.${part}`
    const name = isFilled(voice.name) ? voice.name.trim() : ''
    const given = berlinDayOf(voice.consentGivenOn)
    const until = berlinDayOf(voice.consentUntil)
    if (given === undefined || given > today) {
      return [
        {
          check: 'consents',
          severity: 'block',
          path: path('consentGivenOn'),
          message:
            given === undefined
              ? {
                  de: `Zum Zitat von ${name || 'jemandem'} fehlt, wann die Einwilligung gegeben wurde.`,
                  en: `It is not said when ${name || 'somebody'} consented to being quoted.`,
                }
              : {
                  de: `Die Einwilligung von ${name} liegt in der Zukunft: ${german(given)}.`,
                  en: `The consent of ${name} lies in the future: ${given}.`,
                },
        },
      ]
    }
    if (until !== undefined && until < given) {
      return [
        {
          check: 'consents',
          severity: 'block',
          path: path('consentUntil'),
          message: {
            de: `Die Einwilligung von ${name} endet am ${german(until)}, bevor sie am ${german(given)} gegeben wurde.`,
            en: `The consent of ${name} ends on ${until}, before it was given on ${given}.`,
          },
        },
      ]
    }
    if (until === undefined || until >= soon) return []
    const hasEnded = until < today
    return [
      {
        check: 'consents',
        severity: hasEnded ? 'block' : 'warn',
        path: path('consentUntil'),
        message: hasEnded
          ? {
              de: `Die Einwilligung von ${name} endete am ${german(until)}. Holen Sie sie neu ein oder nehmen Sie das Zitat heraus.`,
              en: `The consent of ${name} ended on ${until}. Ask for it again, or take the quote out.`,
            }
          : {
              de: `Die Einwilligung von ${name} endet am ${german(until)}. Danach wird das Zitat nicht mehr ausgeliefert.`,
              en: `The consent of ${name} ends on ${until}. The quote is not delivered after that.`,
            },
      },
    ]
  })
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

function german(day: string): string {
  return day.split('-').reverse().join('.')
}
