import { isRecord } from '#model/documents.ts'
import type { Part, PortraitField } from '#portrait/kinds/field.ts'
import styles from '../portrait.module.css'

/**
 * What a field says: of a group or a list of rows part by part, the label and beside it what stands there;
 * of anything else its one value.
 */
export function Pairs({ value, field }: { value: unknown; field: PortraitField }) {
  const { comparison } = field.kind
  if (!('parts' in comparison)) return <OneValue field={field} value={value} />
  const parts = Object.entries(comparison.parts).filter(([, { delivered }]) => delivered)
  const wholes = (Array.isArray(value) ? value : [value])
    .filter(isRecord)
    .map((whole) => parts.map(([name, part]) => ({ name, ...said(part, whole[name]) })))
    .map((lines) => lines.filter(({ text }) => text !== ''))
    .filter((lines) => lines.length > 0)
  if (wholes.length === 0) return null
  return (
    <section className={styles.pairs}>
      <h2>{field.label.de}</h2>
      {wholes.map((lines, index) => (
        <dl key={index}>
          {lines.map(({ name, label, text }) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      ))}
    </section>
  )
}

function OneValue({ value, field }: { value: unknown; field: PortraitField }) {
  const { label, text } = said(field, value)
  if (text === '') return null
  return (
    <section className={styles.pairs}>
      <h2>{label}</h2>
      <p>{text}</p>
    </section>
  )
}

function said({ label, kind }: Part, value: unknown): { label: string; text: string } {
  return { label: label.de, text: kind.inWords(value, 'de') }
}
