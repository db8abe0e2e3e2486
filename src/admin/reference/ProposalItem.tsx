'use client'

import { Link, useAuth, useConfig } from '@payloadcms/ui'
import { useState } from 'react'
import type { Decision } from '#reference/decide.ts'
import type { ShownProposal } from '#reference/list.ts'
import { DecisionButtons } from '../kit/DecisionButtons.tsx'
import requests from '../kit/requests.module.css'
import { useWords } from '../words/use-words.ts'
import { DecisionDialog } from './DecisionDialog.tsx'
import styles from './reference.module.css'

/** One proposal: what of which entry changes, whom it reaches, and what the reader may do about it. */
export function ProposalItem({ proposal }: { proposal: ShownProposal }) {
  const { collection, kind, entry, title, changes, texts, sites, status, may } = proposal
  const { say } = useWords()
  const { config } = useConfig()
  const { user } = useAuth()
  const [decision, setDecision] = useState<Decision | null>(null)
  const isOwn = proposal.proposedBy?.id === user?.id
  return (
    <li className={requests.item}>
      <h2 className={requests.title}>
        <Link href={`${config.routes.admin}/collections/${collection}/${entry}`} prefetch={false}>
          {title}
        </Link>
        <span className={requests.kind}>{kind}</span>
      </h2>
      <Facts proposal={proposal} />
      <table className={styles.changes}>
        <thead>
          <tr>
            <th scope="col">{say('proposals:field')}</th>
            <th scope="col">{say('proposals:before')}</th>
            <th scope="col">{say('proposals:after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, label, before, after }) => (
            <tr key={field}>
              <th scope="row">{label}</th>
              <td data-label={say('proposals:before')}>
                <Value words={before} />
              </td>
              <td data-label={say('proposals:after')}>
                <Value words={after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {status !== 'open' ? null : (
        <div className={requests.foot}>
          <p className={styles.reach}>
            {say('proposals:texts', { count: texts })} · {say('proposals:sites', { count: sites })}
          </p>
          {isOwn ? <p>{say('proposals:ownWaits')}</p> : null}
          {may.length === 0 ? <p>{say('proposals:notYours')}</p> : null}
          <DecisionButtons may={may} onChoose={setDecision} title={title} topic="proposals" />
        </div>
      )}
      {decision === null ? null : (
        <DecisionDialog
          decision={decision}
          onClose={() => {
            setDecision(null)
          }}
          proposal={proposal}
        />
      )}
    </li>
  )
}

/** Who proposed it and when, and what became of it. */
function Facts({ proposal }: { proposal: ShownProposal }) {
  const { proposedBy, proposedAt, decidedBy, decidedAt, status, reason } = proposal
  const { say, format } = useWords()
  return (
    <>
      <p className={requests.facts}>
        {say('proposals:of', {
          name: proposedBy?.name ?? say('proposals:command'),
          date: format.moment(proposedAt),
        })}
        {status === 'open' || decidedAt === null
          ? null
          : ` · ${say(`proposals:${status}`, { name: decidedBy?.name ?? '', date: format.moment(decidedAt) })}`}
      </p>
      {reason === null ? null : <blockquote className={requests.quoted}>{reason}</blockquote>}
    </>
  )
}

function Value({ words }: { words: readonly string[] }) {
  const { say } = useWords()
  if (words.length === 0) return <em className={styles.empty}>{say('proposals:empty')}</em>
  return words.join(', ')
}
