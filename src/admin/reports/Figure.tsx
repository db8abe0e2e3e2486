'use client'

import { useId, type ReactNode } from 'react'
import kit from '../kit/kit.module.css'
import { useWords } from '../words/use-words.ts'
import styles from './reports.module.css'

export interface Column {
  label: string
  isNumber?: boolean
}

/**
 * A chart with its heading, one sentence that says what it shows, and the same numbers as a table: whoever
 * does not see the chart, or wants the number, opens that.
 */
export function Figure(props: {
  title: string
  summary: string
  chart: ReactNode
  columns: readonly Column[]
  rows: readonly (readonly string[])[]
  note?: string
}) {
  const { title, summary, chart, columns, rows, note } = props
  const { say } = useWords()
  const titleId = useId()
  return (
    <section aria-labelledby={titleId} className={styles.figure}>
      <h2 className={styles.title} id={titleId}>
        {title}
      </h2>
      <p className={styles.summary}>{summary}</p>
      <div aria-label={`${title}. ${summary}`} className={styles.chart} role="img">
        {chart}
      </div>
      <details className={styles.details}>
        <summary>{say('reports:asTable')}</summary>
        <div className={kit.scroll}>
          <table className={kit.table}>
            <caption className={styles.hidden}>{title}</caption>
            <thead>
              <tr>
                {columns.map(({ label, isNumber }) => (
                  <th className={isNumber ? kit.number : undefined} key={label} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([first, ...cells]) => (
                <tr key={first}>
                  <th scope="row">{first}</th>
                  {cells.map((cell, index) => (
                    <td
                      className={columns[index + 1]?.isNumber ? kit.number : undefined}
                      key={columns[index + 1]?.label}
                    >
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {note === undefined ? null : <p className={styles.summary}>{note}</p>}
      </details>
    </section>
  )
}
