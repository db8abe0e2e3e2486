import { Type } from '@sinclair/typebox'
import { relationIds } from '#model/documents.ts'
import type { PortraitFields } from './field.ts'
import { group, rows } from './kinds/composite.ts'
import { relation, relations } from './kinds/relations.ts'
import { choice, moment, oneChoice, prose, timeOfDay, wording } from './kinds/simple.ts'
import { careerPath } from './parts/career-step.ts'
import { entryRoutes } from './parts/entry-route.ts'
import { pictures } from './parts/picture.ts'
import { relatedProfessions } from './parts/related-profession.ts'
import { salaryFigures } from './parts/salary-figure.ts'
import { sections } from './parts/section.ts'
import { renderSource } from './parts/source.ts'
import { statistics } from './parts/statistic.ts'
import { video } from './parts/video.ts'
import { workingConditions } from './parts/working-conditions.ts'
import { ref, Source } from './shapes.ts'

// The registry: every editorial field once, in the order of the form. What follows from it, from the
// form to the digest, from the review to the API, stands in this folder and names no field. How to add
// one: docs/recipes/add-a-field.md.

const words = { risk: 'text', inDigest: true, delivered: true } as const
const hidden = { shape: Type.Null(), render: () => null } as const

const seoParts = {
  title: { ...words, label: { de: 'Seitentitel', en: 'Page title' }, kind: wording() },
  description: {
    ...words,
    label: { de: 'Beschreibung', en: 'Description' },
    kind: wording({ isMultiline: true }),
  },
} as const

const provenanceParts = {
  origin: {
    ...words,
    label: { de: 'Entstanden durch', en: 'Made by' },
    // Not required: GraphQL would ask for it at every update. The checks demand it.
    kind: choice({
      values: ['human', 'ai-assisted', 'ai-generated'],
      labels: {
        human: { de: 'Mensch', en: 'A person' },
        'ai-assisted': { de: 'Mensch mit KI', en: 'A person with AI' },
        'ai-generated': { de: 'KI', en: 'AI' },
      },
      defaultValue: 'human',
    }),
  },
  tool: { ...words, label: { de: 'Werkzeug', en: 'Tool' }, kind: wording({ as: 'value' }) },
  date: { ...words, label: { de: 'Datum', en: 'Date' }, kind: moment() },
  responsible: {
    ...words,
    label: { de: 'Wer dafür einsteht', en: 'Who answers for it' },
    kind: wording({ as: 'value' }),
  },
} as const

export const portraitFields = {
  profession: {
    label: { de: 'Beruf', en: 'Profession' },
    kind: relation({
      to: 'professions',
      form: ({ collection }) => ({
        required: true,
        index: true,
        ...(collection === 'career-profiles' ? { unique: true } : {}),
      }),
      ...hidden,
    }),
    risk: 'facts',
    inDigest: true,
    delivered: false,
    collections: 'both',
    inReview: null,
    forExperts: null,
    inPreview: null,
    isQuotable: false,
    inSearch: null,
  },
  region: {
    label: { de: 'Region', en: 'Region' },
    kind: relation({
      to: 'regions',
      form: () => ({ required: true, index: true }),
      ...hidden,
    }),
    risk: 'facts',
    inDigest: true,
    delivered: false,
    collections: 'regional-sections',
    inReview: null,
    forExperts: null,
    inPreview: null,
    isQuotable: false,
    inSearch: null,
  },
  kicker: {
    label: { de: 'Dachzeile', en: 'Kicker' },
    kind: wording({ placeholder: { de: 'Beruf … in …', en: 'Beruf … in …' } }),
    risk: 'text',
    inDigest: true,
    delivered: true,
    collections: 'both',
    inReview: 'line',
    forExperts: 'line',
    inPreview: 'line',
    isQuotable: true,
    inSearch: null,
  },
  headline: {
    label: { de: 'Überschrift', en: 'Headline' },
    kind: prose({ required: true }),
    risk: 'text',
    inDigest: true,
    delivered: true,
    collections: 'both',
    inReview: 'headline',
    forExperts: 'headline',
    inPreview: 'headline',
    isQuotable: true,
    inSearch: 'B',
  },
  intro: {
    label: { de: 'Einleitung', en: 'Introduction' },
    kind: prose({ required: true, isMultiline: true, lines: 5 }),
    risk: 'text',
    inDigest: true,
    delivered: true,
    collections: 'both',
    inReview: 'paragraphs',
    forExperts: 'paragraphs',
    inPreview: 'paragraphs',
    isQuotable: true,
    inSearch: 'C',
  },
  sections: {
    label: { de: 'Abschnitte', en: 'Sections' },
    kind: sections,
    risk: 'text',
    inDigest: true,
    delivered: true,
    collections: 'both',
    inReview: 'sections',
    forExperts: 'sections',
    inPreview: 'sections',
    isQuotable: true,
    inSearch: 'D',
  },
  salaryFigures: {
    label: { de: 'Gehaltsangaben', en: 'Salary figures' },
    kind: salaryFigures,
    risk: 'facts',
    inDigest: true,
    delivered: true,
    collections: 'both',
    inReview: 'figures',
    forExperts: 'figures',
    inPreview: 'figures',
    isQuotable: false,
    inSearch: null,
  },
  sources: {
    label: { de: 'Quellen', en: 'Sources' },
    kind: relations({
      to: 'sources',
      isOrdered: true,
      shape: Type.Array(ref(Source)),
      named: [Source],
      render: (value, referred) =>
        relationIds(value).flatMap((id) => renderSource(id, referred) ?? []),
    }),
    risk: 'facts',
    inDigest: true,
    delivered: true,
    collections: 'both',
    inReview: 'entries',
    forExperts: 'sources',
    inPreview: 'sources',
    isQuotable: false,
    inSearch: null,
  },
  media: {
    label: { de: 'Bilder', en: 'Pictures' },
    kind: pictures,
    risk: 'text',
    inDigest: true,
    delivered: true,
    collections: 'both',
    inReview: 'pictures',
    forExperts: 'pictures',
    inPreview: 'pictures',
    isQuotable: false,
    inSearch: null,
  },
  seo: {
    label: { de: 'Suchmaschinen', en: 'Search engines' },
    // A portrait shows its own, with the title that the house's template makes where there is none.
    kind: group(seoParts, { shape: null }),
    risk: 'text',
    inDigest: true,
    delivered: true,
    collections: 'both',
    inReview: 'pairs',
    forExperts: 'pairs',
    inPreview: null,
    isQuotable: false,
    inSearch: null,
  },
  provenance: {
    label: { de: 'Herkunft des Textes', en: 'Provenance of the text' },
    kind: group(provenanceParts, {
      shape: 'Provenance',
      description: {
        de: 'Art. 50 der KI-Verordnung: maschinell erzeugte Texte werden gekennzeichnet, es sei denn, ein Mensch hat sie geprüft und jemand steht öffentlich dafür ein.',
        en: 'AI Act, Art. 50: machine-made text is labelled, unless a person reviewed it and a named party answers for it.',
      },
    }),
    risk: 'text',
    inDigest: true,
    delivered: true,
    collections: 'both',
    inReview: 'pairs',
    forExperts: 'provenance',
    inPreview: 'provenance',
    isQuotable: false,
    inSearch: null,
  },
  faq: {
    label: { de: 'Häufige Fragen', en: 'Frequent questions' },
    kind: rows(
      {
        question: {
          ...words,
          label: { de: 'Frage', en: 'Question' },
          kind: prose({ required: true }),
        },
        answer: {
          ...words,
          label: { de: 'Antwort', en: 'Answer' },
          kind: prose({ required: true, isMultiline: true }),
        },
      },
      {
        shape: 'FrequentQuestion',
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
    inSearch: 'D',
  },
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
          kind: prose({ required: true, isMultiline: true }),
        },
      },
      {
        shape: 'DayEntry',
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
          kind: prose({ required: true }),
        },
      },
      {
        shape: 'Skill',
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
    inSearch: null,
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
    inSearch: 'D',
  },
  sites: {
    label: { de: 'Nur für diese Websites', en: 'Only for these sites' },
    kind: relations({
      to: 'sites',
      isOrdered: false,
      form: ({ onlyPeopleRead }) => ({
        access: { read: onlyPeopleRead },
        admin: {
          position: 'sidebar',
          description: { de: 'Leer: für alle.', en: 'Empty: for all.' },
        },
      }),
      ...hidden,
    }),
    risk: 'text',
    inDigest: true,
    delivered: false,
    collections: 'both',
    inReview: 'entries',
    forExperts: null,
    inPreview: null,
    isQuotable: false,
    inSearch: null,
  },
} as const satisfies PortraitFields
