import { describe, expect, it } from 'vitest'
import { pickedFiles, withoutStrangers } from '#admin/import/given-files.ts'
import { composeReport } from '#admin/import/report.ts'
import {
  addFiles,
  countResults,
  pendingOf,
  rowsToShow,
  withSeen,
  type ImportRow,
  type FileOutcome,
} from '#admin/import/rows.ts'

const fileOf = (name: string, content = '', lastModified = 1) =>
  new File([content], name, { lastModified })
const rowOf = (name: string, overrides: Partial<ImportRow> = {}): ImportRow => ({
  name,
  file: fileOf(name),
  isChosen: false,
  seen: null,
  done: null,
  ...overrides,
})
const told = (
  result: 'created' | 'updated' | 'unchanged',
  warnings: string[] = [],
): FileOutcome => ({
  index: 0,
  file: 'a.txt',
  result,
  document: { collection: 'career-profiles', id: '1' },
  profession: 'Koch',
  region: null,
  made: {},
  headline: 'Am Herd',
  sections: [{ kind: 'aufgaben', heading: null, isDoubtful: false }],
  figures: [],
  warnings: warnings.map((message) => ({ line: 3, message })),
})
const failure: FileOutcome = { result: 'failed', failure: { line: 1, reason: 'Kein "Titel".' } }

describe('the files that are given', () => {
  it('are all that were named, and the text files of a folder', () => {
    const given = [
      { name: 'bild.png', isFromFolder: false },
      { name: 'texte/b.TXT', isFromFolder: true },
      { name: 'texte/a.txt', isFromFolder: true },
      { name: 'texte/bild.png', isFromFolder: true },
      { name: 'texte/.versteckt/c.txt', isFromFolder: true },
    ].map((one) => ({ ...one, file: fileOf(one.name) }))
    const { files, passedOver } = withoutStrangers(given)
    expect(files.map(({ name }) => name)).toEqual(['bild.png', 'texte/a.txt', 'texte/b.TXT'])
    expect(passedOver).toBe(1)
  })

  it('have the path below the folder that was picked', () => {
    const inFolder = Object.assign(fileOf('a.txt'), { webkitRelativePath: 'texte/a.txt' })
    const alone = Object.assign(fileOf('b.txt'), { webkitRelativePath: '' })
    const list = Object.assign([inFolder, alone], { item: () => null })
    expect(pickedFiles(list).map(({ name, isFromFolder }) => [name, isFromFolder])).toEqual([
      ['texte/a.txt', true],
      ['b.txt', false],
    ])
  })

  it('stand in the list once, and another of the same name under a name of its own', () => {
    const rows = addFiles([], [{ name: 'a.txt', file: fileOf('a.txt', 'x') }])
    const again = addFiles(rows, [
      { name: 'a.txt', file: fileOf('a.txt', 'x') },
      { name: 'a.txt', file: fileOf('a.txt', 'anders') },
      { name: 'a.txt', file: fileOf('a.txt', 'noch anders') },
    ])
    expect(again.map(({ name }) => name)).toEqual(['a.txt', 'a.txt (2)', 'a.txt (3)'])
  })
})

describe('the files of an import', () => {
  it('are chosen where they can be written', () => {
    const chosen = [told('created'), told('updated'), told('unchanged'), failure].map(
      (seen) => withSeen(rowOf('a.txt'), seen).isChosen,
    )
    expect(chosen).toEqual([true, true, false, false])
  })

  it('are pending until they are written', () => {
    const rows = [
      rowOf('a', { isChosen: true, seen: told('created') }),
      rowOf('b', { isChosen: true, seen: told('created'), done: told('created') }),
      rowOf('c', { isChosen: false, seen: told('created') }),
      rowOf('d', { isChosen: true, seen: failure }),
    ]
    expect(pendingOf(rows).map(({ name }) => name)).toEqual(['a'])
    expect(countResults(rows)).toEqual({ created: 1, updated: 0, unchanged: 0, failed: 1 })
  })

  it('are shown all, or those to look at', () => {
    const rows = [
      rowOf('a', { seen: told('created', ['Ohne Quelle.']) }),
      rowOf('b', { seen: told('created') }),
      rowOf('c', { seen: told('created'), done: failure }),
    ]
    const names = (shown: Parameters<typeof rowsToShow>[1]) =>
      rowsToShow(rows, shown).map(({ name }) => name)
    expect(names('all')).toEqual(['a', 'b', 'c'])
    expect(names('warned')).toEqual(['a'])
    expect(names('failed')).toEqual(['c'])
  })
})

describe('the report on an import', () => {
  const say = (word: string, values: Readonly<Record<string, string | number>> = {}) =>
    [word, ...Object.values(values)].join(' ')
  const report = (rows: ImportRow[]) =>
    composeReport(rows, { say, origin: 'https://cms.example' }).split('\r\n')

  it('has a line for each file, with its address or its reason', () => {
    const lines = report([
      rowOf('a.txt', { seen: told('created'), done: told('created', ['Ohne Quelle.']) }),
      rowOf('b.txt', { seen: failure }),
    ])
    expect(lines[0]?.startsWith('\uFEFFimport:csvFile;')).toBe(true)
    expect(lines.slice(1)).toEqual([
      'a.txt;import:created;Koch;import:nationwide;1;0;import:line 3: Ohne Quelle.;;https://cms.example/admin/collections/career-profiles/1',
      'b.txt;import:cannot;;;;;;"import:line 1: Kein ""Titel"".";',
      '',
    ])
  })

  it('holds nothing that a spreadsheet would run', () => {
    const [, line] = report([rowOf('=cmd|calc;.txt', { seen: failure })])
    expect(line?.startsWith('"\'=cmd|calc;.txt";')).toBe(true)
  })
})
