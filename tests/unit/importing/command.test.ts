import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { ValidationError } from 'payload'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Conflict, NotAllowed } from '#model/errors.ts'
import { PortraitTextError } from '#importing/portraits/file/errors.ts'
import { readArguments } from '#importing/portraits/arguments.ts'
import { explainFailure } from '#importing/portraits/explain.ts'
import { explainFileError, findFiles, readBytes } from '#importing/portraits/find-files.ts'
import type { Outcome } from '#importing/portraits/import-files.ts'
import { progressLine, reportLines } from '#importing/portraits/run/report.ts'

describe('the arguments', () => {
  it('are paths and switches in any order', () => {
    expect(readArguments(['a.txt', '--author', ' Erika@Example.org ', '--dry-run', 'b'])).toEqual({
      paths: ['a.txt', 'b'],
      author: 'erika@example.org',
      canCreateMissing: false,
      isDryRun: true,
    })
    expect(readArguments(['--create-missing', 'texte'])).toEqual({
      paths: ['texte'],
      author: null,
      canCreateMissing: true,
      isDryRun: false,
    })
  })

  it.each([
    [[], 'No file or folder'],
    [['--dry-run'], 'No file or folder'],
    [['a.txt', '--author'], '--author'],
    [['a.txt', '--author', ''], '--author'],
    [['a.txt', '--autor', 'x@example.org'], '--autor'],
  ])('make no sense as %j', (given, problem) => {
    expect(readArguments(given)).toEqual({ problem: expect.stringContaining(problem) as string })
  })
})

describe('finding files', () => {
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'portraits-'))
    await mkdir(path.join(folder, 'b/.versteckt'), { recursive: true })
    await mkdir(path.join(folder, 'leer.txt'))
    for (const name of ['z.txt', 'A.TXT', 'bild.png', '._z.txt', 'b/c.txt', 'b/.versteckt/d.txt']) {
      await writeFile(path.join(folder, name), name)
    }
  })
  afterEach(() => rm(folder, { recursive: true }))

  const find = async (...paths: string[]) =>
    (await findFiles(paths.map((name) => path.join(folder, name)))).map(({ file, problem }) => [
      path.relative(folder, file),
      ...(problem === null ? [] : [problem]),
    ])

  it('takes every .txt file below a folder, in order, and leaves hidden ones out', async () => {
    expect(await find('.')).toEqual([['A.TXT'], ['b/c.txt'], ['z.txt']])
  })

  it('takes a file that is named, whatever its name', async () => {
    expect(await find('bild.png', '._z.txt')).toEqual([['bild.png'], ['._z.txt']])
  })

  it('takes a file once that is named twice or linked', async () => {
    await symlink(path.join(folder, 'z.txt'), path.join(folder, 'b/link.txt'))
    expect(await find('z.txt', 'b/../z.txt', 'b', '.')).toEqual([['z.txt'], ['b/c.txt'], ['A.TXT']])
  })

  it('says what is wrong with a path', async () => {
    expect(await find('fehlt.txt', 'leer.txt', 'z.txt')).toEqual([
      ['fehlt.txt', 'There is no such file or folder.'],
      ['leer.txt', 'There is no .txt file in this folder.'],
      ['z.txt'],
    ])
  })

  it('reads the bytes of a file and says why it cannot', async () => {
    expect(Buffer.from(await readBytes(path.join(folder, 'z.txt'))).toString()).toBe('z.txt')
    await expect(readBytes(path.join(folder, 'b'))).rejects.toThrow('It is a folder, not a file.')
    await symlink(path.join(folder, 'nirgends'), path.join(folder, 'tot.txt'))
    await expect(readBytes(path.join(folder, 'tot.txt'))).rejects.toThrow('no such file')
    await writeFile(path.join(folder, 'gross.txt'), Buffer.alloc(2_000_001, 'x'))
    await expect(readBytes(path.join(folder, 'gross.txt'))).rejects.toThrow('larger than 2 MB')
  })

  it('says so where a file may not be read', async () => {
    const denied = Object.assign(new Error('EACCES: open'), { code: 'EACCES' })
    expect(explainFileError(denied)).toBe('It may not be read (permission denied).')
    await chmod(path.join(folder, 'z.txt'), 0)
    // Root may read everything.
    if (process.getuid?.() === 0) return
    await expect(readBytes(path.join(folder, 'z.txt'))).rejects.toThrow('permission denied')
  })
})

describe('why a file failed', () => {
  it.each([
    [new PortraitTextError(3, { de: 'deutsch', en: 'English' }), { line: 3, reason: 'English' }],
    [
      new PortraitTextError(2, { de: 'unbekannt', en: 'not known' }, 'unknown_entry'),
      { line: 2, reason: 'not known', problem: 'unknown_entry' },
    ],
    [new Conflict('It is archived.', 'archived'), { line: null, reason: 'It is archived.' }],
    [
      new ValidationError({ errors: [{ path: 'slug', message: 'It is taken.' }] }),
      { line: null, reason: 'slug: It is taken.' },
    ],
    [
      new Error('Failed query: insert into …', { cause: new Error('value too long\nDETAIL') }),
      { line: null, reason: 'value too long' },
    ],
    ['text', { line: null, reason: 'text' }],
  ])('is told in English: %s', (error, failure) => {
    expect(explainFailure(error)).toEqual(failure)
  })

  it.each([
    [new PortraitTextError(3, { de: 'deutsch', en: 'English' }), 'deutsch'],
    [new NotAllowed({ de: 'Nicht Ihrer.', en: 'Not yours.' }), 'Nicht Ihrer.'],
    [
      new Conflict({ de: 'Es ist archiviert.', en: 'It is archived.' }, 'archived'),
      'Es ist archiviert.',
    ],
  ])('is told in German as well: %s', (error, reason) => {
    expect(explainFailure(error, 'de').reason).toBe(reason)
  })
})

describe('the report', () => {
  const warn = (line: number | null, en: string) => ({ line, message: { de: 'deutsch', en } })
  const imported = {
    collection: 'regional-sections' as const,
    id: '1',
    pair: '1 2',
    made: {},
    sha256: '',
    sections: 5,
    figures: 3,
    found: { headline: '', sections: [], figures: [] },
  }
  const outcomes: Outcome[] = [
    {
      file: 'texte/it-leiter.txt',
      result: 'created',
      imported: {
        ...imported,
        result: 'created',
        profession: 'IT-Leiter/in',
        region: 'Köln',
        unsourced: 2,
        warnings: [warn(12, 'No source.'), warn(null, 'No headline.')],
      },
    },
    { file: 'texte/b.txt', result: 'failed', failure: { line: 1, reason: 'No title.' } },
    {
      file: 'texte/koch.txt',
      result: 'unchanged',
      imported: {
        ...imported,
        result: 'unchanged',
        collection: 'career-profiles',
        profession: 'Koch',
        region: null,
        unsourced: 0,
        warnings: [],
      },
    },
    { file: 'fehlt.txt', result: 'failed', failure: { line: null, reason: 'No such file.' } },
  ]
  const unknown: Outcome = {
    file: 'a.txt',
    result: 'failed',
    failure: { line: 1, reason: 'Not known.', problem: 'unknown_entry' },
  }

  it('is a table, then what is to be said file by file, then the sums', () => {
    expect(reportLines(outcomes, { isDryRun: false })).toEqual([
      'Result     File                 Profession    Region        Sections  Figures          Warnings',
      '---------  -------------------  ------------  ------------  --------  ---------------  --------',
      'created    texte/it-leiter.txt  IT-Leiter/in  Köln                 5  3 (2 unsourced)         2',
      'failed     texte/b.txt          –             –                    –  –                       –',
      'unchanged  texte/koch.txt       Koch          (nationwide)         5  3                       0',
      'failed     fehlt.txt            –             –                    –  –                       –',
      '',
      'texte/it-leiter.txt  warning: No headline.',
      'texte/it-leiter.txt:12  warning: No source.',
      'texte/b.txt:1  error: No title.',
      'fehlt.txt  error: No such file.',
      '',
      '4 files: 1 created, 0 updated, 1 unchanged, 2 failed.',
    ])
  })

  it('says what to do about entries that are missing', () => {
    expect(reportLines([unknown], { isDryRun: false })).toContain(
      'a.txt:1  error: Not known. With --create-missing an entry is made.',
    )
  })

  it('says when it was a dry run', () => {
    expect(reportLines([], { isDryRun: true }).at(-1)).toMatch(/^Dry run, nothing was written\./u)
  })

  it('tells the progress', () => {
    const [first] = outcomes
    expect(first && progressLine(first, 11, 250)).toBe('[ 12/250] created    texte/it-leiter.txt')
  })
})
