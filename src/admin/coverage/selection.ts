import type { Column, Matrix, Shown } from './matrix.ts'

/** How many cells can be selected: as many as one request takes. */
export const mostSelected = 500

/** A cell by the positions of its profession and its region. */
export type CellPosition = readonly [profession: number, region: number]
type Pair = readonly [profession: string, region: string]

/** Under what a cell is selected: the ids of its profession and its region. '' for that of a Land. */
export function keyOfCell(matrix: Matrix, profession: number, column: Column): string {
  return column.type === 'region' ? keyAt(matrix, [profession, column.region]) : ''
}

/** The ids of a selection, as they are asked for. */
export function pairsOf(selected: ReadonlySet<string>): Pair[] {
  return [...selected].map((key) => {
    const [profession = '', region = ''] = key.split(' ')
    return [profession, region]
  })
}

/** The cells of the rectangle between two places of the grid; those of a Land are left out. */
export function cellsBetween(
  { rows, columns }: Shown,
  from: { row: number; column: number },
  to: { row: number; column: number },
): CellPosition[] {
  return range(from.row, to.row).flatMap((row) =>
    range(from.column, to.column).flatMap((column): CellPosition[] => {
      const profession = rows[row]
      const shown = columns[column]
      return profession !== undefined && shown?.type === 'region'
        ? [[profession, shown.region]]
        : []
    }),
  )
}

/**
 * A selection after some cells were added or taken out. Only a cell with a text can be selected, and
 * no more than `mostSelected`; `isCut` says that there were more.
 */
export function select(
  matrix: Matrix,
  selected: ReadonlySet<string>,
  cells: readonly CellPosition[],
  isAdded: boolean,
): { selected: ReadonlySet<string>; isCut: boolean } {
  const next = new Set(selected)
  for (const cell of cells) {
    if (!isAdded) next.delete(keyAt(matrix, cell))
    else if (matrix.at(...cell)) next.add(keyAt(matrix, cell))
  }
  return { selected: new Set([...next].slice(0, mostSelected)), isCut: next.size > mostSelected }
}

function keyAt(matrix: Matrix, [profession, region]: CellPosition): string {
  return `${matrix.professions[profession]?.id ?? ''} ${matrix.regions[region]?.id ?? ''}`
}

function range(one: number, other: number): number[] {
  const first = Math.min(one, other)
  return Array.from({ length: Math.abs(one - other) + 1 }, (_, index) => first + index)
}
