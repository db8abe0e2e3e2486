import { stageLabels } from '#model/stages.ts'
import type { useWords } from '../words/use-words.ts'
import { countLive, type Cell, type Column, type Matrix } from './matrix.ts'

type InWords = Pick<ReturnType<typeof useWords>, 'say' | 'pick'>

/** A cell in words: "Koch, Bonn: In Prüfung, geändert vor 3 Tagen". */
export function describeCell(
  matrix: Matrix,
  profession: number,
  column: Column,
  { say, pick }: InWords,
): string {
  const place = `${matrix.professions[profession]?.name ?? ''}, ${column.name}`
  if (column.type === 'land') {
    const live = countLive(matrix, profession, column.regions)
    return `${place}: ${say('coverage:landCell', { live, regions: column.regions.length })}`
  }
  const cell = matrix.at(profession, column.region)
  if (!cell) return `${place}: ${say('coverage:none')}`
  const facts = [
    pick(stageLabels[cell.stage]),
    cell.daysSinceChange === 0
      ? say('coverage:changedToday')
      : say('coverage:changedAgo', { count: cell.daysSinceChange }),
    liveInWords(cell, say),
    cell.hasChanges ? say('coverage:changed') : '',
    cell.isStale ? say('coverage:stale') : '',
    cell.isOverdue ? say('coverage:overdue') : '',
  ]
  return `${place}: ${facts.filter(Boolean).join(', ')}`
}

/** The age of a text in one glance: "12 T", "5 M", "2 J". */
export function shortAge({ daysSinceChange }: Cell, say: InWords['say']): string {
  if (daysSinceChange === 0) return say('coverage:today')
  if (daysSinceChange < 60) return say('coverage:days', { count: daysSinceChange })
  if (daysSinceChange < 730) {
    return say('coverage:months', { count: Math.floor(daysSinceChange / 30.44) })
  }
  return say('coverage:years', { count: Math.floor(daysSinceChange / 365.25) })
}

function liveInWords({ daysLive }: Cell, say: InWords['say']): string {
  if (daysLive < 0) return ''
  return daysLive === 0 ? say('coverage:liveToday') : say('coverage:liveFor', { count: daysLive })
}
