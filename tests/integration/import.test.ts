import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findFiles } from '#importing/portraits/find-files.ts'
import { importFiles } from '#importing/portraits/import-files.ts'
import { importPortrait } from '#importing/portraits/writing/write.ts'
import { publish, transition } from '#support/factories.ts'
import { portraitText as text } from '#support/portrait-text.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

describe('the import of portraits', () => {
  let product: Product
  let author: SignedIn
  let other: SignedIn
  let editor: SignedIn
  let folder: string

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    other = await product.signIn('author')
    editor = await product.signIn('editor')
    folder = await mkdtemp(path.join(os.tmpdir(), 'portraits-'))
  })
  afterAll(async () => {
    await product.close()
    await rm(folder, { recursive: true })
  })

  const userOf = async (person: SignedIn) => ({
    ...(await product.payload.findByID({
      collection: 'users',
      id: person.id,
      overrideAccess: true,
    })),
    collection: 'users' as const,
  })

  const run = async (
    content: string,
    options: { canCreateMissing?: boolean; isDryRun?: boolean; person?: SignedIn } = {},
  ) =>
    importPortrait({
      payload: product.payload,
      user: await userOf(options.person ?? author),
      file: 'texte/glasblaeser.txt',
      bytes: Buffer.from(content, 'latin1'),
      canCreateMissing: options.canCreateMissing ?? true,
      isDryRun: options.isDryRun ?? false,
    })

  /** Writes files into a folder of their own and imports it. */
  const runFolder = async (files: Record<string, string>, isDryRun = false) => {
    const place = await mkdtemp(path.join(folder, 'run-'))
    for (const [name, content] of Object.entries(files)) {
      await writeFile(path.join(place, name), content)
    }
    const outcomes = await importFiles({
      payload: product.payload,
      user: await userOf(author),
      files: await findFiles([place]),
      canCreateMissing: true,
      isDryRun,
      onDone: () => undefined,
    })
    return outcomes.map((outcome) => ({ ...outcome, file: path.basename(outcome.file) }))
  }

  const count = async (collection: 'professions' | 'regions' | 'regional-sections') =>
    (await product.payload.count({ collection, overrideAccess: true })).totalDocs

  const workingCopy = (id: string | null, person = author) =>
    product.call('GET', `/regional-sections/${String(id)}?draft=true&depth=0`, person)

  it('names what it does not know, and leaves nothing behind', async () => {
    await expect(run(text('A'), { canCreateMissing: false })).rejects.toThrow('is not known')
    expect(await run(text('A'), { isDryRun: true })).toMatchObject({ result: 'created', id: null })
    expect(await count('professions')).toBe(0)
    expect(await count('regional-sections')).toBe(0)
  })

  it('makes a working copy, then changes nothing, then a new one beside what is live', async () => {
    const first = await run(text('Heiße Ware'))
    expect(first).toMatchObject({
      result: 'created',
      region: 'Musterstadt',
      sections: 2,
      figures: 2,
      unsourced: 2,
    })
    expect(first.warnings).toHaveLength(1)
    expect(await run(text('Heiße Ware'))).toMatchObject({ result: 'unchanged', warnings: [] })
    const id = String(first.id)
    const stored = await workingCopy(id)
    expect(stored.body).toMatchObject({
      headline: 'Heiße Ware',
      author: author.id,
      importedFrom: { file: 'glasblaeser.txt' },
      sections: [{ kind: 'aufgaben' }, { kind: 'verdienst' }],
      salaryFigures: [
        { kind: 'einstieg', min: 31_000, max: 34_000, period: 'JAHR', unsourced: true },
        { upperHint: 45_000, max: null },
      ],
    })
    await publish(product, { author, editor }, id)
    const site = await product.makeSite()
    const before = await product.call('GET', `/regional-sections/${id}`, site)
    const again = await run(text('Neue Ware'))
    expect(again.result).toBe('updated')
    expect(again.warnings.map(({ message }) => message.en)).not.toContainEqual(
      expect.stringContaining('Edits'),
    )
    expect((await product.call('GET', `/regional-sections/${id}`, site)).text).toBe(before.text)
    expect((await workingCopy(id)).get('headline')).toBe('Neue Ware')
  })

  it('keeps what people edited when the same file comes again, and tells when a new one replaces it', async () => {
    const { id } = await run(text('Erste Fassung', 'Editstadt'))
    const edit = await product.call('PATCH', `/regional-sections/${String(id)}?draft=true`, {
      ...author,
      body: { headline: 'Von Hand' },
    })
    expect(edit.status).toBe(200)
    expect((await run(text('Erste Fassung', 'Editstadt'))).result).toBe('unchanged')
    expect((await workingCopy(id)).get('headline')).toBe('Von Hand')
    const { warnings } = await run(text('Zweite Fassung', 'Editstadt'))
    expect(warnings[0]?.message.en).toMatch(/^Edits made since the last import were replaced/u)
    expect((await workingCopy(id)).get('headline')).toBe('Zweite Fassung')
  })

  it('says whose text it is that somebody else may not change, in a dry run as well', async () => {
    await run(text('Mein Text', 'Eigenstadt'))
    for (const isDryRun of [true, false]) {
      await expect(
        run(text('Dein Text', 'Eigenstadt'), { person: other, isDryRun }),
      ).rejects.toThrow(`The text belongs to ${author.name}`)
    }
    expect((await run(text('Redaktion', 'Eigenstadt'), { person: editor })).result).toBe('updated')
  })

  it('says that a text is archived', async () => {
    const { id } = await run(text('Alt', 'Altstadt'))
    const archived = await transition(product, editor, String(id), {
      transition: 'archive',
      comment: 'Überholt.',
    })
    expect(archived.status).toBe(200)
    await expect(run(text('Neu', 'Altstadt'))).rejects.toThrow('archived')
  })

  it('lets the others through where a file fails, and reports each with line and reason', async () => {
    const outcomes = await runFolder({
      'a.txt': text('A', 'Eins'),
      'b.txt': 'Kein Titel, nirgends.',
      'c.txt': '',
      'd.txt': text('D', 'Zwei').replace('Beruf Glasbläser', 'Beruf Koch'),
      'e.txt': text('E', 'Drei'),
    })
    expect(outcomes).toMatchObject([
      { file: 'a.txt', result: 'created' },
      { file: 'b.txt', result: 'failed', failure: { line: 1 } },
      { file: 'c.txt', result: 'failed', failure: { line: 1, reason: 'The file is empty.' } },
      { file: 'd.txt', result: 'failed', failure: { line: 2 } },
      { file: 'e.txt', result: 'created' },
    ])
  })

  it.each([false, true])(
    'imports one file for a pair, whatever names the others use (dry run: %s)',
    async (isDryRun) => {
      const place = isDryRun ? 'Trockenstadt' : 'Paarstadt'
      const job = isDryRun ? 'Trocken-Leiter' : 'Paar-Leiter'
      const outcomes = await runFolder(
        {
          'a.txt': text('A', place, `${job}/in`),
          'b.txt': text('B', place, `${job.replace('-', ' ')}`),
          'c.txt': text('C', encodeURIComponent(place), `${job}in (m/w/d)`),
        },
        isDryRun,
      )
      expect(outcomes).toMatchObject([
        { result: 'created', imported: { profession: job, region: place } },
        { result: 'failed', failure: { line: 1 } },
        { result: 'failed', failure: { line: 1 } },
      ])
      for (const outcome of outcomes.slice(1)) {
        expect(outcome).toMatchObject({
          failure: {
            reason: expect.stringMatching(/a\.txt .*-Leiter|a\.txt .* Leiter/u) as string,
          },
        })
      }
    },
  )

  it('makes missing entries with names fit to be read', async () => {
    const outcomes = await runFolder({
      'a.txt': text('A', 'weiden-in-der-oberpfalz', 'Tierpfleger/in (m/w/d)'),
      'b.txt': text('B', 'K%C3%B6nigsee', 'Tierpflegerin'),
    })
    expect(outcomes).toMatchObject([
      { imported: { profession: 'Tierpfleger', region: 'Weiden in der Oberpfalz' } },
      { imported: { profession: 'Tierpfleger', region: 'Königsee' } },
    ])
    const { docs } = await product.payload.find({
      collection: 'regions',
      where: { name: { equals: 'Weiden in der Oberpfalz' } },
      overrideAccess: true,
    })
    expect(docs).toMatchObject([{ kind: 'gemeinde', slug: 'weiden-in-der-oberpfalz' }])
  })
})
