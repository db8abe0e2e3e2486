import { Link } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import type { NewsroomText } from '#newsroom/lists/entries.ts'
import type { Formats } from '../words/formats.ts'
import type { Say } from '../words/say.ts'
import { StageBadge } from '../kit/StageBadge.tsx'
import { pathOfText } from './paths.ts'
import {
  isOverdue,
  isPartlyApproved,
  kindsToSignOff,
  riskWords,
  subjectOf,
  waitingFor,
} from './standing.ts'
import styles from './texts.module.css'

/** One text in a short list: what it is, where it stands, and what is urgent about it. */
export function TextItem(props: {
  text: NewsroomText
  say: Say
  format: Formats
  language: string
  now: Date
  /** Where the title leads: to the form, or to its review. */
  to?: 'form' | 'review'
  /** What else is to be said, below. */
  children?: ReactNode
}) {
  const { text, say, format, language, now, to = 'form', children } = props
  const isLate = isOverdue(text, now)
  return (
    <li className={styles.item}>
      <Link className={styles.title} href={pathOfText(text, to)} prefetch={false}>
        {text.title || say('texts:untitled')}
      </Link>
      <StageBadge language={language} stage={text.stage} />
      <span className={styles.facts}>
        <span>{subjectOf(text, say)}</span>
        {text.author ? <span>{text.author.name}</span> : null}
        {text.desks.length > 0 ? (
          <span>{text.desks.map(({ name }) => name).join(', ')}</span>
        ) : null}
        {text.dueAt ? (
          <span className={isLate ? styles.urgent : undefined}>
            {say(isLate ? 'texts:overdue' : 'texts:due', { when: format.date(text.dueAt) })}
          </span>
        ) : null}
        {text.stage === 'in_review' ? (
          <>
            <span>{waitingFor(text.stageSince, now, say)}</span>
            {text.risk ? (
              <span>{say('texts:risk', { what: say(riskWords[text.risk]) })}</span>
            ) : null}
            {text.approval && isPartlyApproved(text.approval) ? (
              <span>{say('bar:approvals', { progress: text.approval.text })}</span>
            ) : null}
            {text.maySignOff.length > 0 ? (
              <span className={styles.own}>
                {say('texts:maySignOff', { what: kindsToSignOff(text, language) })}
              </span>
            ) : null}
          </>
        ) : null}
        {text.claimedBy ? <span>{say('texts:claimed', { name: text.claimedBy.name })}</span> : null}
        {text.publishAt ? (
          <span>{say('texts:publishAt', { when: format.moment(text.publishAt) })}</span>
        ) : null}
        {text.liveAt ? (
          <span>{say('texts:liveSince', { when: format.moment(text.liveAt) })}</span>
        ) : null}
      </span>
      {children}
    </li>
  )
}
