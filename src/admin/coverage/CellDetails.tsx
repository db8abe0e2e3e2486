'use client'

import kit from '../kit/kit.module.css'
import { useWords } from '../words/use-words.ts'
import type { Cell } from './matrix.ts'
import styles from './coverage.module.css'

/** The cell that the keys or the mouse have come to, in words, and what to do with it. */
export function CellDetails(props: {
  description: string
  cell: Cell | undefined
  isLand: boolean
  isSelected: boolean
  onOpen: () => void
  onToggle: () => void
}) {
  const { description, cell, isLand, isSelected, onOpen, onToggle } = props
  const { say } = useWords()
  return (
    <div className={styles.details}>
      <p>{description}</p>
      {isLand ? null : (
        <>
          <button className={kit.action} onClick={onOpen} type="button">
            {say(cell ? 'coverage:open' : 'coverage:begin')}
          </button>
          {cell ? (
            <button className={kit.action} onClick={onToggle} type="button">
              {say(isSelected ? 'coverage:unselect' : 'coverage:select')}
            </button>
          ) : null}
        </>
      )}
    </div>
  )
}
