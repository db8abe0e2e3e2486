import type { ArrayField, Field } from 'payload'
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

const amountLabels: Readonly<Record<AmountName, BilingualText>> = {
  min: { de: 'Minimum', en: 'Minimum' },
  q25: { de: 'Unteres Quartil', en: 'Lower quartile' },
  median: { de: 'Median', en: 'Median' },
  q75: { de: 'Oberes Quartil', en: 'Upper quartile' },
  max: { de: 'Maximum', en: 'Maximum' },
  upperHint: { de: 'Hinweis nach oben', en: 'Upper hint' },
}

/** The salary figures of a portrait, in EUR per period, each with its source or marked unsourced. */
export const salaryFiguresField: ArrayField = {
  name: 'salaryFigures',
  type: 'array',
  label: { de: 'Gehaltsangaben', en: 'Salary figures' },
  labels: {
    singular: { de: 'Gehaltsangabe', en: 'Salary figure' },
    plural: { de: 'Gehaltsangaben', en: 'Salary figures' },
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'kind',
          type: 'select',
          required: true,
          label: { de: 'Art', en: 'Kind' },
          options: salaryKinds.map((value) => ({ value, label: salaryKindLabels[value] })),
        },
        {
          name: 'period',
          type: 'select',
          required: true,
          label: { de: 'Zeitraum', en: 'Period' },
          options: salaryPeriods.map((value) => ({ value, label: salaryPeriodLabels[value] })),
        },
        {
          name: 'currency',
          type: 'select',
          required: true,
          defaultValue: 'EUR',
          label: { de: 'Währung', en: 'Currency' },
          options: ['EUR'],
        },
      ],
    },
    { type: 'row', fields: amountNames.map(amountField) },
    {
      type: 'row',
      fields: [
        { name: 'gross', type: 'checkbox', label: { de: 'Brutto', en: 'Gross' } },
        { name: 'fullTime', type: 'checkbox', label: { de: 'Vollzeit', en: 'Full time' } },
        { name: 'censored', type: 'checkbox', label: { de: 'Gekappt', en: 'Censored' } },
        {
          name: 'isPeriodStated',
          type: 'checkbox',
          defaultValue: true,
          label: { de: 'Zeitraum steht im Text', en: 'Period is stated in the text' },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'source',
          type: 'relationship',
          relationTo: 'sources',
          label: { de: 'Quelle', en: 'Source' },
        },
        {
          name: 'referenceYear',
          type: 'number',
          min: 1990,
          max: 2100,
          label: { de: 'Bezugsjahr', en: 'Reference year' },
        },
        {
          name: 'sampleSize',
          type: 'number',
          min: 1,
          label: { de: 'Fallzahl', en: 'Sample size' },
        },
        {
          name: 'region',
          type: 'relationship',
          relationTo: 'regions',
          label: { de: 'Gilt für', en: 'Applies to' },
          admin: {
            description: {
              de: 'Nur wenn die Quelle eine andere Region misst als die des Textes.',
              en: 'Only where the source measures another region than that of the text.',
            },
          },
        },
      ],
    },
    {
      name: 'statedAs',
      type: 'textarea',
      label: { de: 'Wortlaut im Text', en: 'As stated in the text' },
    },
    {
      name: 'unsourced',
      type: 'checkbox',
      virtual: true,
      label: { de: 'Ohne Quelle', en: 'Unsourced' },
      admin: { readOnly: true, hidden: true },
      hooks: {
        afterRead: [({ siblingData }) => !siblingData.source],
      },
    },
  ],
}

function amountField(name: AmountName): Field {
  return {
    name,
    type: 'number',
    label: amountLabels[name],
    validate: (
      value: unknown,
      { siblingData, req }: { siblingData: unknown; req: RequestLanguage },
    ) => {
      if (value !== undefined && value !== null && typeof value !== 'number') {
        return inLanguage(
          { de: `${name} muss eine Zahl sein.`, en: `${name} must be a number.` },
          req.i18n.language,
        )
      }
      const problem = findSalaryProblems(siblingData ?? {}).find(({ amount }) => amount === name)
      return problem ? inLanguage(problem.message, req.i18n.language) : true
    },
  }
}

interface RequestLanguage {
  i18n: { language: string }
}
