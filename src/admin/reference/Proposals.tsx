'use client'

import type { ProposalList, ShownProposal } from '#reference/list.ts'
import { RequestList } from '../kit/RequestList.tsx'
import requests from '../kit/requests.module.css'
import { useWords } from '../words/use-words.ts'
import { ProposalItem } from './ProposalItem.tsx'

/** The proposals, open or decided, the newest first. */
export function Proposals() {
  const { say } = useWords()
  return (
    <div className={requests.requests}>
      <p className={requests.hint}>{say('proposals:hint')}</p>
      <RequestList<ProposalList, ShownProposal>
        itemsOf={({ proposals }) => proposals}
        path="/reference/proposals"
        topic="proposals"
      >
        {(proposal) => <ProposalItem key={proposal.id} proposal={proposal} />}
      </RequestList>
    </div>
  )
}
