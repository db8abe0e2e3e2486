'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { useWords } from '../words/use-words.ts'
import { CellDetails } from './CellDetails.tsx'
import { describeCell } from './describe-cell.ts'
import { GridCell } from './GridCell.tsx'
import type { Highlight, Matrix, Shown } from './matrix.ts'
import { moveBy } from './move.ts'
import { cellsBetween, keyOfCell, type CellPosition } from './selection.ts'
import styles from './coverage.module.css'

const rowHeight = 30
/** As in the styles: 8rem and its border. */
const headHeight = 105
const columnWidth = 46
const landWidth = 96

/**
 * The matrix as a grid of which only what is in sight is drawn. It is one stop for the Tab key; the
 * arrow keys move in it (WAI-ARIA Authoring Practices, grid pattern, with aria-activedescendant).
 */
export function CoverageGrid(props: {
  matrix: Matrix
  shown: Shown
  highlight: Highlight
  /** Keys of selected cells, as `<profession> <region>`. */
  selected: ReadonlySet<string>
  onSelect: (cells: readonly CellPosition[], isAdded: boolean) => void
  onOpen: (profession: number, region: number) => void
  onZoom: (land: string) => void
}) {
  const { matrix, shown, highlight, selected, onSelect, onOpen, onZoom } = props
  const { rows, columns } = shown
  const words = useWords()
  const { say } = words
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState({ row: 0, column: 0 })
  const at = {
    row: Math.min(active.row, rows.length - 1),
    column: Math.min(active.column, columns.length - 1),
  }
  const width = columns[0]?.type === 'land' ? landWidth : columnWidth
  const rowVirtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  })
  const columnVirtualizer = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => width,
    overscan: 6,
  })
  useEffect(() => {
    columnVirtualizer.measure()
  }, [columnVirtualizer, width])

  const goTo = (to: typeof active) => {
    setActive(to)
    rowVirtualizer.scrollToIndex(to.row)
    columnVirtualizer.scrollToIndex(to.column)
  }
  const enter = () => {
    const profession = rows[at.row]
    const column = columns[at.column]
    if (profession === undefined || !column) return
    if (column.type === 'region') onOpen(profession, column.region)
    else if (column.land) onZoom(column.land)
  }
  const toggle = (to: typeof active) => {
    const profession = rows[to.row]
    const column = columns[to.column]
    if (profession === undefined || column?.type !== 'region') return
    onSelect([[profession, column.region]], !selected.has(keyOfCell(matrix, profession, column)))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = moveBy(event, at, { rows: rows.length, columns: columns.length })
    if (to) {
      if (event.shiftKey) onSelect(cellsBetween(shown, at, to), true)
      goTo(to)
    } else if (event.key === 'Enter') enter()
    else if (event.key === ' ') toggle(at)
    else return
    event.preventDefault()
  }

  const onClick = (event: MouseEvent) => {
    const to = placeOf(event.target)
    if (!to) return
    if (event.shiftKey) onSelect(cellsBetween(shown, at, to), true)
    setActive(to)
  }

  const activeId = `${id}-${String(at.row)}-${String(at.column)}`
  const activeProfession = rows[at.row]
  const activeColumn = columns[at.column]
  return (
    <>
      <div
        aria-activedescendant={activeId}
        aria-colcount={columns.length + 1}
        aria-describedby={`${id}-keys`}
        aria-label={say('coverage:grid')}
        aria-multiselectable="true"
        aria-rowcount={rows.length + 1}
        className={styles.scroller}
        onClick={onClick}
        onDoubleClick={(event) => {
          if (placeOf(event.target)) enter()
        }}
        onKeyDown={onKeyDown}
        ref={scroller}
        role="grid"
        style={{ height: `min(70vh, ${String(headHeight + rows.length * rowHeight + 20)}px)` }}
        tabIndex={0}
      >
        <div className={styles.head} role="row" style={{ width: columnVirtualizer.getTotalSize() }}>
          <div className={styles.corner} role="columnheader">
            {say('coverage:profession')}
          </div>
          {columnVirtualizer.getVirtualItems().map(({ index, start, size }) => {
            const column = columns[index]
            return column ? (
              <div
                aria-colindex={index + 2}
                className={styles.columnHead}
                data-type={column.type}
                key={index}
                role="columnheader"
                style={{ width: size, transform: `translateX(${String(start)}px)` }}
                title={column.name}
              >
                {column.type === 'land' && column.land ? (
                  <button
                    className={styles.zoom}
                    onClick={() => {
                      onZoom(column.land ?? 'lands')
                    }}
                    tabIndex={-1}
                    title={say('coverage:into', { land: column.name })}
                    type="button"
                  >
                    {column.name}
                  </button>
                ) : (
                  <span>{column.name}</span>
                )}
              </div>
            ) : null
          })}
        </div>
        <div
          className={styles.body}
          role="rowgroup"
          style={{
            width: columnVirtualizer.getTotalSize(),
            height: rowVirtualizer.getTotalSize(),
          }}
        >
          {rowVirtualizer.getVirtualItems().map(({ index: row, start: top }) => {
            const profession = rows[row]
            if (profession === undefined) return null
            const { name = '' } = matrix.professions[profession] ?? {}
            return (
              <div
                aria-rowindex={row + 2}
                className={styles.row}
                key={profession}
                role="row"
                style={{ height: rowHeight, transform: `translateY(${String(top)}px)` }}
              >
                <div aria-colindex={1} className={styles.rowHead} role="rowheader" title={name}>
                  {name}
                </div>
                {columnVirtualizer.getVirtualItems().map(({ index, start, size }) => {
                  const column = columns[index]
                  return column ? (
                    <GridCell
                      column={column}
                      columnIndex={index}
                      highlight={highlight}
                      id={`${id}-${String(row)}-${String(index)}`}
                      isActive={row === at.row && index === at.column}
                      isSelected={selected.has(keyOfCell(matrix, profession, column))}
                      key={index}
                      matrix={matrix}
                      profession={profession}
                      row={row}
                      start={start}
                      width={size}
                      words={words}
                    />
                  ) : null
                })}
              </div>
            )
          })}
        </div>
      </div>
      <p className={styles.keys} id={`${id}-keys`}>
        {say('coverage:keys')}
      </p>
      {activeProfession !== undefined && activeColumn ? (
        <CellDetails
          cell={
            activeColumn.type === 'region'
              ? matrix.at(activeProfession, activeColumn.region)
              : undefined
          }
          description={describeCell(matrix, activeProfession, activeColumn, words)}
          isLand={activeColumn.type === 'land'}
          isSelected={selected.has(keyOfCell(matrix, activeProfession, activeColumn))}
          onOpen={enter}
          onToggle={() => {
            toggle(at)
          }}
        />
      ) : null}
    </>
  )
}

/** The place of the cell that was clicked on; null for all else in the grid. */
function placeOf(target: EventTarget): { row: number; column: number } | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[role=gridcell]') : null
  return cell && { row: Number(cell.dataset.row), column: Number(cell.dataset.column) }
}
