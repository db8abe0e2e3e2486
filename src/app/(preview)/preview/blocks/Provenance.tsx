import type { ShownText } from '#portrait/delivered.ts'
import styles from '../portrait.module.css'

const origins = {
  'ai-assisted': 'Dieser Text ist mit Hilfe von künstlicher Intelligenz entstanden.',
  'ai-generated': 'Diesen Text hat eine künstliche Intelligenz geschrieben.',
} as const

/** Art. 50 of the AI Act: machine-made text says so, and who answers for it. */
export function Provenance({ value }: { value: ShownText['provenance'] }) {
  const { origin, responsible } = value
  if (origin === null || origin === 'human') return null
  return (
    <p className={styles.provenance}>
      {origins[origin]}
      {responsible === null ? '' : ` Verantwortlich: ${responsible}.`}
    </p>
  )
}
