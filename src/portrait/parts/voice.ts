import { berlinDayOf } from '#model/day.ts'
import { isRecord } from '#model/documents.ts'
import { inLanguage } from '#model/text.ts'
import type { Parts } from '../kinds/field.ts'
import { rows } from '../kinds/composite.ts'
import { day, prose, wording } from '../kinds/simple.ts'

const shown = { risk: 'facts', inDigest: true, delivered: true } as const
/** What is between the house and the person: an approval covers it, no reader sees it. */
const kept = { risk: 'facts', inDigest: true, delivered: false } as const

const endsTooEarly = {
  de: 'Die Einwilligung endet, bevor sie gegeben wurde.',
  en: 'The consent ends before it was given.',
}

const voiceParts = {
  quote: {
    ...shown,
    label: { de: 'Zitat', en: 'Quote' },
    kind: prose({ longest: 5000, required: true, isMultiline: true }),
  },
  name: {
    ...shown,
    label: { de: 'Name', en: 'Name' },
    kind: prose({ longest: 200, required: true }),
  },
  position: {
    ...shown,
    label: { de: 'Funktion', en: 'Position' },
    kind: wording({
      longest: 200,
      as: 'prose',
      description: 'What the person does, as "Ausbilderin"',
    }),
  },
  consentGivenOn: {
    ...kept,
    label: { de: 'Einwilligung vom', en: 'Consent given on' },
    kind: day(),
  },
  consentUntil: {
    ...kept,
    label: { de: 'Einwilligung bis einschließlich', en: 'Consent up to and including' },
    kind: day({
      validate: (until, { siblingData, req }) => {
        const given = isRecord(siblingData) ? berlinDayOf(siblingData.consentGivenOn) : undefined
        const last = berlinDayOf(until)
        return given === undefined || last === undefined || last >= given
          ? true
          : inLanguage(endsTooEarly, req.i18n.language)
      },
    }),
  },
  consentFor: {
    ...kept,
    label: { de: 'Einwilligung wofür', en: 'Consent for what' },
    kind: wording({ longest: 500 }),
  },
} as const satisfies Parts

/**
 * What people say of their profession, in their own words and under their own name. A quote is
 * delivered as long as its person consents: with an end, up to that day.
 */
export const voices = rows(voiceParts, {
  shape: 'Voice',
  most: 30,
  labels: {
    singular: { de: 'Stimme', en: 'Voice' },
    plural: { de: 'Stimmen', en: 'Voices' },
  },
  matchedBy: [{ parts: ['name'] }, { resemblance: ['quote'] }],
  lines: [
    ['name', 'position'],
    ['consentGivenOn', 'consentUntil', 'consentFor'],
  ],
  lastDay: ({ consentUntil }) => berlinDayOf(consentUntil),
})
