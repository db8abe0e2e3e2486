import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRecord } from '#model/documents.ts'
import { portraitText } from '#support/portrait-text.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

type Caller = { authorization: string } | null
type Files = Record<string, string | Uint8Array<ArrayBuffer>>
type Lines = Record<string, unknown>[]

describe('files that are sent for import', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
    await send(
      editor,
      { 'vorrat.txt': portraitText('Vorrat', 'Vorratsstadt') },
      'createMissing=true',
    )
  })
  afterAll(() => product.close())

  const formOf = (files: readonly (readonly [string, string | Uint8Array<ArrayBuffer>])[]) => {
    const form = new FormData()
    for (const [name, content] of files) form.append('files', new File([content], name))
    return form
  }
  const respond = (person: Caller, body: unknown, query = '', language = 'de') =>
    product.respond('POST', `/import/portraits?${query}`, {
      authorization: person?.authorization,
      body,
      headers: { 'Accept-Language': language },
    })
  const linesIn = async (response: Response): Promise<Lines> =>
    (await response.text())
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
      .filter(isRecord)
  /** Sends files and reads the answer's lines: the first names the run, the last tells the sums. */
  const send = async (person: Caller, files: Files, query = '', language = 'de') => {
    const response = await respond(person, formOf(Object.entries(files)), query, language)
    expect(response.status).toBe(200)
    const lines = await linesIn(response)
    const start: unknown = lines[0]?.start
    const end: unknown = lines.at(-1)?.end
    if (!isRecord(start) || !isRecord(end)) throw new Error('The answer broke off.')
    return { run: start.run, lines: lines.slice(1, -1), end }
  }
  const count = async (collection: 'professions' | 'regions' | 'regional-sections') =>
    (await product.payload.count({ collection, overrideAccess: true })).totalDocs
  const countAll = () =>
    Promise.all((['professions', 'regions', 'regional-sections'] as const).map(count))
  const runOf = async (id: unknown) =>
    (await product.call('GET', `/import-runs/${String(id)}?depth=0`, editor)).body

  it('are told line by line before anything is written', async () => {
    const before = [await countAll(), (await product.call('GET', '/import-runs', editor)).text]
    const { run, lines, end } = await send(
      editor,
      {
        'texte/a.txt': portraitText('Heiße Ware', 'Neustadt'),
        'texte/b.txt': 'Kein Titel, nirgends.',
        'texte/c.docx': new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]),
        'texte/d.txt': portraitText('Noch einmal', 'Neustadt', 'Glasbläserin'),
      },
      'dryRun=true&createMissing=true',
    )
    expect(lines).toMatchObject([
      {
        index: 0,
        file: 'texte/a.txt',
        result: 'created',
        document: null,
        profession: 'Glasbläser',
        region: 'Neustadt',
        made: { region: 'Neustadt' },
        headline: 'Heiße Ware',
        sections: [{ kind: 'aufgaben' }, { kind: 'verdienst' }],
        figures: [{ kind: 'einstieg', isSourced: false }, { isSourced: false }],
        warnings: [{ line: 8, message: expect.stringContaining('keine Quelle') as string }],
      },
      { index: 1, result: 'failed', failure: { line: 1 } },
      {
        index: 2,
        result: 'failed',
        failure: {
          line: 1,
          reason: 'Die Datei ist ein ZIP-Archiv (so auch .docx und .odt), kein reiner Text.',
        },
      },
      {
        index: 3,
        result: 'failed',
        failure: { reason: expect.stringContaining('texte/a.txt ist in diesem Lauf') as string },
      },
    ])
    expect(run).toBeNull()
    expect(end).toEqual({ created: 1, updated: 0, unchanged: 0, failed: 3 })
    expect([await countAll(), (await product.call('GET', '/import-runs', editor)).text]).toEqual(
      before,
    )
  })

  it('are written as those of who sends them, and put on record', async () => {
    const { run, lines } = await send(author, { 'a.txt': portraitText('Meins', 'Vorratsstadt') })
    expect(lines).toMatchObject([{ result: 'failed', failure: { line: null } }])
    expect(JSON.stringify(lines)).toContain(`Der Text gehört ${editor.name}`)
    expect(await runOf(run)).toMatchObject({
      startedBy: author.id,
      failed: 1,
      report: [{ file: 'a.txt', result: 'failed' }],
    })
    await product.payload.create({
      collection: 'regions',
      data: { name: 'Autorenort', slug: '', kind: 'gemeinde' },
      overrideAccess: true,
    })
    const own = await send(author, { 'a.txt': portraitText('Meins', 'Autorenort') })
    expect(own.lines).toMatchObject([{ result: 'created', warnings: [{}] }])
    const document: unknown = own.lines[0]?.document
    const id = isRecord(document) ? String(document.id) : ''
    const stored = await product.call('GET', `/regional-sections/${id}?draft=true&depth=0`, author)
    expect(stored.body).toMatchObject({ author: author.id, headline: 'Meins' })
    expect(await runOf(own.run)).toMatchObject({
      kind: 'portraits',
      created: 1,
      failed: 0,
      report: [{ file: 'a.txt', result: 'created', imported: { id, sections: 2 } }],
    })
  })

  it('may be sent again, one by one, and never twice for one pair in a run', async () => {
    const first = await send(
      editor,
      { 'a.txt': portraitText('Erste', 'Laufstadt'), 'b.txt': 'Nichts.' },
      'createMissing=true',
    )
    const run = `run=${String(first.run)}`
    const second = await send(editor, { 'c.txt': portraitText('Zweite', 'Laufstadt') }, run)
    expect(second.lines).toMatchObject([
      {
        result: 'failed',
        failure: { line: 1, reason: expect.stringContaining('a.txt') as string },
      },
    ])
    // Its answer got lost: the same file again is no second one.
    expect(
      (await send(editor, { 'a.txt': portraitText('Erste', 'Laufstadt') }, run)).lines,
    ).toMatchObject([{ result: 'unchanged' }])
    // The same name with other content is.
    expect(
      (await send(editor, { 'a.txt': portraitText('Andere', 'Laufstadt') }, run)).lines,
    ).toMatchObject([{ result: 'failed' }])
    const mended = await send(editor, { 'b.txt': portraitText('Mit Titel', 'Vorratsstadt') }, run)
    expect(mended.lines).toMatchObject([{ result: 'updated' }])
    expect(await runOf(first.run)).toMatchObject({ updated: 1 })
    expect(JSON.stringify(await runOf(first.run))).toContain('"b.txt"')
  })

  it('are told apart when two requests of a run come at once', async () => {
    const opened = await send(editor, { 'leer.txt': '' })
    const run = `createMissing=true&run=${String(opened.run)}`
    const answers = await Promise.all(
      ['a.txt', 'b.txt', 'c.txt'].map((name) =>
        send(editor, { [name]: portraitText(name, 'Gleichzeitig') }, run),
      ),
    )
    const results = answers.map(({ lines }) => lines[0]?.result).sort()
    expect(results).toEqual(['created', 'failed', 'failed'])
    expect(await runOf(opened.run)).toMatchObject({ created: 1, failed: 3 })
  })

  it('make no professions and places for authors', async () => {
    const refused = await respond(
      author,
      formOf([['a.txt', portraitText('A', 'Nirgendwo')]]),
      'createMissing=true',
    )
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('legt die Redaktion an')
    const { lines } = await send(author, { 'a.txt': portraitText('A', 'Nirgendwo') }, '', 'en')
    expect(lines).toMatchObject([
      { failure: { problem: 'unknown_entry', reason: 'The region “Nirgendwo” is not known.' } },
    ])
    expect(await count('regions')).toBeGreaterThan(0)
  })

  it('are taken from people only, and a run from who opened it', async () => {
    const form = () => formOf([['a.txt', portraitText('A')]])
    const site = await product.makeSite()
    expect((await respond(null, form())).status).toBe(401)
    expect((await respond(site, form())).status).toBe(403)
    const { run: opened } = await send(editor, { 'leer.txt': '' })
    for (const [person, run] of [
      [author, String(opened)],
      [editor, '00000000-0000-4000-8000-000000000000'],
    ] as const) {
      expect((await respond(person, form(), `run=${run}`)).status).toBe(404)
    }
    expect((await respond(editor, form(), 'run=x')).status).toBe(400)
    expect((await respond(editor, form(), `dryRun=true&run=${String(opened)}`)).status).toBe(400)
    expect((await respond(editor, form(), 'dry=true')).status).toBe(400)
  })

  it('are refused where they are no files, too many or too large', async () => {
    const text = new FormData()
    text.append('files', 'kein Anhang')
    const stranger = new FormData()
    stranger.append('datei', new File(['x'], 'a.txt'))
    for (const body of [{}, undefined, new FormData(), text, stranger]) {
      expect((await respond(editor, body)).status).toBe(400)
    }
    const many = Array.from({ length: 501 }, (_, index) => [`${String(index)}.txt`, ''] as const)
    expect((await respond(editor, formOf(many), 'dryRun=true')).status).toBe(413)
    const large = new Uint8Array(2_000_001).fill(65)
    const { lines } = await send(editor, { 'gross.txt': large }, 'dryRun=true')
    expect(lines).toMatchObject([
      { failure: { reason: expect.stringContaining('größer als 2 MB') as string } },
    ])
    const huge = Array.from({ length: 26 }, (_, index) => [`${String(index)}.txt`, large] as const)
    const refused = await respond(editor, formOf(huge), 'dryRun=true')
    expect(refused.status).toBe(413)
    expect(await refused.text()).toContain('höchstens 50 MB')
  })

  it('may have any name', async () => {
    const names = [
      '../../etc/passwd',
      'a\u202Etxt.exe',
      '<img src=x onerror=alert(1)>.txt',
      'ä'.repeat(2000),
    ]
    const files = names.map((name) => [name, 'Kein Titel.'] as const)
    const response = await respond(editor, formOf([...files, ['../../etc/passwd', 'x']]), '')
    const lines = await linesIn(response)
    expect(lines.slice(1, -1)).toMatchObject([
      { file: '../../etc/passwd', result: 'failed' },
      { file: 'a�txt.exe', result: 'failed' },
      { file: '<img src=x onerror=alert(1)>.txt', result: 'failed' },
      { file: 'ä'.repeat(300), result: 'failed' },
      { failure: { reason: 'Eine andere Datei dieser Anfrage heißt genauso.' } },
    ])
  })

  it('stop where nobody listens any more, and leave what is done', async () => {
    const files = Array.from(
      { length: 8 },
      (_, index) =>
        [
          `${String(index)}.txt`,
          portraitText('A', `${'ABCDEFGH'.charAt(index)}bruchdorf`),
        ] as const,
    )
    const before = await count('regional-sections')
    const response = await respond(editor, formOf(files), 'createMissing=true')
    const reader = response.body?.getReader()
    for (const _ of ['the run', 'a file']) await reader?.read()
    await reader?.cancel()
    const written = (await count('regional-sections')) - before
    expect(written).toBeGreaterThan(0)
    expect(written).toBeLessThan(8)
    const again = await send(editor, Object.fromEntries(files), 'createMissing=true')
    expect(again.end).toMatchObject({ unchanged: written, created: 8 - written, failed: 0 })
  })
})
