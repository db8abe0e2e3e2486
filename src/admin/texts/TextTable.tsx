'use client'

import { Link } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import type { SortName } from '#newsroom/lists/list.ts'
import type { NewsroomText } from '#newsroom/lists/entries.ts'
import kit from '../kit/kit.module.css'
import { useNow } from '../kit/use-now.ts'
import type { Word } from '../words/index.ts'
import { useWords } from '../words/use-words.ts'
import { pathOfText } from './paths.ts'
import { StageBadge } from '../kit/StageBadge.tsx'
import { directionOf, sortAfterClick } from './sorting.ts'
import { isOverdue, isPartlyApproved, kindsToSignOff, subjectOf } from './standing.ts'
import styles from './list.module.css'

const columns: readonly { word: Word; sort?: SortName }[] = [
  { word: 'list:headline', sort: 'title' },
  { word: 'list:stage', sort: 'since' },
  { word: 'list:desk' },
  { word: 'list:due', sort: 'due' },
  { word: 'list:assigned' },
  { word: 'list:changed', sort: 'changed' },
  { word: 'list:liveSince', sort: 'live' },
]

/** The rows of the list; on a narrow screen each row is a card. */
export function TextTable(props: {
  texts: readonly NewsroomText[]
  selected: ReadonlySet<string>
  onSelect: (selected: ReadonlySet<string>) => void
  /** As in the address: `-changed`. */
  sort: string
  onSort: (sort: string) => void
}) {
  const { texts, selected, onSelect, sort, onSort } = props
  const { say } = useWords()
  const now = useNow()
  const areAllSelected = texts.every(({ id }) => selected.has(id))
  return (
    <table className={`${kit.table ?? ''} ${styles.table ?? ''}`}>
      <thead>
        <tr>
          <th scope="col">
            <input
              aria-label={say('list:selectAll')}
              checked={areAllSelected}
              onChange={() => {
                onSelect(new Set(areAllSelected ? [] : texts.map(({ id }) => id)))
              }}
              type="checkbox"
            />
          </th>
          {columns.map(({ word, sort: name }) =>
            name ? (
              <SortHeader key={word} name={name} onSort={onSort} sort={sort} word={word} />
            ) : (
              <th key={word} scope="col">
                {say(word)}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {texts.map((text) => (
          <Row
            isSelected={selected.has(text.id)}
            key={text.id}
            onToggle={() => {
              const next = new Set(selected)
              if (!next.delete(text.id)) next.add(text.id)
              onSelect(next)
            }}
            now={now}
            text={text}
          />
        ))}
      </tbody>
    </table>
  )
}

const arrows = { ascending: '↑', descending: '↓', none: '↕' } as const

function SortHeader(props: {
  word: Word
  name: SortName
  sort: string
  onSort: (sort: string) => void
}) {
  const { word, name, sort, onSort } = props
  const { say } = useWords()
  const direction = directionOf(sort, name)
  return (
    <th aria-sort={direction} scope="col">
      <button
        className={styles.sort}
        onClick={() => {
          onSort(sortAfterClick(sort, name))
        }}
        type="button"
      >
        {say(word)}
        <span aria-hidden="true">{arrows[direction]}</span>
      </button>
    </th>
  )
}

function Row(props: { text: NewsroomText; now: Date; isSelected: boolean; onToggle: () => void }) {
  const { text, now, isSelected, onToggle } = props
  const { say, format, language } = useWords()
  const title = text.title || say('texts:untitled')
  const isLate = isOverdue(text, now)
  return (
    <tr data-selected={isSelected}>
      <td>
        <input
          aria-label={say('list:select', { title })}
          checked={isSelected}
          onChange={onToggle}
          type="checkbox"
        />
      </td>
      <th className={styles.name} scope="row">
        <Link className={styles.link} href={pathOfText(text)} prefetch={false}>
          {title}
        </Link>
        <span className={styles.subject}>
          {subjectOf(text, say)}
          {text.author ? ` · ${text.author.name}` : ''}
        </span>
      </th>
      <Cell word="list:stage">
        <StageBadge language={language} stage={text.stage} />
        {text.approval && isPartlyApproved(text.approval) ? (
          <small>{text.approval.text}</small>
        ) : null}
        {text.maySignOff.length > 0 ? (
          <small className={styles.own}>
            {say('texts:maySignOff', { what: kindsToSignOff(text, language) })}
          </small>
        ) : null}
        {text.claimedBy ? (
          <small>{say('texts:claimed', { name: text.claimedBy.name })}</small>
        ) : null}
        {text.publishAt ? (
          <small>{say('texts:publishAt', { when: format.moment(text.publishAt) })}</small>
        ) : null}
      </Cell>
      <Cell word="list:desk">{text.desks.map(({ name }) => name).join(', ')}</Cell>
      <Cell word="list:due">
        {text.dueAt ? (
          <span className={isLate ? styles.urgent : undefined}>{format.date(text.dueAt)}</span>
        ) : null}
      </Cell>
      <Cell word="list:assigned">
        {text.writer ? <span>{say('list:writes', { name: text.writer.name })}</span> : null}
        {text.reviewer ? <span>{say('list:reviews', { name: text.reviewer.name })}</span> : null}
      </Cell>
      <Cell word="list:changed">{format.moment(text.changedAt)}</Cell>
      <Cell word="list:liveSince">
        {text.liveAt ? format.moment(text.liveAt) : null}
        {text.hasChanges ? <small>{say('texts:changedSinceLive')}</small> : null}
      </Cell>
    </tr>
  )
}

/** A cell that says on a narrow screen what it is about. */
function Cell({ word, children }: { word: Word; children: ReactNode }) {
  const { say } = useWords()
  const isEmpty = children === null || children === ''
  return (
    <td data-empty={isEmpty} data-label={say(word)}>
      {children}
    </td>
  )
}
