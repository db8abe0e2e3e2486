'use client'

import { useState } from 'react'
import type { Decision } from '#reference/decide.ts'
import type { ShownProposal } from '#reference/list.ts'
import { Dialog } from '../kit/Dialog.tsx'
import kit from '../kit/kit.module.css'
import { Problem } from '../kit/Problem.tsx'
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
  const [reason, setReason] = useState('')
  const { send, isSending, problem } = useSend('/reference/proposals')
  const needsReason = decision === 'reject'
  const take = async () => {
    const said = reason.trim()
    const answer = await send(`/reference/proposals/${proposal.id}/${decision}`, {
      method: 'POST',
      body: { expectedDigest: proposal.digest, ...(said === '' ? {} : { reason: said }) },
    })
    if (answer.ok) onClose()
  }
  return (
    <Dialog
      confirm={{
        label: say(`proposals:${decision}`),
        isDisabled: isSending || (needsReason && reason.trim() === ''),
        isDangerous: needsReason,
        onClick: () => void take(),
      }}
      onClose={onClose}
      title={say(`proposals:${decision}Of`, { title: proposal.title })}
    >
      {problem === null ? null : <Problem message={problem} />}
      <label className={kit.field}>
        <span>{say('proposals:reason')}</span>
        <textarea
          className={kit.input}
          maxLength={2000}
          onChange={(event) => {
            setReason(event.target.value)
          }}
          required={needsReason}
          rows={4}
          value={reason}
        />
      </label>
    </Dialog>
  )
}
