'use client'

import { Link, useConfig, useDocumentInfo } from '@payloadcms/ui'
import type { ProposalList } from '#reference/list.ts'
import { useLoaded } from '../kit/use-loaded.ts'
import { useWords } from '../words/use-words.ts'
import styles from './reference.module.css'

/** At the top of an entry's form: that a change of it waits for a second person, and the way there. */
export function WaitingProposal() {
  const { say, format } = useWords()
  const { config } = useConfig()
  const { id, lastUpdateTime } = useDocumentInfo()
  const { body } = useLoaded<ProposalList>(
    id === undefined ? null : `/reference/proposals?entry=${String(id)}`,
    { revision: lastUpdateTime },
  )
  const proposal = body?.proposals[0]
  if (!proposal) return null
  return (
    <div className={styles.waiting} role="status">
      <p>
        {say('proposals:waits', {
          name: proposal.proposedBy?.name ?? say('proposals:command'),
          date: format.date(proposal.proposedAt),
        })}
      </p>
      <p>{say('proposals:untilThen')}</p>
      <Link href={`${config.routes.admin}/proposals`} prefetch={false}>
        {say('proposals:toList')}
      </Link>
    </div>
  )
}
