import { describe, expect, it } from 'vitest'
import { describeCell, shortAge } from '#admin/coverage/describe-cell.ts'
import { isHighlighted, Matrix, show, type Cell, type Column } from '#admin/coverage/matrix.ts'
import { moveBy } from '#admin/coverage/move.ts'
import { cellsBetween, mostSelected, pairsOf, select } from '#admin/coverage/selection.ts'
import { stages } from '#model/stages.ts'
import { pick, say } from '#support/said-words.ts'

const profession = (id: string, name: string) => ({ id, name })
const region = (id: string, name: string, land: string | null) => ({
  id,
  name,
  land,
  kind: 'kreis',
})
/** profession, region, stage, days since a change, days live (-1: not), has changes, is overdue */
type Row = [number, number, (typeof stages)[number], number, number, 0 | 1, 0 | 1]
const matrixOf = (...cells: Row[]) =>
  new Matrix({
    professions: [
      profession('p0', 'Koch'),
      profession('p1', 'Bäckerin'),
      profession('p2', 'Maurer'),
    ],
    regions: [region('r0', 'Bonn', '05'), region('r1', 'Köln', '05'), region('r2', 'Aalen', '08')],
    cells: cells.flatMap(([p, r, stage, ...rest]) => [p, r, stages.indexOf(stage), ...rest]),
  })
const matrix = matrixOf(
  [0, 0, 'live', 400, 500, 0, 0],
  [0, 2, 'draft', 0, -1, 0, 1],
  [1, 1, 'in_review', 3, 10, 1, 0],
)
const shownWith = (options: Partial<Parameters<typeof show>[1]>) =>
  show(matrix, {
    zoom: 'all',
    profession: '',
    region: '',
    highlight: 'all',
    isOnlyMatches: false,
    landName: (land) => `Land ${land ?? '?'}`,
    ...options,
  })
const columnNames = ({ columns }: { columns: readonly Column[] }) => columns.map(({ name }) => name)

describe('the matrix', () => {
  it('knows its cells by profession and region, and what is live', () => {
    expect([matrix.size, matrix.live]).toEqual([3, 2])
    expect(matrix.at(0, 0)).toMatchObject({ stage: 'live', daysLive: 500, isStale: true })
    expect(matrix.at(0, 2)).toMatchObject({ stage: 'draft', isOverdue: true, isStale: false })
    expect(matrix.at(1, 1)).toMatchObject({ stage: 'in_review', hasChanges: true })
    expect(matrix.at(2, 2)).toBeUndefined()
    expect([...matrix.filled()]).toEqual([
      [0, 0],
      [0, 2],
      [1, 1],
    ])
  })

  it.each([
    [364, 1, false],
    [365, 1, true],
    [365, -1, false],
  ])('takes a text of %i days, live for %i, for stale: %s', (days, live, isStale) => {
    expect(matrixOf([0, 0, 'live', days, live, 0, 0]).at(0, 0)?.isStale).toBe(isStale)
  })

  it('is narrowed by names, in any case, and by a Land', () => {
    expect(shownWith({ profession: ' BÄCK ' }).rows).toEqual([1])
    expect(columnNames(shownWith({ region: 'öl' }))).toEqual(['Köln'])
    expect(columnNames(shownWith({ zoom: '08' }))).toEqual(['Aalen'])
  })

  it('gathers regions under their Länder', () => {
    expect(shownWith({ zoom: 'lands' }).columns).toEqual([
      { type: 'land', land: '05', name: 'Land 05', regions: [0, 1] },
      { type: 'land', land: '08', name: 'Land 08', regions: [2] },
    ])
  })

  it('leaves, where somebody wants only matches, rows and columns that have one', () => {
    const overdue = shownWith({ highlight: 'overdue', isOnlyMatches: true })
    expect([overdue.rows, columnNames(overdue)]).toEqual([[0], ['Aalen']])
    const missing = shownWith({ highlight: 'missing', isOnlyMatches: true, region: 'Bonn' })
    expect([missing.rows, columnNames(missing)]).toEqual([[1, 2], ['Bonn']])
    // Without the wish all stays, and so does all of all.
    expect(shownWith({ highlight: 'overdue' }).rows).toEqual([0, 1, 2])
    expect(shownWith({ highlight: 'all', isOnlyMatches: true }).rows).toEqual([0, 1, 2])
  })

  it.each([
    ['all', true, true],
    ['missing', false, true],
    ['stale', true, false],
    ['changed', false, false],
    ['overdue', false, false],
    ['live', true, false],
    ['draft', false, false],
  ] as const)(
    'brings out with %s a stale live text: %s, an empty cell: %s',
    (highlight, full, empty) => {
      expect(isHighlighted(matrix.at(0, 0), highlight)).toBe(full)
      expect(isHighlighted(undefined, highlight)).toBe(empty)
    },
  )
})

describe('a cell in words', () => {
  const words = { say, pick }
  const regionAt = (index: number): Column => ({
    type: 'region',
    region: index,
    name: matrix.regions[index]?.name ?? '',
  })

  it('tells stage, age, what is live and what is wanted', () => {
    expect(describeCell(matrix, 0, regionAt(0), words)).toBe(
      'Koch, Bonn: Veröffentlicht, coverage:changedAgo(400), coverage:liveFor(500), coverage:stale',
    )
    expect(describeCell(matrix, 0, regionAt(2), words)).toBe(
      'Koch, Aalen: Entwurf, coverage:changedToday, coverage:overdue',
    )
    expect(describeCell(matrix, 2, regionAt(0), words)).toBe('Maurer, Bonn: coverage:none')
  })

  it('tells of a Land how many of its regions are live', () => {
    const land: Column = { type: 'land', land: '05', name: 'NRW', regions: [0, 1] }
    expect(describeCell(matrix, 0, land, words)).toBe('Koch, NRW: coverage:landCell(1, 2)')
  })

  it.each([
    [0, 'coverage:today'],
    [1, 'coverage:days(1)'],
    [59, 'coverage:days(59)'],
    [60, 'coverage:months(1)'],
    [729, 'coverage:months(23)'],
    [731, 'coverage:years(2)'],
  ])('says an age of %i days as %s', (daysSinceChange, said) => {
    const cell: Cell = {
      stage: 'draft',
      daysSinceChange,
      daysLive: -1,
      hasChanges: false,
      isOverdue: false,
      isStale: false,
    }
    expect(shortAge(cell, say)).toBe(said)
  })
})

describe('the keys in the matrix', () => {
  const size = { rows: 40, columns: 5 }
  const from = { row: 20, column: 2 }
  const press = (key: string, at = from, isFar = false) =>
    moveBy({ key, ctrlKey: isFar, metaKey: false }, at, size)

  it.each([
    ['ArrowUp', { row: 19, column: 2 }],
    ['ArrowDown', { row: 21, column: 2 }],
    ['ArrowLeft', { row: 20, column: 1 }],
    ['ArrowRight', { row: 20, column: 3 }],
    ['PageUp', { row: 5, column: 2 }],
    ['PageDown', { row: 35, column: 2 }],
    ['Home', { row: 20, column: 0 }],
    ['End', { row: 20, column: 4 }],
    ['a', null],
    ['Enter', null],
  ])('%s leads on', (key, to) => {
    expect(press(key)).toEqual(to)
  })

  it('lead to the corners with Ctrl or Cmd, and never out of the grid', () => {
    expect(press('Home', from, true)).toEqual({ row: 0, column: 0 })
    expect(moveBy({ key: 'End', ctrlKey: false, metaKey: true }, from, size)).toEqual({
      row: 39,
      column: 4,
    })
    expect(press('ArrowUp', { row: 0, column: 0 })).toEqual({ row: 0, column: 0 })
    expect(press('PageDown', { row: 39, column: 4 })).toEqual({ row: 39, column: 4 })
  })
})

describe('a selection in the matrix', () => {
  it('reaches over the rectangle between two places, whichever way it is drawn', () => {
    const shown = shownWith({})
    const whole = [
      [0, 1],
      [0, 2],
      [1, 1],
      [1, 2],
    ]
    expect(cellsBetween(shown, { row: 0, column: 1 }, { row: 1, column: 2 })).toEqual(whole)
    expect(cellsBetween(shown, { row: 1, column: 2 }, { row: 0, column: 1 })).toEqual(whole)
    const lands = shownWith({ zoom: 'lands' })
    expect(cellsBetween(lands, { row: 0, column: 0 }, { row: 1, column: 1 })).toEqual([])
  })

  it('takes cells with a text only, and gives them back by their ids', () => {
    const added = select(
      matrix,
      new Set(),
      [
        [0, 0],
        [0, 1],
        [1, 1],
      ],
      true,
    )
    expect(pairsOf(added.selected)).toEqual([
      ['p0', 'r0'],
      ['p1', 'r1'],
    ])
    const less = select(
      matrix,
      added.selected,
      [
        [0, 0],
        [2, 2],
      ],
      false,
    )
    expect(pairsOf(less.selected)).toEqual([['p1', 'r1']])
    expect(added.isCut || less.isCut).toBe(false)
  })

  it('says when there are more than one request takes, and keeps the first of them', () => {
    const many = new Matrix({
      professions: [profession('p0', 'Koch')],
      regions: Array.from({ length: mostSelected + 1 }, (_, index) =>
        region(`r${String(index)}`, 'Ort', null),
      ),
      cells: Array.from({ length: mostSelected + 1 }, (_, index) => [
        0,
        index,
        0,
        0,
        -1,
        0,
        0,
      ]).flat(),
    })
    const all = [...many.filled()]
    const { selected, isCut } = select(many, new Set(), all, true)
    expect([selected.size, isCut]).toEqual([mostSelected, true])
    expect(selected.has(`p0 r${String(mostSelected)}`)).toBe(false)
    expect(select(many, new Set(), all.slice(1), true).isCut).toBe(false)
  })
})
