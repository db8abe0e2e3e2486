'use client'

import { useEffect, useState } from 'react'
import type { Assignment } from '#workflow/facts/assignments.ts'
import { Dialog } from '../kit/Dialog.tsx'
import kit from '../kit/kit.module.css'
import { useApi } from '../kit/use-api.ts'
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
  const call = useApi()
  const [people, setPeople] = useState<Person[]>([])
  const [chosen, setChosen] = useState({
    author: assignment.author ?? '',
    reviewer: assignment.reviewer ?? '',
    dueAt: assignment.dueAt?.slice(0, 10) ?? '',
  })
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  useEffect(() => {
    void call<{ docs: Person[] }>(
      '/users?depth=0&limit=0&sort=name&select[name]=true&select[role]=true',
    ).then((answer) => {
      if (answer.ok) setPeople(answer.body.docs)
      else setProblem(answer.message)
    })
  }, [call])

  const send = async () => {
    setIsBusy(true)
    const answer = await call(`/${document.collection}/${document.id}/workflow/assignment`, {
      method: 'PATCH',
      body: {
        author: chosen.author || null,
        reviewer: chosen.reviewer || null,
        // Due by the end of the day, in Berlin.
        dueAt: chosen.dueAt ? `${chosen.dueAt}T23:59` : null,
      },
    })
    setIsBusy(false)
    if (answer.ok) onDone()
    else setProblem(answer.message)
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
      confirm={{ label: say('kit:save'), isDisabled: isBusy, onClick: () => void send() }}
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
      {problem ? (
        <p className={kit.problem} role="alert">
          {problem}
        </p>
      ) : null}
    </Dialog>
  )
}
