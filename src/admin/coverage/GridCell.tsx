'use client'

import type { useWords } from '../words/use-words.ts'
import { describeCell, shortAge } from './describe-cell.ts'
import { countLive, isHighlighted, type Column, type Highlight, type Matrix } from './matrix.ts'
import styles from './coverage.module.css'

/** One cell: how the text of a profession stands in a region, or how far a Land is covered. */
export function GridCell(props: {
  id: string
  matrix: Matrix
  profession: number
  column: Column
  row: number
  columnIndex: number
  highlight: Highlight
  isActive: boolean
  isSelected: boolean
  start: number
  width: number
  words: ReturnType<typeof useWords>
}) {
  const { matrix, profession, column, words, start, width } = props
  const cell = column.type === 'region' ? matrix.at(profession, column.region) : undefined
  const live = column.type === 'land' ? countLive(matrix, profession, column.regions) : 0
  const share = column.type === 'land' ? live / Math.max(1, column.regions.length) : null
  const isDimmed = column.type === 'region' && !isHighlighted(cell, props.highlight)
  return (
    <div
      aria-colindex={props.columnIndex + 2}
      aria-label={describeCell(matrix, profession, column, words)}
      aria-selected={props.isSelected}
      className={styles.cell}
      data-active={props.isActive}
      data-changed={cell?.hasChanges}
      data-column={props.columnIndex}
      data-dimmed={isDimmed}
      data-overdue={cell?.isOverdue}
      data-row={props.row}
      data-stage-of={cell?.stage ?? (share === null ? 'none' : 'land')}
      data-stale={cell?.isStale}
      id={props.id}
      role="gridcell"
      style={{
        width,
        transform: `translateX(${String(start)}px)`,
        ...(share === null ? {} : { '--share': String(share) }),
      }}
    >
      {cell ? <span className={styles.age} data-age={shortAge(cell, words.say)} /> : null}
      {column.type === 'land' ? (
        <span
          className={styles.age}
          data-age={`${String(live)}/${String(column.regions.length)}`}
        />
      ) : null}
    </div>
  )
}
