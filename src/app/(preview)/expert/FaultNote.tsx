import { expertWords } from '#admin/words/expert.ts'
import type { Language } from '#model/text.ts'
import type { Fault } from './draft.ts'
import styles from './expert.module.css'

/** What is wrong with a field, beside it. */
export function FaultNote(props: { faults: readonly Fault[]; field: string; language: Language }) {
  const { faults, field, language } = props
  const fault = faults.find((one) => one.field === field)
  if (!fault) return null
  return (
    <p className={styles.fault} id={`${field}-fault`}>
      {expertWords[fault.word][language]}
    </p>
  )
}

/** What ties a field to what is wrong with it. */
export function faultProps(
  faults: readonly Fault[],
  field: string,
): { 'aria-invalid'?: true; 'aria-describedby'?: string } {
  if (!faults.some((one) => one.field === field)) return {}
  return { 'aria-invalid': true, 'aria-describedby': `${field}-fault` }
}
