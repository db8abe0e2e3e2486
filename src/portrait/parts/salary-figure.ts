import { Type } from '@sinclair/typebox'
import { relationId } from '#model/documents.ts'
import {
  amountNames,
  findSalaryProblems,
  salaryKindLabels,
  salaryKinds,
  salaryPeriodLabels,
  salaryPeriods,
  type AmountName,
} from '#model/salary.ts'
import { inLanguage, type BilingualText } from '#model/text.ts'
import type { Part, Parts } from '../kinds/field.ts'
import { deliveredAs, rows } from '../kinds/composite.ts'
import { asStored } from '../kinds/parts.ts'
import { relation } from '../kinds/relations.ts'
import { amount, flag, oneChoice, wording } from '../kinds/simple.ts'
import { nullable, ref, Source } from '../kinds/shapes.ts'
import { nonEmptyText } from '../kinds/values.ts'
import { renderSource } from './source.ts'

const fact = { risk: 'facts', inDigest: true, delivered: true } as const

const amountPart = (name: AmountName, label: BilingualText) =>
  ({
    ...fact,
    label,
    kind: amount({
      min: 0,
      description: 'In currency per period',
      validate: (
        value: unknown,
        { siblingData, req }: { siblingData: unknown; req: { i18n: { language: string } } },
      ) => {
        if (value !== undefined && value !== null && typeof value !== 'number') {
          return inLanguage(
            { de: `${name} muss eine Zahl sein.`, en: `${name} must be a number.` },
            req.i18n.language,
          )
        }
        const problem = findSalaryProblems(siblingData ?? {}).find(({ amount: at }) => at === name)
        return problem ? inLanguage(problem.message, req.i18n.language) : true
      },
    }),
  }) as const satisfies Part

const currency = oneChoice({
  values: ['EUR'],
  labels: { EUR: { de: 'EUR', en: 'EUR' } },
  defaultValue: 'EUR',
})

const figureParts = {
  kind: {
    ...fact,
    label: { de: 'Art', en: 'Kind' },
    kind: oneChoice({ values: salaryKinds, labels: salaryKindLabels }),
  },
  period: {
    ...fact,
    label: { de: 'Zeitraum', en: 'Period' },
    kind: oneChoice({ values: salaryPeriods, labels: salaryPeriodLabels }),
  },
  currency: {
    ...fact,
    label: { de: 'Währung', en: 'Currency' },
    kind: deliveredAs(currency, {
      stored: Type.String(),
      shown: Type.String(),
      render: (value) => nonEmptyText(value) ?? 'EUR',
      present: asStored,
    }),
  },
  min: amountPart('min', { de: 'Minimum', en: 'Minimum' }),
  q25: amountPart('q25', { de: 'Unteres Quartil', en: 'Lower quartile' }),
  median: amountPart('median', { de: 'Median', en: 'Median' }),
  q75: amountPart('q75', { de: 'Oberes Quartil', en: 'Upper quartile' }),
  max: amountPart('max', { de: 'Maximum', en: 'Maximum' }),
  upperHint: amountPart('upperHint', { de: 'Hinweis nach oben', en: 'Upper hint' }),
  gross: { ...fact, label: { de: 'Brutto', en: 'Gross' }, kind: flag() },
  fullTime: { ...fact, label: { de: 'Vollzeit', en: 'Full time' }, kind: flag() },
  censored: { ...fact, label: { de: 'Gekappt', en: 'Censored' }, kind: flag() },
  isPeriodStated: {
    ...fact,
    label: { de: 'Zeitraum steht im Text', en: 'Period is stated in the text' },
    kind: flag({ defaultValue: true }),
  },
  region: {
    ...fact,
    label: { de: 'Gilt für', en: 'Applies to' },
    kind: relation({
      to: 'regions',
      form: () => ({
        admin: {
          description: {
            de: 'Nur wenn die Quelle eine andere Region misst als die des Textes.',
            en: 'Only where the source measures another region than that of the text.',
          },
        },
      }),
      shape: nullable(
        Type.String({ description: 'Name of the region that the source measured, where another' }),
      ),
      render: (value, { regions }) => {
        const entry = regions.get(relationId(value) ?? '')
        return entry ? (nonEmptyText(entry.name) ?? '') : null
      },
    }),
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
  referenceYear: {
    ...fact,
    label: { de: 'Bezugsjahr', en: 'Reference year' },
    kind: amount({ min: 1990, max: 2100, shape: 'integer' }),
  },
  sampleSize: {
    ...fact,
    label: { de: 'Fallzahl', en: 'Sample size' },
    kind: amount({ min: 1, shape: 'integer' }),
  },
  statedAs: {
    ...fact,
    label: { de: 'Wortlaut im Text', en: 'As stated in the text' },
    kind: wording({ longest: 2000, isMultiline: true, as: 'value' }),
  },
} as const satisfies Parts

/** What a profession pays, in EUR per period, each figure with its source or marked unsourced. */
export const salaryFigures = rows(figureParts, {
  shape: 'SalaryFigure',
  most: 60,
  labels: {
    singular: { de: 'Gehaltsangabe', en: 'Salary figure' },
    plural: { de: 'Gehaltsangaben', en: 'Salary figures' },
  },
  matchedBy: [
    { parts: ['kind', 'period', 'region', 'source'] },
    { parts: ['kind', 'period'] },
    { parts: ['kind'] },
  ],
  lines: [
    ['kind', 'period', 'currency'],
    amountNames,
    ['gross', 'fullTime', 'censored', 'isPeriodStated'],
    ['source', 'referenceYear', 'sampleSize', 'region'],
  ],
  isRow: ({ kind, period }) =>
    salaryKinds.some((name) => name === kind) && salaryPeriods.some((name) => name === period),
  virtual: [
    {
      name: 'unsourced',
      type: 'checkbox',
      virtual: true,
      label: { de: 'Ohne Quelle', en: 'Unsourced' },
      admin: { readOnly: true, hidden: true },
      hooks: { afterRead: [({ siblingData }) => !siblingData.source] },
    },
  ],
})
