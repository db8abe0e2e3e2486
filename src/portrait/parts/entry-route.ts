import type { Parts } from '../kinds/field.ts'
import { rows } from '../kinds/composite.ts'
import { amount, choice, oneChoice, prose } from '../kinds/simple.ts'

const fact = { risk: 'facts', inDigest: true, delivered: true } as const

const routeParts = {
  kind: {
    ...fact,
    label: { de: 'Weg', en: 'Route' },
    kind: oneChoice({
      values: ['ausbildung-dual', 'ausbildung-schulisch', 'studium', 'quereinstieg', 'umschulung'],
      labels: {
        'ausbildung-dual': { de: 'Duale Ausbildung', en: 'Dual apprenticeship' },
        'ausbildung-schulisch': { de: 'Schulische Ausbildung', en: 'School-based training' },
        studium: { de: 'Studium', en: 'Studies' },
        quereinstieg: { de: 'Quereinstieg', en: 'Side entry' },
        umschulung: { de: 'Umschulung', en: 'Retraining' },
      },
    }),
  },
  months: {
    ...fact,
    label: { de: 'Dauer in Monaten', en: 'Length in months' },
    kind: amount({
      min: 1,
      max: 120,
      shape: 'integer',
      description: 'Months',
      unit: { de: 'Monate', en: 'months' },
    }),
  },
  certificate: {
    ...fact,
    label: { de: 'Schulabschluss', en: 'School-leaving certificate' },
    kind: choice({
      values: [
        'keiner',
        'erster-schulabschluss',
        'mittlerer-schulabschluss',
        'fachhochschulreife',
        'hochschulreife',
      ],
      labels: {
        keiner: { de: 'nicht vorgeschrieben', en: 'none required' },
        'erster-schulabschluss': {
          de: 'Erster Schulabschluss (Hauptschule)',
          en: 'First school-leaving certificate',
        },
        'mittlerer-schulabschluss': {
          de: 'Mittlerer Schulabschluss',
          en: 'Intermediate school-leaving certificate',
        },
        fachhochschulreife: {
          de: 'Fachhochschulreife',
          en: 'Entrance qualification for universities of applied sciences',
        },
        hochschulreife: { de: 'Hochschulreife', en: 'University entrance qualification' },
      },
    }),
  },
  content: {
    risk: 'text',
    inDigest: true,
    delivered: true,
    label: { de: 'Was dazugehört', en: 'What belongs to it' },
    kind: prose({ longest: 5000, isMultiline: true }),
  },
} as const satisfies Parts

/** The ways into a profession, each with its length and what it asks for. */
export const entryRoutes = rows(routeParts, {
  shape: 'EntryRoute',
  most: 30,
  labels: {
    singular: { de: 'Zugangsweg', en: 'Way in' },
    plural: { de: 'Zugangswege', en: 'Ways in' },
  },
  matchedBy: [{ parts: ['kind'] }, { resemblance: ['content'] }],
  lines: [['kind', 'months', 'certificate']],
})
