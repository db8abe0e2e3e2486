import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importPortrait } from '#importing/portraits/write.ts'
import { publish } from '#support/factories.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'

const text = (headline: string) =>
  [
    'Glasbläser Jobs und Stellenangebote in Musterstadt',
    'Beruf Glasbläser in Musterstadt',
    headline,
    'Wer hier arbeitet, formt Glas bei großer Hitze und braucht eine ruhige Hand dafür.',
    'Das Aufgabenfeld: Formen und Blasen',
    'Am Ofen entstehen Kolben, Vasen und Geräte für die Labore der Umgebung, Stück für Stück.',
    'Verdienst: Was der Beruf einbringt',
    'Das jährliche Einstiegsgehalt liegt bei 31.000 bis 34.000 Euro, mit Erfahrung geht es Richtung 45.000 Euro.',
  ].join('\r\n')

describe('the import of a portrait', () => {
  let product: Product
  let author: SignedIn
  let editor: SignedIn

  beforeAll(async () => {
    product = await startProduct()
    author = await product.signIn('author')
    editor = await product.signIn('editor')
  })
  afterAll(() => product.close())

  const run = async (
    content: string,
    options: { canCreateMissing?: boolean; isDryRun?: boolean } = {},
  ) =>
    importPortrait({
      payload: product.payload,
      user: {
        ...(await product.payload.findByID({
          collection: 'users',
          id: author.id,
          overrideAccess: true,
        })),
        collection: 'users',
      },
      file: 'glasblaeser.txt',
      bytes: Buffer.from(content, 'latin1'),
      canCreateMissing: options.canCreateMissing ?? true,
      isDryRun: options.isDryRun ?? false,
    })

  it('names what it does not know, and leaves nothing behind', async () => {
    await expect(run(text('A'), { canCreateMissing: false })).rejects.toThrow('create-missing')
    expect((await run(text('A'), { isDryRun: true })).result).toBe('created')
    const { totalDocs } = await product.payload.count({
      collection: 'professions',
      overrideAccess: true,
    })
    expect(totalDocs).toBe(0)
  })

  it('makes a working copy, then changes nothing, then a new one beside what is live', async () => {
    const first = await run(text('Heiße Ware'))
    expect(first).toMatchObject({ result: 'created', region: 'Musterstadt' })
    expect((await run(text('Heiße Ware'))).result).toBe('unchanged')
    const { docs } = await product.payload.find({
      collection: 'regional-sections',
      draft: true,
      depth: 0,
      overrideAccess: true,
    })
    const document = docs[0]
    expect(document).toMatchObject({
      headline: 'Heiße Ware',
      author: author.id,
      sections: [{ kind: 'aufgaben' }, { kind: 'verdienst' }],
      salaryFigures: [
        { kind: 'einstieg', min: 31_000, max: 34_000, period: 'JAHR', unsourced: true },
        { upperHint: 45_000, max: null },
      ],
    })
    const id = String(document?.id)
    await publish(product, { author, editor }, id)
    const site = await product.makeSite()
    const before = await product.call('GET', `/regional-sections/${id}`, site)
    expect((await run(text('Neue Ware'))).result).toBe('updated')
    expect((await product.call('GET', `/regional-sections/${id}`, site)).text).toBe(before.text)
    const working = await product.call('GET', `/regional-sections/${id}?draft=true`, author)
    expect(working.get('headline')).toBe('Neue Ware')
  })
})
