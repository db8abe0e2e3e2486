'use client'

import { useId } from 'react'
import kit from '../kit/kit.module.css'
import { Problem } from '../kit/Problem.tsx'
import { useWords } from '../words/use-words.ts'
import type { LivePortrait } from './live-portraits.ts'

/** Picks a portrait that is live: a search narrows the list. */
export function LivePortraitField(props: {
  portraits: readonly LivePortrait[]
  chosen: LivePortrait | null
  search: string
  problem: string | null
  onChoose: (id: string) => void
  onSearch: (text: string) => void
  onRetry: () => void
}) {
  const { portraits, chosen, search, problem, onChoose, onSearch, onRetry } = props
  const { say } = useWords()
  const id = useId()
  return (
    <>
      <label className={kit.field}>
        <span>{say('sites:find')}</span>
        <input
          className={kit.input}
          onChange={(event) => {
            onSearch(event.target.value)
          }}
          type="search"
          value={search}
        />
      </label>
      {problem === null ? null : <Problem message={problem} onRetry={onRetry} />}
      <label className={kit.field} htmlFor={id}>
        <span>{say('sites:portrait')}</span>
        <select
          className={kit.input}
          disabled={portraits.length === 0}
          id={id}
          onChange={(event) => {
            onChoose(event.target.value)
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
