import { Type } from '@sinclair/typebox'
import { relationId } from '#model/documents.ts'
import type { Parts } from '../kinds/field.ts'
import { rows } from '../kinds/composite.ts'
import { relation } from '../kinds/relations.ts'
import { oneChoice, prose } from '../kinds/simple.ts'
import { nullable, uuid } from '../kinds/shapes.ts'
import { nonEmptyText } from '../kinds/values.ts'

const fact = { risk: 'facts', inDigest: true, delivered: true } as const

const relatedParts = {
  profession: {
    ...fact,
    label: { de: 'Beruf', en: 'Profession' },
    kind: relation({
      to: 'professions',
      form: () => ({ required: true }),
      shape: nullable(Type.Object({ id: uuid, slug: Type.String(), name: Type.String() })),
      render: (value, { professions }) => {
        const id = relationId(value)
        const entry = id === null ? undefined : professions.get(id)
        return id === null || !entry
          ? null
          : { id, slug: nonEmptyText(entry.slug) ?? '', name: nonEmptyText(entry.name) ?? '' }
      },
    }),
  },
  relation: {
    ...fact,
    label: { de: 'Beziehung', en: 'Relation' },
    kind: oneChoice({
      values: ['aehnlich', 'spezialisierung', 'aufstieg', 'alternative'],
      labels: {
        aehnlich: { de: 'ähnlicher Beruf', en: 'similar' },
        spezialisierung: { de: 'Spezialisierung', en: 'specialisation' },
        aufstieg: { de: 'Aufstieg', en: 'advancement' },
        alternative: { de: 'Alternative', en: 'alternative' },
      },
    }),
  },
  reason: {
    risk: 'text',
    inDigest: true,
    delivered: true,
    label: { de: 'Warum', en: 'Why' },
    kind: prose({ longest: 2000, isMultiline: true }),
  },
} as const satisfies Parts

/** Professions near this one, each with what it has to do with it. */
export const relatedProfessions = rows(relatedParts, {
  shape: 'RelatedProfession',
  most: 50,
  labels: {
    singular: { de: 'Verwandter Beruf', en: 'Related profession' },
    plural: { de: 'Verwandte Berufe', en: 'Related professions' },
  },
  matchedBy: [{ parts: ['profession'] }, { resemblance: ['reason'] }],
  lines: [['profession', 'relation']],
})
