import { Type } from '@sinclair/typebox'
import { relationId } from '#model/documents.ts'
import type { Parts } from '../kinds/field.ts'
import { rows } from '../kinds/composite.ts'
import { relation } from '../kinds/relations.ts'
import { amount, oneChoice } from '../kinds/simple.ts'
import { nullable, ref, Source } from '../kinds/shapes.ts'
import { nonEmptyText } from '../kinds/values.ts'
import { renderSource } from './source.ts'

const fact = { risk: 'facts', inDigest: true, delivered: true } as const

const statisticParts = {
  kind: {
    ...fact,
    label: { de: 'Kennzahl', en: 'Measure' },
    kind: oneChoice({
      values: ['beschaeftigte', 'offene-stellen', 'frauenanteil', 'arbeitslosenquote'],
      labels: {
        beschaeftigte: { de: 'Beschäftigte', en: 'Employed persons' },
        'offene-stellen': { de: 'Offene Stellen', en: 'Vacancies' },
        frauenanteil: { de: 'Frauenanteil', en: 'Share of women' },
        arbeitslosenquote: { de: 'Berufsspezifische Arbeitslosenquote', en: 'Unemployment ratio' },
      },
    }),
  },
  value: { ...fact, label: { de: 'Wert', en: 'Value' }, kind: amount({ min: 0 }) },
  unit: {
    ...fact,
    label: { de: 'Einheit', en: 'Unit' },
    kind: oneChoice({
      values: ['anzahl', 'prozent'],
      labels: {
        anzahl: { de: 'Anzahl', en: 'Number' },
        prozent: { de: 'Prozent', en: 'Per cent' },
      },
    }),
  },
  region: {
    ...fact,
    label: { de: 'Gilt für', en: 'Applies to' },
    kind: relation({
      to: 'regions',
      shape: nullable(Type.String({ description: 'Name of the region that was counted' })),
      render: (value, { regions }) => {
        const entry = regions.get(relationId(value) ?? '')
        return entry ? (nonEmptyText(entry.name) ?? '') : null
      },
    }),
  },
  year: {
    ...fact,
    label: { de: 'Jahr', en: 'Year' },
    kind: amount({ min: 1990, max: 2100, shape: 'integer' }),
  },
  source: {
    ...fact,
    label: { de: 'Quelle', en: 'Source' },
    kind: relation({
      to: 'sources',
      shape: nullable(ref(Source)),
      named: [Source],
      render: renderSource,
    }),
  },
} as const satisfies Parts

/** What is counted of a profession beside its pay, each with region, year and source. */
export const statistics = rows(statisticParts, {
  shape: 'Statistic',
  most: 60,
  labels: {
    singular: { de: 'Kennzahl', en: 'Statistic' },
    plural: { de: 'Kennzahlen', en: 'Statistics' },
  },
  matchedBy: [
    { parts: ['kind', 'region', 'year'] },
    { parts: ['kind', 'region'] },
    { parts: ['kind'] },
  ],
  lines: [
    ['kind', 'value', 'unit'],
    ['region', 'year', 'source'],
  ],
})
