'use client'

import { toast } from '@payloadcms/ui'
import type { Subject } from '#erasure/subject.ts'
import { ReasonDialog } from '../kit/ReasonDialog.tsx'
import { useSend } from '../kit/use-send.ts'
import { useWords } from '../words/use-words.ts'

/** Asks a second person for something to be erased. */
export function AskDialog(props: { subject: Subject; title: string; onClose: () => void }) {
  const { subject, title, onClose } = props
  const { say } = useWords()
  const { send, isSending, problem } = useSend('/erasures')
  const take = async (reason: string) => {
    const answer = await send('/erasures', { method: 'POST', body: { subject, reason } })
    if (!answer.ok) return
    toast.success(say('erasures:waitsNow'))
    onClose()
  }
  return (
    <ReasonDialog
      confirm={say('erasures:ask')}
      isDangerous={false}
      isSending={isSending}
      label={say('erasures:reason')}
      needsReason
      onClose={onClose}
      onTake={(reason) => void take(reason)}
      problem={problem}
      title={say('erasures:askOf', { title })}
    >
      <p>{say('erasures:reasonHint')}</p>
    </ReasonDialog>
  )
}
