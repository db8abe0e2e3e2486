'use client'

import type { ProposalList, ShownProposal } from '#reference/list.ts'
import { RequestList } from '../kit/RequestList.tsx'
import requests from '../kit/requests.module.css'
import { useWords } from '../words/use-words.ts'
import { ProposalItem } from './ProposalItem.tsx'

const words = {
  show: 'proposals:show',
  open: 'proposals:open',
  decided: 'proposals:decided',
  nothingOpen: 'proposals:nothingOpen',
  nothingDecided: 'proposals:nothingDecided',
  newest: 'proposals:newest',
} as const

/** The proposals, open or decided, the newest first. */
export function Proposals() {
  const { say } = useWords()
  return (
    <div className={requests.requests}>
      <p className={requests.hint}>{say('proposals:hint')}</p>
      <RequestList<ProposalList, ShownProposal>
        itemsOf={({ proposals }) => proposals}
        path="/reference/proposals"
        words={words}
      >
        {(proposal) => <ProposalItem key={proposal.id} proposal={proposal} />}
      </RequestList>
    </div>
  )
}
