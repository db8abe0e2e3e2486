'use client'

import { useState, type ReactNode } from 'react'
import { Dialog } from './Dialog.tsx'
import kit from './kit.module.css'
import { Problem } from './Problem.tsx'

const longestReason = 2000

/** Asks for a reason before something is done that is on record with it. */
export function ReasonDialog(props: {
  title: string
  /** What the button that does it says. */
  confirm: string
  label: string
  needsReason: boolean
  isDangerous: boolean
  isSending: boolean
  problem: string | null
  /** What is said before the reason is asked for. */
  children?: ReactNode
  /** Gets the reason, without space around it; it may be empty where none is needed. */
  onTake: (reason: string) => void
  onClose: () => void
}) {
  const { title, confirm, label, needsReason, isDangerous, isSending, problem, onTake } = props
  const [reason, setReason] = useState('')
  const said = reason.trim()
  return (
    <Dialog
      confirm={{
        label: confirm,
        isDisabled: isSending || (needsReason && said === ''),
        isDangerous,
        onClick: () => {
          onTake(said)
        },
      }}
      onClose={props.onClose}
      title={title}
    >
      {problem === null ? null : <Problem message={problem} />}
      {props.children}
      <label className={kit.field}>
        <span>{label}</span>
        <textarea
          className={kit.input}
          maxLength={longestReason}
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
