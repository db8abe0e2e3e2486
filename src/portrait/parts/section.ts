import { Type } from '@sinclair/typebox'
import { sectionKindLabels, sectionKinds } from '#model/section-kinds.ts'
import { isRecord } from '#model/documents.ts'
import type { Parts } from '../kinds/field.ts'
import { deliveredAs, rows } from '../kinds/composite.ts'
import { presentTexts, renderTexts, richText } from '../kinds/rich-text.ts'
import { amount, oneChoice, wording } from '../kinds/simple.ts'
import { ref, Section, StoredSection } from '../kinds/shapes.ts'
import { rowsIn, nonEmptyText } from '../kinds/values.ts'

const sectionParts = {
  kind: {
    label: { de: 'Art', en: 'Kind' },
    kind: oneChoice({
      values: sectionKinds,
      labels: sectionKindLabels,
      hint: '/src/admin/sections/KindHint.tsx#KindHint',
    }),
    risk: 'text',
    inDigest: true,
    delivered: true,
  },
  heading: {
    label: { de: 'Zwischenüberschrift', en: 'Heading' },
    kind: wording({ longest: 300, as: 'prose' }),
    risk: 'text',
    inDigest: true,
    delivered: true,
  },
  body: {
    label: { de: 'Text', en: 'Text' },
    kind: richText({ required: true, longest: 200_000 }),
    risk: 'text',
    inDigest: true,
    delivered: true,
  },
  kindConfidence: {
    label: { de: 'Sicherheit der Einordnung', en: 'Confidence of the kind' },
    kind: amount({ min: 0, max: 1, isInternal: true }),
    risk: 'text',
    inDigest: false,
    delivered: false,
  },
} as const satisfies Parts

/** The sections of a text: the words of the body stand beside kind and heading, in the form asked for. */
export const sections = deliveredAs(
  rows(sectionParts, {
    shape: 'Section',
    most: 60,
    labels: {
      singular: { de: 'Abschnitt', en: 'Section' },
      plural: { de: 'Abschnitte', en: 'Sections' },
    },
    matchedBy: [
      { parts: ['kind', 'heading'] },
      { resemblance: ['heading', 'body'] },
      { parts: ['kind'] },
    ],
    isSections: true,
    rowLabel: '/src/admin/sections/SectionRowLabel.tsx#SectionRowLabel',
  }),
  {
    named: [Section],
    stored: Type.Array(StoredSection),
    shown: Type.Array(ref(Section)),
    render: (value) =>
      rowsIn(value).flatMap((row) => {
        const kind = sectionKinds.find((name) => name === row.kind)
        if (kind === undefined) return []
        const body = isRecord(row.body) ? row.body : {}
        return [{ kind, heading: nonEmptyText(row.heading) ?? null, ...renderTexts(body) }]
      }),
    present: (stored, format) =>
      stored.map(({ kind, heading, ...texts }) => ({
        kind,
        heading,
        ...presentTexts(texts, format),
      })),
  },
)
