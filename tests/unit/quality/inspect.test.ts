import { describe, expect, it } from 'vitest'
import { checks } from '#quality/findings/finding.ts'
import { findBlockers } from '#publishing/inspect-text.ts'
import { inspect } from '#quality/inspect.ts'
import { sectionKinds } from '#model/section-kinds.ts'
import { bodyOf, faultless, paragraph } from './texts.ts'

/** What the checks say of a text that has no fault but these, as `check path`. */
function findingsOf(faults: Record<string, unknown>) {
  return inspect('regional-sections', { ...faultless(), ...faults })
}
const namesOf = (faults: Record<string, unknown>) =>
  findingsOf(faults).map(({ check, path }) => `${check} ${path}`)
const body = (...paragraphs: string[]) => [
  ...faultless().sections.slice(1),
  { kind: 'aufgaben', heading: 'Geld', body: bodyOf(...paragraphs) },
]

describe('a document without faults', () => {
  it('gets no finding', () => {
    expect(namesOf({})).toEqual([])
  })
})

describe('the consent behind a quote', () => {
  const at = new Date('2026-11-29T12:00Z')
  const voice = { name: 'Ada', quote: 'So ist es.', consentGivenOn: '2026-01-01' }
  const found = (change: Record<string, unknown>) =>
    inspect('regional-sections', { ...faultless(), voices: [{ ...voice, ...change }] }, at).map(
      ({ check, severity, path }) => `${check} ${severity} ${path}`,
    )

  it.each([
    [{ consentUntil: null }, []],
    [{ consentUntil: '2026-12-29' }, []],
    [{ consentUntil: '2026-12-28' }, ['consents warn voices.0.consentUntil']],
    [{ consentUntil: '2026-11-29' }, ['consents warn voices.0.consentUntil']],
    [{ consentUntil: '2026-11-28' }, ['consents block voices.0.consentUntil']],
    [{ consentUntil: '2026-11-28T12:00:00.000Z' }, ['consents block voices.0.consentUntil']],
    // A day is one of Berlin: half past midnight there.
    [{ consentUntil: '2026-11-28T23:30:00.000Z' }, ['consents warn voices.0.consentUntil']],
    [{ consentUntil: '2025-12-31' }, ['consents block voices.0.consentUntil']],
    [{ consentGivenOn: '' }, ['consents block voices.0.consentGivenOn']],
    [{ consentGivenOn: undefined, name: undefined }, ['consents block voices.0.consentGivenOn']],
    [{ consentGivenOn: '2026-11-30' }, ['consents block voices.0.consentGivenOn']],
    [{ consentGivenOn: 'bald' }, ['consents block voices.0.consentGivenOn']],
  ])('of %o gives %o', (change, findings) => {
    expect(found(change)).toEqual(findings)
  })
})

it('says of a consent that ends before it was given that it does', () => {
  const voice = { name: 'Ada', quote: 'So.', consentGivenOn: '2026-11-28T23:30:00.000Z' }
  const document = { ...faultless(), voices: [{ ...voice, consentUntil: '2026-11-28' }] }
  const [finding] = inspect('regional-sections', document, new Date('2026-11-29T12:00Z'))
  expect(finding?.message.en).toBe(
    'The consent of Ada ends on 2026-11-28, before it was given on 2026-11-29.',
  )
})

describe('completeness by section kind', () => {
  it('names what a regional section lacks, and asks no more of it', () => {
    const sections = [{ kind: 'aufgaben', heading: 'Da', body: bodyOf('Da.') }]
    const missing = findingsOf({ sections }).filter(({ check }) => check === 'sectionKinds')
    expect(missing.map(({ path, severity }) => `${severity} ${path}`)).toEqual(
      Array(4).fill('warn sections'),
    )
    expect(missing.map(({ message }) => /„(.+?)“/.exec(message.de)?.[1])).toEqual([
      'Anforderungen',
      'Zugang und Ausbildung',
      'Regionales',
      'Verdienst',
    ])
  })

  it('expects of a career profile everything but the regional', () => {
    const of = (kinds: readonly string[]) =>
      inspect('career-profiles', { sections: kinds.map((kind) => ({ kind })) }).filter(
        ({ check }) => check === 'sectionKinds',
      ).length
    expect(of(sectionKinds.filter((kind) => kind !== 'regionales' && kind !== 'sonstiges'))).toBe(0)
    expect(of([])).toBe(7)
  })
})

describe('figures in running prose', () => {
  it.each([
    ['money', 'Es gibt 68.000 € im Jahr.', '68.000 €'],
    ['a range', 'Es gibt 3.200 bis 4.100 Euro.', '3.200 bis 4.100 Euro'],
    ['an hourly wage', 'Es gibt 17,50 € in der Stunde.', '17,50 €'],
    ['millions', 'Das Haus kostet 5 Millionen Euro.', '5 Millionen Euro'],
    ['a percentage', 'Jeder kennt es, 12,5 Prozent mögen es.', '12,5 Prozent'],
  ])('need a source: %s', (_, text, figure) => {
    const [finding] = findingsOf({ sections: body(text) })
    expect(finding).toMatchObject({
      check: 'unsourcedFigures',
      severity: 'warn',
      path: 'sections.4.body',
    })
    expect(finding?.message.de).toContain(`: ${figure}. `)
  })

  it.each([
    ['Laut Entgeltatlas gibt es 68.000 € im Jahr.'],
    ['Nach Angaben der Kammer sind es 12 Prozent.'],
    ['Im Jahr 2024 waren es 40 Leute an 3 Orten.'],
  ])('are accounted for: %s', (text) => {
    expect(namesOf({ sections: body(text) })).toEqual([])
  })

  it('need one in their own paragraph', () => {
    const sections = body('Laut Kammer ist es so.', 'Es sind 12 %.')
    expect(namesOf({ sections })).toEqual(['unsourcedFigures sections.4.body'])
  })

  it('have one where the paragraph links to it', () => {
    const url = 'https://quelle.example'
    const link = { type: 'link', fields: { url }, children: [{ type: 'text', text: 'hier' }] }
    const children = [paragraph({ type: 'text', text: '12 % ' }, link)]
    const linked = { root: { type: 'root', children } }
    const section = { kind: 'aufgaben', heading: 'Mehr', body: linked }
    expect(namesOf({ sections: [...body('').slice(0, 4), section] })).toEqual([])
  })

  it('may stand as a salary figure: then the source of that one counts', () => {
    const salaryFigures = [
      { kind: 'spanne', period: 'JAHR', min: 68_000, max: 75_000, source: 'x' },
    ]
    const of = (text: string) => namesOf({ salaryFigures, sections: body(text) })
    expect(of('Von 68.000 € bis 75.000 €.')).toEqual([])
    expect(of('Von 68.000 € bis 80.000 €.')).toEqual(['unsourcedFigures sections.4.body'])
  })

  it('which are percentages may come from any source of the document, money may not', () => {
    const of = (text: string) => namesOf({ sources: ['x'], sections: body(text) })
    expect(of('Es sind 12 %.')).toEqual([])
    expect(of('Es sind 12 €.')).toEqual(['unsourcedFigures sections.4.body'])
  })
})

describe('sentences', () => {
  it('may have thirty words', () => {
    expect(namesOf({ intro: 'wort '.repeat(30) })).toEqual([])
  })

  it('are reported a field at a time, with the longest', () => {
    const [finding] = findingsOf({
      intro: `${'lang '.repeat(31)}. Und ${'länger '.repeat(40)}.`,
    }).filter(({ check }) => check === 'longSentences')
    expect(finding).toMatchObject({ path: 'intro', severity: 'warn' })
    expect(finding?.message.de).toContain('2 Sätze')
    expect(finding?.message.de).toContain('„Und länger länger länger länger …“) hat 41 Wörter')
    expect(finding?.message.en).toContain('41 words')
  })

  it('which are hard to read make one finding on the whole text', () => {
    const intro = 'Die Verwaltung organisiert Personalverantwortung. '.repeat(30)
    expect(namesOf({ intro })).toEqual(['readability sections'])
  })
})

describe('search engines', () => {
  it.each([
    ['no description', { title: 'Titel' }, 'seo.description'],
    ['a short description', { description: 'Kurz.' }, 'seo.description'],
    ['a long description', { description: 'x'.repeat(161) }, 'seo.description'],
    ['a long title', { title: 'x'.repeat(61), description: 'x'.repeat(160) }, 'seo.title'],
  ])('find fault with %s', (_, seo, path) => {
    expect(namesOf({ seo })).toEqual([`searchEngines ${path}`])
  })

  it('need no title: the house has a template', () => {
    expect(namesOf({ seo: { title: '', description: 'x'.repeat(70) } })).toEqual([])
  })
})

describe('codes', () => {
  it('are looked at where the entries are at hand', () => {
    const of = (profession: unknown, region: unknown) => findingsOf({ profession, region })
    const kldb2010 = '43394'
    const ags = '05316000'
    expect(of('an id', 'an id')).toEqual([])
    expect(of({ id: 'p', kldb2010 }, { id: 'r', ags, nuts3: 'DEA24' })).toEqual([])
    const findings = of({ id: 'p' }, { id: 'r', ags: '99000000' })
    expect(findings.map(({ check, path }) => `${check} ${path}`)).toEqual([
      'codes profession',
      'codes region',
    ])
    expect(findings[0]?.message.de).toContain('KldB 2010')
    expect(findings[1]?.message.de).toContain('99000000')
  })
})

describe('what blocks', () => {
  const demands = { profession: null, region: null, headline: ' ', intro: '', sections: [] }
  const provenance = {}

  it('is what it was before there were hints', async () => {
    const document = {
      ...demands,
      provenance,
      salaryFigures: [{ min: -1 }],
      sections: [{ kind: 'x', body: { root: { children: [{ type: 'image' }] } } }],
    }
    const blockers = await findBlockers('regional-sections', document)
    expect(blockers.map(({ check, path }) => `${check} ${path}`)).toEqual([
      'completeness profession',
      'completeness headline',
      'completeness intro',
      'completeness provenance.origin',
      'completeness region',
      'completeness sections.0.kind',
      'completeness sections.0.body',
      'richText sections.0.body',
      'salary salaryFigures.0.min',
      'salary salaryFigures.0.kind',
      'salary salaryFigures.0.period',
    ])
    expect(namesOf({ sections: [] })).toContain('completeness sections')
  })

  it('is never a hint on style, sources, search engines or codes', async () => {
    const mayBlock = ['completeness', 'richText', 'salary', 'consents']
    const advice = new Set<string>(checks.filter((name) => !mayBlock.includes(name)))
    const blocking = await findBlockers('career-profiles', { ...demands, provenance })
    expect(blocking.filter(({ check }) => check === 'codes' || advice.has(check))).toEqual([])
  })

  it('speaks both languages, as every finding does', () => {
    for (const { message } of inspect('regional-sections', demands)) {
      expect(message.de).toMatch(/[.“]$/)
      expect(message.en).toMatch(/[.”]$/)
      expect(message.de).not.toBe(message.en)
    }
  })
})
