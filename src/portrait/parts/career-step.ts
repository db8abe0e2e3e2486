import type { Parts } from '../kinds/field.ts'
import { rows } from '../kinds/composite.ts'
import { amount, prose } from '../kinds/simple.ts'

const fact = { risk: 'facts', inDigest: true, delivered: true } as const
const years = (description: string) =>
  amount({ min: 0, max: 60, description, unit: { de: 'Jahre', en: 'years' } })
const pay = amount({
  min: 1,
  description: 'EUR gross a year',
  unit: { de: '€ brutto im Jahr', en: '€ gross a year' },
})

const stepParts = {
  name: {
    risk: 'text',
    inDigest: true,
    delivered: true,
    label: { de: 'Station', en: 'Step' },
    kind: prose({ longest: 300, required: true }),
  },
  yearsFrom: {
    ...fact,
    label: { de: 'Nach Jahren (von)', en: 'After years (from)' },
    kind: years('Years in the profession, from'),
  },
  yearsTo: {
    ...fact,
    label: { de: 'Nach Jahren (bis)', en: 'After years (to)' },
    kind: years('Years in the profession, to'),
  },
  payFrom: { ...fact, label: { de: 'Verdienst (von)', en: 'Pay (from)' }, kind: pay },
  payTo: { ...fact, label: { de: 'Verdienst (bis)', en: 'Pay (to)' }, kind: pay },
} as const satisfies Parts

/** Where a profession leads, step by step. */
export const careerPath = rows(stepParts, {
  shape: 'CareerStep',
  most: 30,
  labels: {
    singular: { de: 'Station', en: 'Step' },
    plural: { de: 'Stationen', en: 'Steps' },
  },
  matchedBy: [{ parts: ['name'] }, { resemblance: ['name'] }],
  lines: [['name'], ['yearsFrom', 'yearsTo', 'payFrom', 'payTo']],
})
