'use client'

import { useState } from 'react'
import { roleLabels, roles, type Role } from '#model/roles.ts'
import { languageNames, languages } from '#model/text.ts'
import type { MailOutcome } from '#accounts/send-invitation.ts'
import { Dialog } from '../kit/Dialog.tsx'
import kit from '../kit/kit.module.css'
import { Problem } from '../kit/Problem.tsx'
import { useSend } from '../kit/use-send.ts'
import { useWords } from '../words/use-words.ts'
import { DeskBoxes } from './DeskBoxes.tsx'

/** Asks whom to invite, and sends the invitation. */
export function InviteDialog(props: {
  onInvited: (email: string, mail: MailOutcome) => void
  onClose: () => void
}) {
  const { onInvited, onClose } = props
  const { say, pick } = useWords()
  const { send, isSending, problem } = useSend<{ mail: MailOutcome }>('/people')
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('author')
  const [desks, setDesks] = useState<readonly string[]>([])
  const [language, setLanguage] = useState('de')
  const isComplete = name.trim() !== '' && /^[^\s@]+@\S+$/u.test(email.trim())

  const invite = async () => {
    const answer = await send('/people/invitations', {
      method: 'POST',
      body: { name: name.trim(), email: email.trim(), role, desks, language },
    })
    if (answer.ok) onInvited(email.trim(), answer.body.mail)
  }

  return (
    <Dialog
      confirm={{
        label: say('people:send'),
        isDisabled: isSending || !isComplete,
        onClick: () => void invite(),
      }}
      onClose={onClose}
      title={say('people:invite')}
    >
      <p>{say('people:inviteHint')}</p>
      <label className={kit.field}>
        <span>{say('people:name')}</span>
        <input
          autoComplete="off"
          className={kit.input}
          maxLength={200}
          onChange={(event) => {
            setName(event.target.value)
          }}
          value={name}
        />
      </label>
      <label className={kit.field}>
        <span>{say('people:email')}</span>
        <input
          autoComplete="off"
          className={kit.input}
          maxLength={254}
          onChange={(event) => {
            setEmail(event.target.value)
          }}
          type="email"
          value={email}
        />
      </label>
      <label className={kit.field}>
        <span>{say('people:role')}</span>
        <select
          className={kit.input}
          onChange={(event) => {
            setRole(roles.find((known) => known === event.target.value) ?? 'author')
          }}
          value={role}
        >
          {roles.map((known) => (
            <option key={known} value={known}>
              {pick(roleLabels[known])}
            </option>
          ))}
        </select>
      </label>
      <DeskBoxes chosen={desks} onChange={setDesks} />
      <label className={kit.field}>
        <span>{say('people:language')}</span>
        <select
          className={kit.input}
          onChange={(event) => {
            setLanguage(event.target.value)
          }}
          value={language}
        >
          {languages.map((known) => (
            <option key={known} value={known}>
              {languageNames[known]}
            </option>
          ))}
        </select>
      </label>
      {problem === null ? null : <Problem message={problem} />}
    </Dialog>
  )
}
