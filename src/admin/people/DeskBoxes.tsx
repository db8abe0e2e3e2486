'use client'

import { Problem } from '../kit/Problem.tsx'
import { useLoaded } from '../kit/use-loaded.ts'
import { useWords } from '../words/use-words.ts'
import styles from './people.module.css'

/** Picks desks, of which there are a handful. */
export function DeskBoxes(props: {
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}) {
  const { chosen, onChange } = props
  const { say } = useWords()
  const path = '/desks?limit=100&depth=0&sort=name&select[name]=true'
  const { body, problem, reload } = useLoaded<{ docs: { id: string; name: string }[] }>(path)
  return (
    <fieldset className={styles.desks}>
      <legend>{say('people:desks')}</legend>
      <p>{say(body?.docs.length === 0 ? 'people:noDesks' : 'people:desksHint')}</p>
      {problem === null ? null : <Problem message={problem} onRetry={() => void reload()} />}
      {body?.docs.map(({ id, name }) => (
        <label key={id}>
          <input
            checked={chosen.includes(id)}
            onChange={(event) => {
              onChange(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }}
            type="checkbox"
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  )
}
