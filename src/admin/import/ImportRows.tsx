'use client'

import { Empty } from '../kit/Empty.tsx'
import { useWords } from '../words/use-words.ts'
import styles from './import.module.css'
import { ImportRowItem } from './ImportRowItem.tsx'
import { isImportable, rowsToShow, type Shown } from './rows.ts'
import type { Import } from './use-import.ts'

const views = [
  { shown: 'all', word: 'import:showAll' },
  { shown: 'warned', word: 'import:showWarned' },
  { shown: 'failed', word: 'import:showFailed' },
] as const

/** The files, one below the other: all of them, or those to look at. */
export function ImportRows(props: { work: Import; shown: Shown; onShow: (shown: Shown) => void }) {
  const { work, shown, onShow } = props
  const { rows, phase } = work
  const { say } = useWords()
  const visible = rowsToShow(rows, shown)
  const choosable = visible.filter(isImportable)
  const isAllChosen = choosable.length > 0 && choosable.every(({ isChosen }) => isChosen)
  return (
    <>
      <div className={styles.bar}>
        {phase === 'seen' ? (
          <label className={styles.all}>
            <input
              checked={isAllChosen}
              disabled={choosable.length === 0}
              onChange={(event) => {
                work.choose(new Set(choosable.map(({ name }) => name)), event.target.checked)
              }}
              type="checkbox"
            />
            <span>{say('import:chooseAll')}</span>
          </label>
        ) : null}
        <div aria-label={say('import:show')} className={styles.views} role="group">
          {views.map((view) => (
            <button
              aria-pressed={shown === view.shown}
              className={styles.view}
              key={view.shown}
              onClick={() => {
                onShow(view.shown)
              }}
              type="button"
            >
              {say(view.word, { count: rowsToShow(rows, view.shown).length })}
            </button>
          ))}
        </div>
      </div>
      {visible.length === 0 ? <Empty>{say('import:noneShown')}</Empty> : null}
      <ol className={styles.rows}>
        {visible.map((row) => (
          <ImportRowItem
            key={row.name}
            onChoose={work.choose}
            onRetry={work.retry}
            phase={phase}
            row={row}
          />
        ))}
      </ol>
    </>
  )
}
