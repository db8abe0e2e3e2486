import { de as payloadGerman } from '@payloadcms/translations/languages/de'
import { describe, expect, it } from 'vitest'
import { words } from '#admin/words/index.ts'
import { languages, type BilingualText } from '#model/text.ts'
import { parseSource, parseSources, plainLabelsIn, untranslatedIn } from '#support/source.ts'
import { isUsed, usedWordsIn } from '#support/used-words.ts'

// Every word of the admin in every language: none missing, none left over, none outside.

interface Entry {
  topic: string
  /** With its ending, where it counts. */
  name: string
  text: BilingualText
}

const entries: Entry[] = Object.entries(words).flatMap(([topic, ofTopic]) =>
  Object.entries<BilingualText>(ofTopic).map(([name, text]) => ({ topic, name, text })),
)
const nameOf = ({ topic, name }: Entry) => `${topic}:${name}`
const withoutEnding = (name: string) => name.replace(/_(one|other)$/, '')
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)

/** Topics in which words of Payload's own are said otherwise. */
const payloadTopics = ['error', 'authentication']

/** The constants that hold a topic, where it is not named after it. */
const tables: Record<string, string> = {
  checks: 'checkWords',
  sections: 'sectionWords',
}
const tableOf = (topic: string) => tables[topic] ?? `${topic}Words`

/** Words that two languages share. */
const shared = new Set([
  'signIn:code',
  'signIn:passkeys',
  'bar:obstacles_one',
  'kit:none',
  'navigation:import',
  'texts:riskText',
  'list:live',
  'bulk:text',
  'bar:label',
  'review:min',
  'review:median',
  'review:max',
  'coverage:kicker',
  'history:approval',
  'history:live',
  'history:linkPlain',
  'history:system',
  'import:title',
  'import:csvRegion',
  'sites:webhooks',
  'sites:status',
  'people:name',
  'reports:land',
])

describe('the words of the admin', () => {
  /** How many different things the languages make of a word. */
  const countSorts = ({ text }: Entry, read: (wording: string) => string) =>
    new Set(languages.map((language) => read(text[language]))).size

  it('are there in every language', () => {
    const missing = entries.filter(({ text }) =>
      languages.some((language) => text[language].trim() === ''),
    )
    expect(missing.map(nameOf)).toEqual([])
  })

  it('differ between them, but for those that are known to be the same', () => {
    const same = entries
      .filter((entry) => countSorts(entry, (wording) => wording) < languages.length)
      .map(nameOf)
    expect(same.filter((name) => !shared.has(name))).toEqual([])
    expect([...shared].filter((name) => !same.includes(name))).toEqual([])
  })

  it('take the same values in every language', () => {
    const values = (wording: string) => placeholders(wording).sort().join()
    expect(entries.filter((entry) => countSorts(entry, values) > 1).map(nameOf)).toEqual([])
  })

  it('that count are there for one and for others', () => {
    const names = new Set(entries.map(nameOf))
    const halves = [...names].filter((name) => /_(one|other)$/.test(name))
    expect(halves.length).toBeGreaterThan(0)
    for (const half of halves) {
      const base = withoutEnding(half)
      expect(
        [base, `${base}_one`, `${base}_other`].map((name) => names.has(name)),
        base,
      ).toEqual([false, true, true])
    }
  })

  it('of Payload are known to Payload by these names', () => {
    const known: Record<string, Record<string, unknown> | undefined> = payloadGerman.translations
    const strange = entries.filter(
      ({ topic, name }) => payloadTopics.includes(topic) && known[topic]?.[name] === undefined,
    )
    expect(strange.map(nameOf)).toEqual([])
  })
})

describe('the code', () => {
  const sources = parseSources(['src', 'collections'])
  const used = usedWordsIn(sources.filter(({ fileName }) => !fileName.includes('/words/')))

  it('says no word that is not there', () => {
    const topics = new Set(Object.keys(words))
    const known = new Set(entries.map(({ topic, name }) => `${topic}:${withoutEnding(name)}`))
    const said = [...used.literal].filter((word) => topics.has(word.split(':')[0] ?? ''))
    expect(said.length).toBeGreaterThan(300)
    expect(said.filter((word) => !known.has(word))).toEqual([])
  })

  it('says every word that is there', () => {
    const dead = entries.filter(
      ({ topic, name }) =>
        !payloadTopics.includes(topic) &&
        !isUsed(used, { topic, name: withoutEnding(name), table: tableOf(topic) }),
    )
    expect(dead.map(nameOf)).toEqual([])
  })

  /** What a site shows of a portrait: set in the language of its content, which is German. */
  const german = ['PortraitArticle.tsx', 'Surroundings.tsx', 'blocks/'].map(
    (name) => `src/app/(preview)/preview/${name}`,
  )

  it('shows nothing in one language only', () => {
    const shown = sources.filter(
      ({ fileName }) =>
        /^src\/(admin|app)\//.test(fileName) && !german.some((name) => fileName.startsWith(name)),
    )
    expect(shown.length).toBeGreaterThan(150)
    expect(shown.flatMap(untranslatedIn)).toEqual([])
  })

  it('labels fields and collections in both languages, but for names', () => {
    const names = new Set([
      'Personio XML',
      'schema.org JobPosting (JSON-LD)',
      'Indeed XML',
      'Desktop',
      'Smartphone',
      'Deutsch',
      'English',
    ])
    const labels = sources
      .filter(({ fileName }) => /^(collections|src\/fields)\//.test(fileName))
      .flatMap(plainLabelsIn)
    expect(labels.filter(({ text }) => !names.has(text))).toEqual([])
  })
})

describe('a literal in one language', () => {
  const found = (code: string) => untranslatedIn(parseSource('x.tsx', code)).map(({ text }) => text)

  it.each([
    ['in an element', '<p>Hallo {name}</p>', ['Hallo']],
    ['as an expression', "<p>{isOne ? 'eins' : `zwei ${n}`}</p>", ['eins', 'zwei']],
    ['as what is read out', '<a aria-label="Weiter" title={a ?? "Mehr"} />', ['Weiter', 'Mehr']],
    ['in a toast', "toast.error('Falsch')", ['Falsch']],
  ])('is found %s', (_, code, texts) => {
    expect(found(code)).toEqual(texts)
  })

  it.each([
    ['signs', '<p>· {a} › 1</p>'],
    ['keys to press', '<kbd>n</kbd>'],
    ['names of words', "<p>{say('home:title')}</p>"],
    ['what nobody reads', '<a className="x" id={`a ${b}`} />'],
  ])('are not %s', (_, code) => {
    expect(found(code)).toEqual([])
  })

  it('is found in a label of a collection', () => {
    const source = parseSource(
      'x.ts',
      "const a = { label: 'Nur', labels: { singular: { de: 'x' } } }",
    )
    expect(plainLabelsIn(source).map(({ text }) => text)).toEqual(['Nur'])
  })
})
