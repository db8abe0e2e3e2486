'use client'

import { Link, useAuth, useConfig } from '@payloadcms/ui'
import { useState } from 'react'
import type { Decision } from '#erasure/decide.ts'
import type { ShownErasure } from '#erasure/list.ts'
import { DecisionButtons } from '../kit/DecisionButtons.tsx'
import { ReasonDialog } from '../kit/ReasonDialog.tsx'
import requests from '../kit/requests.module.css'
import { useSend } from '../kit/use-send.ts'
import { useWords } from '../words/use-words.ts'

/** One erasure: of what, why, what goes by it, and what the reader may do about it. */
export function ErasureItem({ erasure }: { erasure: ShownErasure }) {
  const { kind, title, collection, document, reason, status, sample, may, answer } = erasure
  const { say } = useWords()
  const { config } = useConfig()
  const { user } = useAuth()
  const [decision, setDecision] = useState<Decision | null>(null)
  return (
    <li className={requests.item}>
      <h2 className={requests.title}>
        <Link
          href={`${config.routes.admin}/collections/${collection}/${document}`}
          prefetch={false}
        >
          {title}
        </Link>
        <span className={requests.kind}>{say(`erasures:${kind}`)}</span>
      </h2>
      <Facts erasure={erasure} />
      {reason === '' ? null : <p className={requests.facts}>{reason}</p>}
      {answer === null ? null : <p className={requests.facts}>{answer}</p>}
      {sample.map(({ label, words }, index) => (
        <blockquote className={requests.quoted} key={`${label}-${String(index)}`}>
          <strong>{label}</strong> {words}
        </blockquote>
      ))}
      {status !== 'open' ? null : (
        <div className={requests.foot}>
          {erasure.askedBy.id === user?.id ? <p>{say('erasures:ownWaits')}</p> : null}
          {may.length === 0 ? <p>{say('erasures:notYours')}</p> : null}
          <DecisionButtons may={may} onChoose={setDecision} title={title} topic="erasures" />
        </div>
      )}
      {decision === null ? null : (
        <DecisionDialog
          decision={decision}
          erasure={erasure}
          onClose={() => {
            setDecision(null)
          }}
        />
      )}
    </li>
  )
}

/** Who asked for it and when, and what became of it. */
function Facts({ erasure }: { erasure: ShownErasure }) {
  const { askedBy, askedAt, decidedBy, decidedAt, status } = erasure
  const { say, format } = useWords()
  const decided =
    status === 'open' || decidedAt === null
      ? null
      : say(`erasures:${status}`, { name: decidedBy?.name ?? '', date: format.moment(decidedAt) })
  return (
    <p className={requests.facts}>
      {say('erasures:of', { name: askedBy.name, date: format.moment(askedAt) })}
      {decided === null ? null : ` · ${decided}`}
    </p>
  )
}

function DecisionDialog(props: { erasure: ShownErasure; decision: Decision; onClose: () => void }) {
  const { erasure, decision, onClose } = props
  const { say } = useWords()
  const { send, isSending, problem } = useSend('/erasures')
  const take = async (reason: string) => {
    const answer = await send(`/erasures/${erasure.id}/${decision}`, {
      method: 'POST',
      body: reason === '' ? {} : { reason },
    })
    if (answer.ok) onClose()
  }
  return (
    <ReasonDialog
      confirm={say(`erasures:${decision}`)}
      isDangerous={decision === 'confirm'}
      isSending={isSending}
      label={say('erasures:answer')}
      needsReason={decision === 'reject'}
      onClose={onClose}
      onTake={(reason) => void take(reason)}
      problem={problem}
      title={say(`erasures:${decision}Of`, { title: erasure.title })}
    >
      {decision === 'confirm' ? <p>{say('erasures:forGood')}</p> : null}
    </ReasonDialog>
  )
}
