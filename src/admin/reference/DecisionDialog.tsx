'use client'

import type { Decision } from '#reference/decide.ts'
import type { ShownProposal } from '#reference/list.ts'
import { ReasonDialog } from '../kit/ReasonDialog.tsx'
import { useSend } from '../kit/use-send.ts'
import { useWords } from '../words/use-words.ts'

/** Asks for the reason of a decision, and takes it on what was seen. */
export function DecisionDialog(props: {
  proposal: ShownProposal
  decision: Decision
  onClose: () => void
}) {
  const { proposal, decision, onClose } = props
  const { say } = useWords()
  const { send, isSending, problem } = useSend('/reference/proposals')
  const take = async (reason: string) => {
    const answer = await send(`/reference/proposals/${proposal.id}/${decision}`, {
      method: 'POST',
      body: { expectedDigest: proposal.digest, ...(reason === '' ? {} : { reason }) },
    })
    if (answer.ok) onClose()
  }
  const isRejection = decision === 'reject'
  return (
    <ReasonDialog
      confirm={say(`proposals:${decision}`)}
      isDangerous={isRejection}
      isSending={isSending}
      label={say('proposals:reason')}
      needsReason={isRejection}
      onClose={onClose}
      onTake={(reason) => void take(reason)}
      problem={problem}
      title={say(`proposals:${decision}Of`, { title: proposal.title })}
    />
  )
}
