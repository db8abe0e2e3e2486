'use client'

import { stageLabels } from '#model/stages.ts'
import { transitionNames, transitions } from '#workflow/transitions.ts'
import type { WorkflowEvent } from '#record/events.ts'
import type { Word } from '../words/index.ts'
import { useWords } from '../words/use-words.ts'
import styles from './history.module.css'

/** What an event that is no step of the workflow is called. */
const eventWords: Readonly<Record<string, Word>> = {
  create: 'history:create',
  edit: 'history:edit',
  delete: 'history:delete',
  assign: 'history:assign',
  claim: 'history:claim',
  release: 'history:release',
  comment: 'history:comment',
  reply: 'history:reply',
  editComment: 'history:editComment',
  resolveComment: 'history:resolveComment',
  reopenComment: 'history:reopenComment',
  deleteComment: 'history:deleteComment',
  makeLink: 'history:makeLinkEvent',
  revokeLink: 'history:revokeLink',
  opinion: 'history:opinion',
  due: 'history:due',
  planCancelled: 'history:planCancelled',
  planFailed: 'history:planFailed',
  lapse: 'history:lapse',
}

/** What happened to a text, newest first. */
export function EventList({ events }: { events: readonly WorkflowEvent[] }) {
  const { say, pick, format } = useWords()
  const nameOf = (transition: string) => {
    const step = transitionNames.find((name) => name === transition)
    if (step) return pick(transitions[step].label)
    const word = eventWords[transition]
    return word ? say(word) : transition
  }
  return (
    <ol className={styles.events}>
      {events.map(({ id, at, transition, from, to, actor, comment }) => (
        <li key={id}>
          <strong>{nameOf(transition)}</strong>
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
