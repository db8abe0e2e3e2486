import { Type } from '@sinclair/typebox'
import type { PortraitFields } from '../kinds/field.ts'
import { relation } from '../kinds/relations.ts'

const hidden = { shape: Type.Null(), render: () => null } as const

/** Of which profession, in which region, a text is. */
export const addressFields = {
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
    signOffs: ['expertise'],
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
    signOffs: ['expertise'],
    inSearch: null,
  },
} as const satisfies PortraitFields
