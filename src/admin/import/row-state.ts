import type { Word } from '../words/index.ts'
import { isImportable, newestOf, type ImportRow } from './rows.ts'
import type { Phase } from './use-import.ts'

/** How a state is to be seen: it went well, it wants a look, or it is neither. */
export type Tone = 'good' | 'bad' | 'plain'

/** What to say of a file beside its name; null while nothing is known of it. */
export function stateOf(row: ImportRow, phase: Phase): { word: Word; tone: Tone } | null {
  const told = newestOf(row)
  if (told === null) return null
  if (row.done) return writtenStates[row.done.result]
  const isDecided = phase === 'writing' || phase === 'stopped' || phase === 'done'
  if (!isDecided || !isImportable(row)) return seenStates[told.result]
  return row.isChosen
    ? { word: 'import:waiting', tone: 'plain' }
    : { word: 'import:left', tone: 'plain' }
}

const seenStates = {
  created: { word: 'import:willCreate', tone: 'good' },
  updated: { word: 'import:willUpdate', tone: 'good' },
  unchanged: { word: 'import:isUnchanged', tone: 'plain' },
  failed: { word: 'import:cannot', tone: 'bad' },
} as const satisfies Record<string, { word: Word; tone: Tone }>

const writtenStates = {
  created: { word: 'import:created', tone: 'good' },
  updated: { word: 'import:updated', tone: 'good' },
  unchanged: { word: 'import:isUnchanged', tone: 'plain' },
  failed: { word: 'import:failed', tone: 'bad' },
} as const satisfies Record<string, { word: Word; tone: Tone }>
