'use client'

import { useState } from 'react'
import { berlinDay } from '#model/berlin-time.ts'
import type { Assignment } from '#workflow/facts/assignments.ts'
import { Dialog } from '../kit/Dialog.tsx'
import kit from '../kit/kit.module.css'
import { Problem } from '../kit/Problem.tsx'
import { useLoaded } from '../kit/use-loaded.ts'
import { useSend } from '../kit/use-send.ts'
import { useWords } from '../words/use-words.ts'

interface Person {
  id: string
  name: string
  role: string
}

/** Says who writes a text, who reviews it, and by when. */
export function AssignDialog(props: {
  document: { collection: string; id: string }
  assignment: Assignment
  onClose: () => void
  onDone: () => void
}) {
  const { document, assignment, onClose, onDone } = props
  const { say } = useWords()
  const address = `/${document.collection}/${document.id}/workflow`
  const { body, problem, reload } = useLoaded<{ docs: Person[] }>(
    '/users?depth=0&limit=0&sort=name&select[name]=true&select[role]=true&where[deactivatedAt][exists]=false',
  )
  const people = body?.docs ?? []
  const { send, isSending, problem: refusal } = useSend({ only: address })
  const dueOn = assignment.dueAt === null ? '' : berlinDay(new Date(assignment.dueAt))
  const [chosen, setChosen] = useState({
    author: assignment.author ?? '',
    reviewer: assignment.reviewer ?? '',
    dueAt: dueOn,
  })

  const assign = async () => {
    const answer = await send(`${address}/assignment`, {
      method: 'PATCH',
      body: {
        author: chosen.author || null,
        reviewer: chosen.reviewer || null,
        // Due by the end of the day, in Berlin. What nobody has changed may have passed, and stays.
        ...(chosen.dueAt !== dueOn && { dueAt: chosen.dueAt ? `${chosen.dueAt}T23:59` : null }),
      },
    })
    if (answer.ok) onDone()
  }
  const choice = (name: 'author' | 'reviewer', label: string, from: Person[]) => (
    <label className={kit.field}>
      <span>{label}</span>
      <select
        className={kit.input}
        onChange={({ target }) => {
          setChosen({ ...chosen, [name]: target.value })
        }}
        value={chosen[name]}
      >
        <option value="">{say('bar:nobody')}</option>
        {from.map(({ id, name: person }) => (
          <option key={id} value={id}>
            {person}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <Dialog
      confirm={{ label: say('kit:save'), isDisabled: isSending, onClick: () => void assign() }}
      onClose={onClose}
      title={say('bar:assignTitle')}
    >
      {choice('author', say('bar:writer'), people)}
      {choice(
        'reviewer',
        say('bar:reviews'),
        people.filter(({ role }) => role !== 'author'),
      )}
      <label className={kit.field}>
        <span>{say('bar:dueAt')}</span>
        <input
          className={kit.input}
          onChange={({ target }) => {
            setChosen({ ...chosen, dueAt: target.value })
          }}
          type="date"
          value={chosen.dueAt}
        />
      </label>
      {problem === null ? null : <Problem message={problem} onRetry={() => void reload()} />}
      {refusal === null ? null : <Problem message={refusal} />}
    </Dialog>
  )
}
