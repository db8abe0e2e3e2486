'use client'

import { useRowLabel, useTranslation } from '@payloadcms/ui'
import { sectionKindLabels, type SectionKind } from '#model/section-kinds.ts'
import { inLanguage } from '#model/text.ts'

/** The label of a folded section: its kind and its heading. */
export function SectionRowLabel() {
  const { data, rowNumber } = useRowLabel<{ kind?: SectionKind; heading?: string }>()
  const { i18n } = useTranslation()
  const kind = data.kind ? inLanguage(sectionKindLabels[data.kind], i18n.language) : '…'
  const number = String((rowNumber ?? 0) + 1).padStart(2, '0')
  return (
    <span>
      {number} {kind}
      {data.heading ? ` · ${data.heading}` : ''}
    </span>
  )
}
