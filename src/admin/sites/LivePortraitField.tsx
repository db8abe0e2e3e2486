'use client'

import { useId, useState } from 'react'
import kit from '../kit/kit.module.css'
import { Problem } from '../kit/Problem.tsx'
import { useWords } from '../words/use-words.ts'
import { useLivePortraits, type LivePortrait } from './use-live-portraits.ts'

export type { LivePortrait } from './use-live-portraits.ts'

/** Picks a portrait that is live: a search narrows the list. */
export function LivePortraitField(props: {
  chosen: LivePortrait | null
  onChoose: (portrait: LivePortrait | null) => void
}) {
  const { chosen, onChoose } = props
  const { say } = useWords()
  const id = useId()
  const [text, setText] = useState('')
  const { portraits, problem, reload } = useLivePortraits(text, onChoose)
  return (
    <>
      <label className={kit.field}>
        <span>{say('sites:find')}</span>
        <input
          className={kit.input}
          onChange={(event) => {
            setText(event.target.value)
          }}
          type="search"
          value={text}
        />
      </label>
      {problem === null ? null : <Problem message={problem} onRetry={reload} />}
      <label className={kit.field} htmlFor={id}>
        <span>{say('sites:portrait')}</span>
        <select
          className={kit.input}
          disabled={portraits.length === 0}
          id={id}
          onChange={(event) => {
            onChoose(portraits.find((portrait) => portrait.id === event.target.value) ?? null)
          }}
          value={chosen?.id ?? ''}
        >
          {portraits.length === 0 ? <option value="">{say('sites:noneLive')}</option> : null}
          {portraits.map((portrait) => (
            <option key={portrait.id} value={portrait.id}>
              {portrait.professionName} · {portrait.regionName ?? say('sites:nationwide')}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}
