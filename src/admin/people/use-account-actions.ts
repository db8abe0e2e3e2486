'use client'

import { useState } from 'react'
import type { PersonEntry } from '#accounts/overview.ts'
import type { MailOutcome } from '#accounts/send-invitation.ts'
import type { ApiAnswer } from '../kit/api.ts'
import { useApi } from '../kit/use-api.ts'
import { useWords } from '../words/use-words.ts'

/** What an administrator does about accounts, and how it ended. */
export function useAccountActions(reload: () => Promise<void>) {
  const { say } = useWords()
  const api = useApi()
  const [notice, setNotice] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const tellOfMail = (email: string, mail: MailOutcome) => {
    const isLost = mail.status === 'failed'
    setNotice(
      isLost ? null : say(mail.status === 'sent' ? 'people:sent' : 'people:logged', { email }),
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
    void reload()
  }

  const unlock = async ({ name, email }: PersonEntry) => {
    finish(await api('/users/unlock', { method: 'POST', body: { email } }), () => {
      setNotice(say('people:unlocked', { name }))
    })
  }
  const renew = async ({ id, email }: PersonEntry) => {
    const path = `/people/invitations/${id}/renew`
    finish(await api<{ mail: MailOutcome }>(path, { method: 'POST' }), ({ mail }) => {
      tellOfMail(email, mail)
    })
  }
  const revoke = async ({ id, name }: PersonEntry) => {
    finish(await api(`/people/invitations/${id}`, { method: 'DELETE' }), () => {
      setNotice(say('people:revoked', { name }))
    })
  }

  return {
    notice,
    problem,
    tellOfMail,
    unlock: (person: PersonEntry) => void unlock(person),
    renew: (person: PersonEntry) => void renew(person),
    revoke: (person: PersonEntry) => void revoke(person),
  }
}
