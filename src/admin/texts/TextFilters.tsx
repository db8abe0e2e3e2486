'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { editorialCollections } from '#model/documents.ts'
import { stageLabels, stages } from '#model/stages.ts'
import type { Word } from '../words/index.ts'
import { useWords } from '../words/use-words.ts'
import { isNarrowed, type Parameters } from './address.ts'
import styles from './list.module.css'

/** What the filters offer to choose from. */
export interface FilterChoices {
  desks: { id: string; name: string }[]
  people: { id: string; name: string; isReviewer: boolean }[]
}

/** Conditions that other pages put into the address: shown, and taken away again. */
const further: readonly { name: string; word: Word }[] = [
  { name: 'approvedBy', word: 'list:approvedByMe' },
  { name: 'planned', word: 'list:planned' },
  { name: 'awaiting', word: 'list:awaiting' },
  { name: 'claimed', word: 'list:claimed' },
  { name: 'profession', word: 'list:oneProfession' },
  { name: 'region', word: 'list:oneRegion' },
  { name: 'land', word: 'list:oneLand' },
]

const collectionWords = {
  'career-profiles': { de: 'Berufsprofile', en: 'Career profiles' },
  'regional-sections': { de: 'Regionaltexte', en: 'Regional sections' },
} as const

/** The conditions of the list; each change is a change of the address. */
export function TextFilters(props: {
  parameters: Parameters
  choices: FilterChoices
  onChange: (change: Readonly<Record<string, string | null>>) => void
}) {
  const { parameters, choices, onChange } = props
  const { say, pick } = useWords()
  const select = (name: string, word: Word, options: [value: string, label: string][]) => (
    <Choice
      label={say(word)}
      name={name}
      onChange={onChange}
      options={[['', say('list:any')], ...options]}
      value={parameters[name] ?? ''}
    />
  )
  const people = (isReviewer: boolean) =>
    choices.people
      .filter((person) => !isReviewer || person.isReviewer)
      .map(({ id, name }): [string, string] => [id, name])
  return (
    <div className={styles.filters} role="search">
      <SearchBox onChange={onChange} value={parameters.q ?? ''} />
      {select(
        'stage',
        'list:stage',
        stages.map((stage) => [stage, pick(stageLabels[stage])]),
      )}
      {select('desk', 'list:desk', [
        ['mine', say('list:deskMine')],
        ...choices.desks.map(({ id, name }): [string, string] => [id, name]),
      ])}
      {select('author', 'list:author', [['me', say('list:authorMe')], ...people(false)])}
      {select('reviewer', 'list:reviewer', [
        ['me', say('list:authorMe')],
        ['nobody', say('list:reviewerNobody')],
        ...people(true),
      ])}
      {select('due', 'list:due', [
        ['overdue', say('list:dueOverdue')],
        ['week', say('list:dueWeek')],
        ['any', say('list:dueAny')],
      ])}
      {select('live', 'list:live', [
        ['yes', say('list:liveYes')],
        ['no', say('list:liveNo')],
        ['changed', say('list:liveChanged')],
      ])}
      {select(
        'collection',
        'list:collection',
        editorialCollections.map((slug) => [slug, pick(collectionWords[slug])]),
      )}
      {further.map(({ name, word }) =>
        parameters[name] ? (
          <button
            aria-label={say('list:without', { what: say(word) })}
            className={styles.condition}
            key={name}
            onClick={() => {
              onChange({ [name]: null })
            }}
            type="button"
          >
            {say(word)} ×
          </button>
        ) : null,
      )}
      {isNarrowed(parameters) ? (
        <button
          className={styles.reset}
          onClick={() => {
            onChange(Object.fromEntries(Object.keys(parameters).map((name) => [name, null])))
          }}
          type="button"
        >
          {say('list:reset')}
        </button>
      ) : null}
    </div>
  )
}

function Choice(props: {
  name: string
  label: string
  value: string
  options: [value: string, label: string][]
  onChange: (change: Readonly<Record<string, string | null>>) => void
}) {
  const { name, label, value, options, onChange } = props
  const id = useId()
  // A filter of several values comes from elsewhere; the list says so instead of one of them.
  const isKnown = options.some(([known]) => known === value)
  return (
    <label className={styles.filter} htmlFor={id}>
      <span>{label}</span>
      <select
        className={styles.control}
        data-active={value !== ''}
        id={id}
        onChange={({ target }) => {
          onChange({ [name]: target.value || null })
        }}
        value={value}
      >
        {isKnown ? null : <option value={value}>{value.split(',').join(' + ')}</option>}
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Searches once nobody has typed for a moment, and at once on Enter. */
function SearchBox(props: {
  value: string
  onChange: (change: Readonly<Record<string, string | null>>) => void
}) {
  const { say } = useWords()
  const id = useId()
  const [text, setText] = useState(props.value)
  const onChange = useRef(props.onChange)
  useEffect(() => {
    onChange.current = props.onChange
  })
  const asked = useRef(props.value)
  useEffect(() => {
    // What others put into the address, not the answer to what was typed here.
    if (props.value !== asked.current) setText(props.value)
    asked.current = props.value
  }, [props.value])
  useEffect(() => {
    if (text.trim() === asked.current) return
    const timer = setTimeout(() => {
      asked.current = text.trim()
      onChange.current({ q: text.trim() || null })
    }, 400)
    return () => {
      clearTimeout(timer)
    }
  }, [text])
  return (
    <label className={styles.search} htmlFor={id}>
      <span>{say('list:search')}</span>
      <input
        className={styles.control}
        id={id}
        onChange={({ target }) => {
          setText(target.value)
        }}
        onKeyDown={({ key }) => {
          if (key === 'Enter') props.onChange({ q: text.trim() || null })
        }}
        placeholder={say('list:searchHint')}
        type="search"
        value={text}
      />
    </label>
  )
}
