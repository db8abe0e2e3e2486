'use client'

import { LogOutIcon } from '@payloadcms/ui'
import { useState, type MouseEvent } from 'react'
import { callApi } from '../kit/api.ts'
import { useWords } from '../words/use-words.ts'

/**
 * Signs out, here and, where the session came by a provider, there. Without a script, or where the call fails,
 * it is the link to Payload's own page, which ends the session here.
 */
export function SignOut({ tabIndex = 0 }: { tabIndex?: number }) {
  const { say, language } = useWords()
  const [isLeaving, setIsLeaving] = useState(false)
  const label = say('signIn:out')

  const leave = async () => {
    setIsLeaving(true)
    const answer = await callApi<{ signOutAt?: string }>('/users/logout', {
      say,
      language,
      method: 'POST',
    })
    window.location.assign(answer.ok ? (answer.body.signOutAt ?? '/admin/login') : '/admin/logout')
  }
  const onClick = (event: MouseEvent) => {
    event.preventDefault()
    if (!isLeaving) void leave()
  }
  return (
    <a
      aria-label={label}
      className="nav__log-out"
      href="/admin/logout"
      onClick={onClick}
      tabIndex={tabIndex}
      title={label}
    >
      <LogOutIcon />
    </a>
  )
}
