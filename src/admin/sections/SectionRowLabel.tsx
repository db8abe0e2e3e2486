'use client'

import { useRowLabel } from '@payloadcms/ui'
import { sectionKindLabels, type SectionKind } from '#model/section-kinds.ts'
import { useWords } from '../words/use-words.ts'
import { KindIcon } from './KindIcon.tsx'
import styles from './sections.module.css'

/** The label of a folded section: its kind and its heading. */
export function SectionRowLabel() {
  const { data, rowNumber } = useRowLabel<{ kind?: SectionKind; heading?: string }>()
  const { pick } = useWords()
  const number = String((rowNumber ?? 0) + 1).padStart(2, '0')
  return (
    <span className={styles.label}>
      <span className={styles.number}>{number}</span>
      {data.kind ? <KindIcon kind={data.kind} /> : null}
      <span className={styles.name}>
        {data.kind ? pick(sectionKindLabels[data.kind]) : '…'}
        {data.heading ? ` · ${data.heading}` : ''}
      </span>
    </span>
  )
}
