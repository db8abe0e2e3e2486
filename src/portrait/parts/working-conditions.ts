import type { Parts } from '../kinds/field.ts'
import { group } from '../kinds/composite.ts'
import { wording } from '../kinds/simple.ts'

const condition = { risk: 'text', inDigest: true, delivered: true } as const
const running = wording({ longest: 5000, isMultiline: true, as: 'prose' })

const conditionParts = {
  hours: {
    ...condition,
    label: { de: 'Arbeitszeiten und Schichten', en: 'Hours and shifts' },
    kind: running,
  },
  places: { ...condition, label: { de: 'Arbeitsorte', en: 'Places' }, kind: running },
  physicalDemands: {
    ...condition,
    label: { de: 'Körperliche Anforderungen', en: 'Physical demands' },
    kind: running,
  },
  mentalDemands: {
    ...condition,
    label: { de: 'Psychische Anforderungen', en: 'Mental demands' },
    kind: running,
  },
  protectiveClothing: {
    ...condition,
    label: { de: 'Schutzkleidung', en: 'Protective clothing' },
    kind: running,
  },
} as const satisfies Parts

/** Under which conditions people work in a profession. */
export const workingConditions = group(conditionParts, { shape: 'WorkingConditions' })
