import { conditionOf } from '#accounts/scim/filter.ts'
import { ScimError } from '#accounts/scim/errors.ts'
import { excerptOf, excerptOfJson } from '#erasure/place.ts'
import { decodeText } from '#importing/portraits/file/decode.ts'
import { PortraitTextError } from '#importing/portraits/file/errors.ts'
import { parsePortrait } from '#importing/portraits/text/anatomy.ts'
import { mapPortrait } from '#importing/portraits/reading/map.ts'
import { csvLines } from '#model/csv.ts'
import { completeText, presentText, renderText } from '#portrait/delivered.ts'
import { findDifference } from '#portrait/difference/find-difference.ts'
import { digestOf } from '#portrait/digest.ts'
import { nothingReferred } from '#portrait/kinds/relations.ts'
import { contextOf, findHits } from '#portrait/passages.ts'
import { textFieldsOf } from '#portrait/quoting.ts'
import { searchedTexts } from '#portrait/registry.ts'
import { composePortrait } from '#read-model/portrait.ts'
import { examine } from '#quality/inspect.ts'
import { htmlOf } from '#rich-text/html.ts'
import { markdownOf } from '#rich-text/markdown.ts'
import { plainTextOf } from '#rich-text/plain-text.ts'
import { asPortrait } from './hostile-texts.ts'

const sources = Array.from({ length: 20 }, (_, index) => ({
  id: String(index),
  name: `Amt für Zahlen ${String(index)}`,
  aliases: [`AfZ ${String(index)}`],
}))

/** Everything of the house that reads through the words of a text, by its name. */
export const readers: Readonly<Record<string, (text: string) => unknown>> = {
  import: (text) => {
    const decoded = decodeText(new TextEncoder().encode(asPortrait(text)))
    const portrait = parsePortrait(decoded.text)
    return mapPortrait({ portrait, placeNames: ['Musterhausen', 'Neustadt'], sources })
  },
  'import, as its first lines': (text) => {
    for (const top of topsOf(text)) {
      try {
        parsePortrait(decodeText(new TextEncoder().encode(top)).text)
      } catch (error) {
        if (!(error instanceof PortraitTextError)) throw error
      }
    }
  },
  checks: (text) => examine('regional-sections', documentOf(text)),
  html: (text) => htmlOf(bodyOf(text)),
  markdown: (text) => markdownOf(bodyOf(text)),
  'plain text': (text) => plainTextOf(bodyOf(text)),
  digest: (text) => digestOf(documentOf(text)),
  'search texts': (text) => searchedTexts(documentOf(text)),
  'difference at the end': (text) => findDifference(documentOf(text), documentOf(`${text} mehr`)),
  'difference of all': (text) => findDifference(documentOf(text), documentOf(changed(text))),
  'difference of the order': (text) => findDifference(documentOf(text), documentOf(turned(text))),
  'place of a quote': (text) => {
    const [field] = textFieldsOf(documentOf(text)).filter((one) => one.path.endsWith('body'))
    const words = field?.text ?? ''
    const middle = Math.floor(words.length / 2)
    const quote = contextOf(words, { start: middle, end: Math.min(words.length, middle + 20) })
    return findHits(words, quote)
  },
  'delivered text': (text) => presentText(deliveredOf(text), 'all'),
  'portrait with its JSON-LD': (text) => JSON.stringify(composePortrait(portraitOf(text), 'html')),
  'excerpt for an erasure': (text) => [excerptOf(text, 'mehr'), excerptOf(`${text} mehr`, 'mehr')],
  'excerpt of JSON for an erasure': (text) =>
    excerptOfJson(JSON.stringify(documentOf(`${text} mehr`)), 'mehr'),
  'lines of CSV': (text) => [
    csvLines([[text, text]], { quotes: 'needed' }),
    csvLines(
      text.split(' ').map((word) => [word]),
      { quotes: 'always' },
    ),
  ],
  'filter of SCIM': (text) => {
    for (const filter of [text, `userName eq "${text}"`, `(${text}`]) {
      try {
        conditionOf(filter, {})
      } catch (error) {
        if (!(error instanceof ScimError)) throw error
      }
    }
  },
}

function deliveredOf(text: string) {
  return renderText(documentOf(text), nothingReferred)
}

function portraitOf(text: string): Parameters<typeof composePortrait>[0] {
  const receipt = {
    reference: null,
    log: null,
    digest: 'd',
    publishedAt: '2026-02-01T00:00:00.000Z',
    firstPublishedAt: '2026-01-01T00:00:00.000Z',
    approvals: [],
    signOffs: [],
    checks: [],
  }
  const profession = {
    id: 'p',
    slug: 'koch',
    name: 'Koch/Köchin',
    forms: { masculine: 'Koch', feminine: 'Köchin', neutral: null },
    aliases: ['Koch'],
    kldb2010: '29302',
    baJobTitles: [],
    isco08: '5120',
    escoUri: null,
    href: '/v1/professions/koch',
  }
  return {
    id: 'id',
    profession,
    region: null,
    text: { ...completeText({ ...deliveredOf(text) }), receipt },
    profile: null,
    jobs: { items: [], hasMore: false, until: null },
    until: null,
    neighbours: [],
  }
}

/** The same words where title and kicker are looked for. */
function topsOf(text: string): string[] {
  const title = 'Bäcker/in Jobs & Stellenangebote in Musterhausen'
  return [
    text,
    `Beruf ${text}`,
    `${title}\n\nBeruf ${text}`,
    `${title}\n\nDer Beruf des ${text}`,
    `Bäcker Jobs ${text}`,
    `Bäcker Jobs in ${text}`,
    `# a${text}b\n\nText`,
  ]
}

function documentOf(text: string): Record<string, unknown> {
  return {
    headline: 'Eine Überschrift',
    intro: text,
    sections: [{ id: 'a', kind: 'verdienst', heading: text.slice(0, 300), body: bodyOf(text) }],
    faq: [{ id: 'b', question: 'Was?', answer: text }],
    provenance: { origin: 'human' },
  }
}

/** More than the limit of a body lets through. */
const mostParagraphs = 3000

/** An editor state: a paragraph a line, and all of it in one as well. */
function bodyOf(text: string): object {
  const paragraph = (words: string) => ({
    type: 'paragraph',
    children: [{ type: 'text', text: words, format: 1 }],
  })
  const lines = text.includes('\n') ? text.split('\n').slice(0, mostParagraphs) : []
  return { root: { type: 'root', children: [paragraph(text), ...lines.map(paragraph)] } }
}

/** Every word another. */
function changed(text: string): string {
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => `${word}x`)
}

/** The words from the last to the first. */
function turned(text: string): string {
  return text.split(' ').reverse().join(' ')
}
