import { Type } from '@sinclair/typebox'
import { berlinDayOf } from '#model/day.ts'
import { relationIds } from '#model/documents.ts'
import type { Parts, PortraitFields } from '../kinds/field.ts'
import { deliveredAs, group } from '../kinds/composite.ts'
import { asStored } from '../kinds/parts.ts'
import { relations } from '../kinds/relations.ts'
import { choice, moment, wording } from '../kinds/simple.ts'
import { pictures } from '../parts/picture.ts'
import { renderSource } from '../parts/source.ts'
import { nullable, ref, Source } from '../kinds/shapes.ts'

const deliveredDay = nullable(Type.String({ format: 'date', description: 'YYYY-MM-DD, in Berlin' }))
const words = { risk: 'text', inDigest: true, delivered: true } as const
const hidden = { shape: Type.Null(), render: () => null } as const

/** A moment, of which sites get the day. */
const dayInBerlin = deliveredAs(moment(), {
  stored: deliveredDay,
  shown: deliveredDay,
  render: (value) => berlinDayOf(value) ?? null,
  // A row from before holds the moment.
  complete: (stored) => berlinDayOf(stored) ?? null,
  present: asStored,
})

const seoParts = {
  title: {
    ...words,
    label: { de: 'Seitentitel', en: 'Page title' },
    kind: wording({ longest: 300 }),
  },
  description: {
    ...words,
    label: { de: 'Beschreibung', en: 'Description' },
    kind: wording({ longest: 1000, isMultiline: true }),
  },
} as const satisfies Parts

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
  tool: {
    ...words,
    label: { de: 'Werkzeug', en: 'Tool' },
    kind: wording({ longest: 200, as: 'value' }),
  },
  date: { ...words, label: { de: 'Datum', en: 'Date' }, kind: dayInBerlin },
  responsible: {
    ...words,
    label: { de: 'Wer dafür einsteht', en: 'Who answers for it' },
    kind: wording({ longest: 300, as: 'value' }),
  },
} as const satisfies Parts

/** What is said about the text: sources, pictures, search engines, where it comes from, for whom it is. */
export const aboutFields = {
  sources: {
    label: { de: 'Quellen', en: 'Sources' },
    kind: relations({
      to: 'sources',
      most: 100,
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
    signOffs: ['expertise', 'legal'],
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
    signOffs: ['legal'],
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
    signOffs: ['language'],
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
    signOffs: ['legal'],
    inSearch: null,
  },
  sites: {
    label: { de: 'Nur für diese Websites', en: 'Only for these sites' },
    kind: relations({
      to: 'sites',
      most: 200,
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
    signOffs: [],
    inSearch: null,
  },
} as const satisfies PortraitFields
