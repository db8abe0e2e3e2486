import type { PortraitFields } from '../kinds/field.ts'
import { rows } from '../kinds/composite.ts'
import { oneChoice, prose, timeOfDay } from '../kinds/simple.ts'
import { careerPath } from '../parts/career-step.ts'
import { entryRoutes } from '../parts/entry-route.ts'
import { relatedProfessions } from '../parts/related-profession.ts'
import { statistics } from '../parts/statistic.ts'
import { video } from '../parts/video.ts'
import { voices } from '../parts/voice.ts'
import { workingConditions } from '../parts/working-conditions.ts'

const words = { risk: 'text', inDigest: true, delivered: true } as const

/** What stands in lists of its own beside the running text. */
export const detailFields = {
  entryRoutes: {
    label: { de: 'Zugangswege', en: 'Ways in' },
    kind: entryRoutes,
    risk: 'facts',
    inDigest: true,
    delivered: true,
    collections: 'both',
    inReview: 'pairs',
    forExperts: 'pairs',
    inPreview: 'pairs',
    isQuotable: true,
    signOffs: ['expertise', 'language'],
    inSearch: 'D',
  },
  dayInTheLife: {
    label: { de: 'Ein Tag im Beruf', en: 'A day in the life' },
    kind: rows(
      {
        time: { ...words, label: { de: 'Uhrzeit', en: 'Time' }, kind: timeOfDay() },
        activity: {
          ...words,
          label: { de: 'Was geschieht', en: 'What happens' },
          kind: prose({ longest: 10_000, required: true, isMultiline: true }),
        },
      },
      {
        shape: 'DayEntry',
        most: 50,
        labels: {
          singular: { de: 'Tageszeit', en: 'Time of day' },
          plural: { de: 'Tageszeiten', en: 'Times of day' },
        },
        matchedBy: [{ parts: ['time'] }, { resemblance: ['activity'] }],
      },
    ),
    risk: 'text',
    inDigest: true,
    delivered: true,
    collections: 'both',
    inReview: 'pairs',
    forExperts: 'pairs',
    inPreview: 'pairs',
    isQuotable: true,
    signOffs: ['expertise', 'language'],
    inSearch: 'D',
  },
  workingConditions: {
    label: { de: 'Arbeitsbedingungen', en: 'Working conditions' },
    kind: workingConditions,
    risk: 'text',
    inDigest: true,
    delivered: true,
    collections: 'both',
    inReview: 'pairs',
    forExperts: 'pairs',
    inPreview: 'pairs',
    isQuotable: true,
    signOffs: ['expertise', 'language'],
    inSearch: 'D',
  },
  skills: {
    label: { de: 'Kompetenzen', en: 'Skills' },
    kind: rows(
      {
        level: {
          ...words,
          label: { de: 'Stellenwert', en: 'Importance' },
          kind: oneChoice({
            values: ['must', 'may'],
            labels: {
              must: { de: 'unverzichtbar', en: 'essential' },
              may: { de: 'von Vorteil', en: 'optional' },
            },
          }),
        },
        name: {
          ...words,
          label: { de: 'Kompetenz', en: 'Skill' },
          kind: prose({
            longest: 200,
            required: true,
            input: '/src/admin/skills/SkillName.tsx#SkillName',
          }),
        },
      },
      {
        shape: 'Skill',
        most: 100,
        labels: {
          singular: { de: 'Kompetenz', en: 'Skill' },
          plural: { de: 'Kompetenzen', en: 'Skills' },
        },
        matchedBy: [{ parts: ['name'] }, { resemblance: ['name'] }],
        lines: [['level', 'name']],
      },
    ),
    risk: 'text',
    inDigest: true,
    delivered: true,
    collections: 'both',
    inReview: 'pairs',
    forExperts: 'pairs',
    inPreview: 'pairs',
    isQuotable: true,
    signOffs: ['expertise', 'language'],
    inSearch: 'D',
  },
  careerPath: {
    label: { de: 'Karriereweg', en: 'Career path' },
    kind: careerPath,
    risk: 'facts',
    inDigest: true,
    delivered: true,
    collections: 'both',
    inReview: 'pairs',
    forExperts: 'pairs',
    inPreview: 'pairs',
    isQuotable: true,
    signOffs: ['expertise', 'language'],
    inSearch: 'D',
  },
  relatedProfessions: {
    label: { de: 'Verwandte Berufe', en: 'Related professions' },
    kind: relatedProfessions,
    risk: 'facts',
    inDigest: true,
    delivered: true,
    collections: 'both',
    inReview: 'pairs',
    forExperts: 'pairs',
    inPreview: 'pairs',
    isQuotable: true,
    signOffs: ['expertise'],
    inSearch: 'D',
  },
  statistics: {
    label: { de: 'Zahlen zum Beruf', en: 'The profession in numbers' },
    kind: statistics,
    risk: 'facts',
    inDigest: true,
    delivered: true,
    collections: 'both',
    inReview: 'pairs',
    forExperts: 'pairs',
    inPreview: 'pairs',
    isQuotable: false,
    signOffs: ['expertise', 'legal'],
    inSearch: null,
  },
  voices: {
    label: { de: 'Stimmen aus dem Beruf', en: 'Voices from the profession' },
    kind: voices,
    risk: 'facts',
    inDigest: true,
    delivered: true,
    collections: 'both',
    inReview: 'pairs',
    forExperts: 'pairs',
    inPreview: 'pairs',
    isQuotable: true,
    signOffs: ['language', 'legal'],
    inSearch: 'D',
  },
  faq: {
    label: { de: 'Häufige Fragen', en: 'Frequent questions' },
    kind: rows(
      {
        question: {
          ...words,
          label: { de: 'Frage', en: 'Question' },
          kind: prose({ longest: 500, required: true }),
        },
        answer: {
          ...words,
          label: { de: 'Antwort', en: 'Answer' },
          kind: prose({ longest: 10_000, required: true, isMultiline: true }),
        },
      },
      {
        shape: 'FrequentQuestion',
        most: 60,
        labels: {
          singular: { de: 'Frage', en: 'Question' },
          plural: { de: 'Fragen', en: 'Questions' },
        },
        matchedBy: [{ parts: ['question'] }, { resemblance: ['question', 'answer'] }],
      },
    ),
    risk: 'text',
    inDigest: true,
    delivered: true,
    collections: 'both',
    inReview: 'pairs',
    forExperts: 'pairs',
    inPreview: 'pairs',
    isQuotable: true,
    signOffs: ['expertise', 'language', 'legal'],
    inSearch: 'D',
  },
  video: {
    label: { de: 'Video', en: 'Video' },
    kind: video,
    risk: 'text',
    inDigest: true,
    delivered: true,
    collections: 'both',
    inReview: 'pairs',
    forExperts: 'pairs',
    inPreview: 'pairs',
    isQuotable: true,
    signOffs: ['legal'],
    inSearch: 'D',
  },
} as const satisfies PortraitFields
