import { cellLength } from '#newsroom/lists/limits.ts'
import type { Coverage } from '#newsroom/lists/coverage.ts'
import { stages, type Stage } from '#model/stages.ts'

/** A regional section in the matrix. */
export interface Cell {
  stage: Stage
  daysSinceChange: number
  /** -1 where it is not live. */
  daysLive: number
  hasChanges: boolean
  isOverdue: boolean
  isStale: boolean
}

/** What the matrix brings out. */
export type Highlight = 'all' | 'missing' | 'stale' | 'changed' | 'overdue' | Stage

/** From this age on a live text is stale. */
const staleDays = 365

/** The cells of a coverage, to be looked up by profession and region. */
export class Matrix {
  readonly professions: Coverage['professions']
  readonly regions: Coverage['regions']
  readonly size: number
  readonly live: number
  readonly #cells: readonly number[]
  readonly #offsets = new Map<number, number>()

  constructor({ professions, regions, cells }: Coverage) {
    this.professions = professions
    this.regions = regions
    this.#cells = cells
    this.size = cells.length / cellLength
    let live = 0
    for (let offset = 0; offset < cells.length; offset += cellLength) {
      this.#offsets.set(this.#key(cells[offset] ?? 0, cells[offset + 1] ?? 0), offset)
      if ((cells[offset + 4] ?? -1) >= 0) live += 1
    }
    this.live = live
  }

  /** The text of a profession in a region, by their positions; undefined where there is none. */
  at(profession: number, region: number): Cell | undefined {
    const offset = this.#offsets.get(this.#key(profession, region))
    if (offset === undefined) return undefined
    const value = (part: number) => this.#cells[offset + part] ?? 0
    const daysSinceChange = value(3)
    const daysLive = value(4)
    return {
      stage: stages[value(2)] ?? 'draft',
      daysSinceChange,
      daysLive,
      hasChanges: value(5) === 1,
      isOverdue: value(6) === 1,
      isStale: daysLive >= 0 && daysSinceChange >= staleDays,
    }
  }

  /** Positions of every cell that has a text. */
  *filled(): Generator<[profession: number, region: number]> {
    for (let offset = 0; offset < this.#cells.length; offset += cellLength) {
      yield [this.#cells[offset] ?? 0, this.#cells[offset + 1] ?? 0]
    }
  }

  #key(profession: number, region: number): number {
    return profession * this.regions.length + region
  }
}

/** Says whether a cell is what is to be brought out. */
export function isHighlighted(cell: Cell | undefined, highlight: Highlight): boolean {
  switch (highlight) {
    case 'all':
      return true
    case 'missing':
      return cell === undefined
    case 'stale':
      return cell?.isStale === true
    case 'changed':
      return cell?.hasChanges === true
    case 'overdue':
      return cell?.isOverdue === true
    case 'draft':
    case 'in_review':
    case 'changes_requested':
    case 'approved':
    case 'scheduled':
    case 'live':
    case 'archived':
      return cell?.stage === highlight
  }
}

/** One column: a region, or a Land with the regions in it. */
export type Column =
  | { type: 'region'; region: number; name: string }
  | { type: 'land'; land: string | null; name: string; regions: number[] }

/** What is shown: rows as positions of professions, and columns. */
export interface Shown {
  rows: number[]
  columns: Column[]
}

/** The rows and columns that filters and zoom leave. `zoom` is `lands`, `all`, or one Land's number. */
export function show(
  matrix: Matrix,
  options: {
    zoom: string
    profession: string
    region: string
    highlight: Highlight
    isOnlyMatches: boolean
    landName: (land: string | null) => string
  },
): Shown {
  const { zoom, highlight, isOnlyMatches } = options
  const mentions = (name: string, words: string) =>
    name.toLocaleLowerCase('de').includes(words.trim().toLocaleLowerCase('de'))
  const professions = [...matrix.professions.keys()].filter((index) =>
    mentions(matrix.professions[index]?.name ?? '', options.profession),
  )
  const regions = [...matrix.regions.keys()].filter((index) => {
    const region = matrix.regions[index]
    if (!region || !mentions(region.name, options.region)) return false
    return zoom === 'lands' || zoom === 'all' || region.land === zoom
  })
  const narrowed =
    isOnlyMatches && highlight !== 'all'
      ? onlyMatches(matrix, professions, regions, highlight)
      : { rows: professions, regions }
  const columns =
    zoom === 'lands'
      ? byLand(matrix, narrowed.regions, options.landName)
      : narrowed.regions.map((region): Column => ({
          type: 'region',
          region,
          name: matrix.regions[region]?.name ?? '',
        }))
  return { rows: narrowed.rows, columns }
}

function onlyMatches(
  matrix: Matrix,
  professions: readonly number[],
  regions: readonly number[],
  highlight: Highlight,
): { rows: number[]; regions: number[] } {
  const isMatch = (profession: number, region: number) =>
    isHighlighted(matrix.at(profession, region), highlight)
  return {
    rows: professions.filter((profession) => regions.some((region) => isMatch(profession, region))),
    regions: regions.filter((region) =>
      professions.some((profession) => isMatch(profession, region)),
    ),
  }
}

function byLand(
  matrix: Matrix,
  regions: readonly number[],
  landName: (land: string | null) => string,
): Column[] {
  const lands = new Map<string | null, number[]>()
  for (const index of regions) {
    const land = matrix.regions[index]?.land ?? null
    lands.set(land, [...(lands.get(land) ?? []), index])
  }
  return [...lands].map(([land, within]) => ({
    type: 'land',
    land,
    name: landName(land),
    regions: within,
  }))
}

/** How many regions of a Land have a live text of a profession. */
export function countLive(matrix: Matrix, profession: number, regions: readonly number[]): number {
  return regions.filter((region) => (matrix.at(profession, region)?.daysLive ?? -1) >= 0).length
}
