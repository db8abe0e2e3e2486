'use client'

import {
  amountNames,
  salaryKindLabels,
  salaryPeriodLabels,
  type SalaryKind,
  type SalaryPeriod,
} from '#model/salary.ts'
import { isRecord } from '#model/documents.ts'
import type { Change, PlainValue } from '#portrait/difference/change.ts'
import { rowsIn } from '#portrait/kinds/values.ts'
import { useWords } from '../words/use-words.ts'
import { ReviewTable } from './ReviewTable.tsx'
import type { ReviewBlockProps } from './ReviewText.tsx'
import { useNames } from './Names.tsx'
import styles from './review.module.css'

type Row = Readonly<Record<string, unknown>>

/** The salary figures as a table: what they are, and what they were where that changed. */
export function ReviewFigures({ reviewed, isOnlyChanges }: ReviewBlockProps) {
  const { name: field, changes, value } = reviewed
  const { say, pick, format } = useWords()
  const rows = rowsIn(value)
  const removed = changes.filter(
    ({ kind, path }) => kind === 'removed' && path.split('.').length === 2,
  )
  const nameOf = useNames()
  if ((rows.length === 0 && removed.length === 0) || (isOnlyChanges && changes.length === 0)) {
    return null
  }

  const show = (name: string, value: unknown): string => {
    if (typeof value === 'number') return format.money(value)
    if (typeof value !== 'string') return name === 'source' ? say('review:withoutSource') : ''
    if (name === 'kind') return pick(salaryKindLabels[value as SalaryKind])
    if (name === 'period') return pick(salaryPeriodLabels[value as SalaryPeriod])
    return nameOf(value)
  }
  const cell = (name: string, row: Row, index: number | null) => {
    const path = `${field}.${String(index)}.${name}`
    const change = index === null ? undefined : changes.find((one) => one.path === path)
    return (
      <td className={styles.cell} data-change={change ? true : undefined} key={name} tabIndex={-1}>
        {change ? <del className={styles.delete}>{show(name, before(change))}</del> : null}
        {change ? (
          <ins className={styles.insert}>{show(name, row[name])}</ins>
        ) : (
          show(name, row[name])
        )}
      </td>
    )
  }
  const names = ['kind', 'period', ...amountNames, 'source'] as const
  const isAdded = (index: number) =>
    changes.some(({ path, kind }) => kind === 'added' && path === `${field}.${String(index)}`)
  return (
    <ReviewTable columns={names.map((name) => say(headers[name]))} title={say('review:figures')}>
      {rows.map((row, index) => (
        <tr
          className={isAdded(index) ? styles.insert : undefined}
          key={typeof row.id === 'string' ? row.id : index}
        >
          {names.map((name) => cell(name, row, index))}
        </tr>
      ))}
      {removed.map(({ path, before: row }) => (
        <tr className={styles.deletedRow} key={path}>
          {names.map((name) => cell(name, isRecord(row) ? row : {}, null))}
        </tr>
      ))}
    </ReviewTable>
  )
}

const headers = {
  kind: 'review:figureKind',
  period: 'review:figurePeriod',
  min: 'review:min',
  q25: 'review:q25',
  median: 'review:median',
  q75: 'review:q75',
  max: 'review:max',
  upperHint: 'review:upperHint',
  source: 'review:figureSource',
} as const

function before({ before: value }: Change): PlainValue {
  return value
}
