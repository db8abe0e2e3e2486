import { randomUUID } from 'node:crypto'
import type { Product, SignedIn } from './product.ts'

/** A body with one paragraph, as Lexical stores it. */
export function bodyOf(text: string) {
  return {
    root: {
      type: 'root',
      format: '' as const,
      indent: 0,
      version: 1,
      direction: 'ltr' as const,
      children: [
        {
          type: 'paragraph',
          format: '',
          indent: 0,
          version: 1,
          direction: 'ltr',
          textFormat: 0,
          children: [
            { type: 'text', text, detail: 0, format: 0, mode: 'normal', style: '', version: 1 },
          ],
        },
      ],
    },
  }
}

/** Reference data of its own for one test: a profession and a region. */
export async function makePair({ payload }: Product) {
  const mark = randomUUID().slice(0, 8)
  const profession = await payload.create({
    collection: 'professions',
    data: { name: `Beruf ${mark}`, slug: '' },
    overrideAccess: true,
  })
  const region = await payload.create({
    collection: 'regions',
    data: { name: `Ort ${mark}`, slug: '', kind: 'gemeinde' },
    overrideAccess: true,
  })
  return { profession: profession.id, region: region.id }
}

/** A complete regional section as somebody would send it. */
export function sectionContent(overrides: Record<string, unknown> = {}) {
  return {
    headline: 'Eine Überschrift',
    intro: 'Eine Einleitung.',
    sections: [{ kind: 'aufgaben', heading: 'Was zu tun ist', body: bodyOf('Vieles.') }],
    salaryFigures: [
      { kind: 'einstieg', min: 40_000, max: 45_000, period: 'JAHR', currency: 'EUR' },
    ],
    ...overrides,
  }
}

/** A regional section written by an author over REST. */
export async function writeSection(
  product: Product,
  author: SignedIn,
  overrides: Record<string, unknown> = {},
): Promise<string> {
  const pair = await makePair(product)
  const answer = await product.call('POST', '/regional-sections', {
    authorization: author.authorization,
    body: { ...sectionContent(), ...pair, ...overrides },
  })
  if (answer.status !== 201) throw new Error(`The section was not written: ${answer.text}`)
  return String(answer.get('doc.id'))
}

/** Takes one transition over REST. */
export function transition(
  product: Pick<Product, 'call'>,
  person: { authorization: string } | null,
  id: string,
  body: Record<string, unknown>,
  collection = 'regional-sections',
) {
  return product.call('POST', `/${collection}/${id}/transitions`, {
    authorization: person?.authorization,
    body,
  })
}

/** Brings a section all the way to its readers. */
export async function makeLive(product: Product, people: { author: SignedIn; editor: SignedIn }) {
  const id = await writeSection(product, people.author)
  await publish(product, people, id)
  return id
}

/** Submits, approves and publishes; every step must go through. */
export async function publish(
  product: Pick<Product, 'call'>,
  people: { author: { authorization: string }; editor: { authorization: string } },
  id: string,
) {
  for (const [person, name] of [
    [people.author, 'submit'],
    [people.editor, 'approve'],
    [people.editor, 'publish'],
  ] as const) {
    const answer = await transition(product, person, id, { transition: name })
    if (answer.status !== 200) throw new Error(`${name}: ${answer.text}`)
  }
}
