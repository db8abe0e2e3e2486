'use client'

import { stageLabels } from '#model/stages.ts'
import type { WorkflowEvent } from '#record/events.ts'
import { nameOfEvent } from '#workflow/event-names.ts'
import { useWords } from '../words/use-words.ts'
import styles from './history.module.css'

/** What happened to a text, newest first. */
export function EventList({ events }: { events: readonly WorkflowEvent[] }) {
  const { say, pick, format } = useWords()
  return (
    <ol className={styles.events}>
      {events.map(({ id, at, transition, from, to, actor, comment }) => (
        <li key={id}>
          <strong>{pick(nameOfEvent(transition))}</strong>
          {to && to !== from ? ` → ${pick(stageLabels[to])}` : ''}
          <span className={styles.note}>
            <time dateTime={at}>{format.moment(at)}</time>
            {`, ${actor ? actor.name : say('history:system')}`}
          </span>
          {comment ? <q className={styles.quote}>{comment}</q> : null}
        </li>
      ))}
    </ol>
  )
}
