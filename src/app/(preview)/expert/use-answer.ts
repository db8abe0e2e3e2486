'use client'

import { useState } from 'react'
import type { Language } from '#model/text.ts'
import { faultsOf, fieldsOf, type Draft, type Fault, type PassageDraft } from './draft.ts'
import { failureInWords } from './failure.ts'
import type { Mark } from './mark.ts'
import { sendAnswer } from './send-answer.ts'
import { useDraft } from './use-draft.ts'
import { useFocus } from './use-focus.ts'

/** An answer on its way: what is typed, what is wrong with it, and what became of it. */
export interface AnswerInWork {
  draft: Draft
  faults: readonly Fault[]
  failure: string | null
  isSending: boolean
  isSent: boolean
  change: (parts: Partial<Draft>) => void
  changePassage: (id: string, parts: Partial<PassageDraft>) => void
  addPassage: (mark: Mark | null) => void
  removePassage: (id: string) => void
  send: () => Promise<void>
}

/** The ids of what takes the focus beside the fields of the form. */
export const places = { failure: 'failure', thanks: 'thanks', addPassage: 'add-passage' } as const

/** Keeps an answer while it is written, and sends it once; the focus goes where things happen. */
export function useAnswer(options: {
  token: string
  texts: readonly string[]
  language: Language
}): AnswerInWork {
  const { token, texts, language } = options
  const { draft, change, forget } = useDraft(token)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [failure, setFailure] = useState<string | null>(null)
  const [isSending, setIsSending] = useState(false)
  const [isSent, setIsSent] = useState(false)
  const [hadNoAnswer, setHadNoAnswer] = useState(false)
  const focus = useFocus()

  const send = async () => {
    if (isSending) return
    const found = faultsOf(draft, texts)
    setFaults(found)
    setFailure(null)
    if (found[0]) {
      focus(found[0].field)
      return
    }
    setIsSending(true)
    const sent = await sendAnswer({ token, draft, language })
    setIsSending(false)
    if (sent.ok) {
      forget()
      setIsSent(true)
      focus(places.thanks)
      return
    }
    setFailure(failureInWords(sent, { language, hadNoAnswer }))
    if (sent.code === 'unreachable') setHadNoAnswer(true)
    focus(places.failure)
  }
  const changePassage = (id: string, parts: Partial<PassageDraft>) => {
    change({ passages: draft.passages.map((one) => (one.id === id ? { ...one, ...parts } : one)) })
  }
  const addPassage = (mark: Mark | null) => {
    const passage = { id: String(Date.now()), quote: '', body: '', ...mark }
    change({ passages: [...draft.passages, passage] })
    focus(fieldsOf(passage)[mark ? 'body' : 'quote'])
  }
  const removePassage = (id: string) => {
    change({ passages: draft.passages.filter((passage) => passage.id !== id) })
    focus(places.addPassage)
  }
  return {
    draft,
    faults,
    failure,
    isSending,
    isSent,
    change,
    changePassage,
    addPassage,
    removePassage,
    send,
  }
}
