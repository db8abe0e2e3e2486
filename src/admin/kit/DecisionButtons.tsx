'use client'

import { Button } from '@payloadcms/ui'
import { useWords } from '../words/use-words.ts'
import styles from './requests.module.css'

/** What the reader may do with what somebody has asked for; each button says of what. */
export function DecisionButtons<Decision extends 'confirm' | 'reject' | 'withdraw'>(props: {
  may: readonly Decision[]
  topic: 'proposals' | 'erasures'
  title: string
  onChoose: (decision: Decision) => void
}) {
  const { may, topic, title, onChoose } = props
  const { say } = useWords()
  return (
    <div className={styles.buttons}>
      {may.map((name) => (
        <Button
          aria-label={say(`${topic}:${name}Of`, { title })}
          buttonStyle={name === 'confirm' ? 'primary' : 'secondary'}
          key={name}
          margin={false}
          onClick={() => {
            onChoose(name)
          }}
          size="small"
          type="button"
        >
          {say(`${topic}:${name}`)}
        </Button>
      ))}
    </div>
  )
}
