'use client'

import { useState } from 'react'
import type { Commitments } from '#accounts/commitments.ts'
import type { Held } from '#accounts/held/list.ts'
import type { PersonEntry } from '#accounts/overview.ts'
import type { MailOutcome } from '#accounts/send-invitation.ts'
import type { ApiAnswer } from '../kit/api.ts'
import { useSend } from '../kit/use-send.ts'
import { useWords } from '../words/use-words.ts'

/** What an administrator does about accounts, and how it ended. */
export function useAccountActions() {
  const { say, format } = useWords()
  const { send } = useSend('/people')
  const { send: sendAway } = useSend<{
    ended: Partial<Held>
    commitments: Commitments
  }>('/people')
  const { send: sendUntil } = useSend<{ until: string }>('/people')
  const { send: sendMail } = useSend<{ mail: MailOutcome }>('/people')
  const [notice, setNotice] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const tellOfMail = (email: string, mail: MailOutcome) => {
    const isLost = mail.status === 'failed'
    setNotice(
      isLost ? null : say(mail.status === 'sent' ? 'people:sent' : 'people:kept', { email }),
    )
    setProblem(isLost ? say('people:failed', { email, reason: mail.reason }) : null)
  }

  const finish = <Body>(answer: ApiAnswer<Body>, tell: (body: Body) => void) => {
    if (answer.ok) {
      setProblem(null)
      tell(answer.body)
    } else {
      setNotice(null)
      setProblem(answer.message)
    }
  }

  const renew = async ({ id, email }: PersonEntry) => {
    const path = `/people/invitations/${id}/renew`
    finish(await sendMail(path, { method: 'POST' }), ({ mail }) => {
      tellOfMail(email, mail)
    })
  }
  const revoke = async ({ id, name }: PersonEntry) => {
    finish(await send(`/people/invitations/${id}`, { method: 'DELETE' }), () => {
      setNotice(say('people:revoked', { name }))
    })
  }

  const deactivate = async ({ id, name }: PersonEntry) => {
    const path = `/users/${id}/deactivate`
    finish(await sendAway(path, { method: 'POST', body: {} }), ({ ended, commitments }) => {
      const { person: _, ...left } = commitments
      const [gone, count] = [countAll(ended), countAll(left)]
      setNotice(
        gone + count === 0
          ? say('people:isDeactivated', { name })
          : say('people:leavesBehind', { name, ended: String(gone), count: String(count) }),
      )
    })
  }
  const sendLink = async ({ name, email }: PersonEntry) => {
    finish(await send('/users/forgot-password', { method: 'POST', body: { email } }), () => {
      setNotice(say('people:linkSent', { name }))
    })
  }
  const resetFactors = async ({ id, name }: PersonEntry) => {
    finish(await send(`/people/${id}/second-factors`, { method: 'DELETE' }), () => {
      setNotice(say('people:factorsReset', { name }))
    })
  }
  const linkProvider = async ({ id, name }: PersonEntry) => {
    const path = `/users/${id}/provider-link`
    finish(await sendUntil(path, { method: 'POST', body: {} }), ({ until }) => {
      setNotice(say('people:providerLinked', { name, at: format.date(until) }))
    })
  }
  const reactivate = async ({ id, name }: PersonEntry) => {
    finish(await send(`/users/${id}/reactivate`, { method: 'POST', body: {} }), () => {
      setNotice(say('people:canSignIn', { name }))
    })
  }

  return {
    notice,
    problem,
    tellOfMail,
    sendLink: (person: PersonEntry) => void sendLink(person),
    resetFactors: (person: PersonEntry) => void resetFactors(person),
    linkProvider: (person: PersonEntry) => void linkProvider(person),
    renew: (person: PersonEntry) => void renew(person),
    revoke: (person: PersonEntry) => void revoke(person),
    deactivate: (person: PersonEntry) => void deactivate(person),
    reactivate: (person: PersonEntry) => void reactivate(person),
  }
}

/** How many things there are of all kinds. */
function countAll(kinds: Readonly<Record<string, { total: number }>>): number {
  return Object.values(kinds).reduce((sum, { total }) => sum + total, 0)
}
