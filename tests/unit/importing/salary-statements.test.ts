import { describe, expect, it } from 'vitest'
import { splitSentences } from '#importing/portraits/salary/sentences.ts'
import { findSalaryStatements } from '#importing/portraits/salary/statements.ts'

const sources = [
  { id: 'ea', name: 'Entgeltatlas', aliases: ['Bundesagentur für Arbeit'] },
  { id: 'st', name: 'Statistisches Bundesamt', aliases: ['Destatis'] },
]

function find(text: string) {
  return findSalaryStatements({ text, kind: 'verdienst', sources })
}

const none = { min: null, max: null, median: null, upperHint: null }

describe('amounts', () => {
  it.each([
    ['Üblich sind 68.000 € bis 75.000 €.', 68_000, 75_000],
    ['Üblich sind 68.000 bis 75.000 €.', 68_000, 75_000],
    ['Es sind zwischen 2.800 und 3.400 Euro brutto im Monat.', 2_800, 3_400],
    ['Es sind 2.800–3.400 € drin.', 2_800, 3_400],
    ['Es sind 45.000-52.000 Euro drin.', 45_000, 52_000],
    ['Es sind 2\u202f800 bis 3\u00a0400 € drin.', 2_800, 3_400],
    ['Es sind 45 000 bis 52 000 Euro drin.', 45_000, 52_000],
    ['Es sind 45–55 T€ drin.', 45_000, 55_000],
    ['Es sind 45k bis 55k drin.', 45_000, 55_000],
    ['Es sind 45 bis 55.000 Euro drin.', 45_000, 55_000],
    ['Es sind 42 bis 48 Tausend Euro drin.', 42_000, 48_000],
    ['Es sind EUR 45.000 bis EUR 55.000.', 45_000, 55_000],
    ['Es sind 68.000,- € bis 75.000,- €.', 68_000, 75_000],
    ['Es sind 68.000,00 € bis 75.000,00 €.', 68_000, 75_000],
    ['Es sind 45.000 Euro bis hin zu 52.000 Euro.', 45_000, 52_000],
    ['Es sind 68.000 bis 75.000 brutto.', 68_000, 75_000],
    ['Von 2.400 auf 3.000 Euro steigt der Lohn.', 2_400, 3_000],
    ['Die Spanne reicht von 2.500 € auf dem Land bis zu 4.000 €.', 2_500, 4_000],
    ['Zwischen 2.900 Euro im Osten und 3.400 Euro im Westen liegt der Lohn.', 2_900, 3_400],
  ])('reads the range in "%s"', (text, min, max) => {
    expect(find(text)).toMatchObject([{ ...none, kind: 'spanne', min, max, quote: text }])
  })

  const hint = { ...none, kind: 'spanne', upperHint: 90_000 }

  it.each([
    ['Rund 45.000 Euro sind es.', { ...none, kind: 'spanne', min: 45_000, max: 45_000 }],
    ['Um die 45.000 Euro sind es.', { ...none, min: 45_000, max: 45_000 }],
    ['Gut und gern 45.000 Euro sind es.', { ...none, min: 45_000, max: 45_000 }],
    ['Drin sind 45k.', { ...none, min: 45_000, max: 45_000 }],
    ['Gezahlt werden 3.200 EUR.', { ...none, min: 3_200, max: 3_200 }],
    ['Gezahlt werden 3,200 €.', { ...none, min: 3_200, max: 3_200 }],
    ['Der Median liegt bei 45.000 Euro.', { ...none, kind: 'median', median: 45_000 }],
    ['Los geht es ab 40.000 €.', { ...none, kind: 'einstieg', min: 40_000 }],
    ['Nicht unter 2.500 € ist üblich.', { ...none, min: 2_500 }],
    ['60.000 € und mehr sind üblich.', { ...none, min: 60_000 }],
    ['Möglich sind bis zu 60.000 €.', { ...none, max: 60_000 }],
    ['Der Lohn liegt unter 2.500 €.', { ...none, max: 2_500 }],
    ['Es gibt 15,50 € pro Stunde.', { ...none, min: 15.5, max: 15.5, period: 'STUNDE' }],
    ['Es geht in Richtung 90.000 €.', hint],
    ['Es geht bis in Richtung 90.000 €.', hint],
    ['Es geht Richtung 80.000 bis 90.000 €.', hint],
    ['Manche kommen an die 90.000 € heran.', hint],
    ['Da ist Luft nach oben bis 90.000 €.', hint],
    ['Spitzenkräfte liegen jenseits der 90.000 €.', hint],
    ['Wenige kratzen an der 90.000-Euro-Marke.', hint],
    ['Mehr als 90.000 € sind selten.', hint],
    ['90.000 € sind die Ausnahme.', hint],
    ['Wenige überschreiten später die 90.000 €.', hint],
    ['Wer führt, kann auf 90.000 € p. a. und mehr kommen.', hint],
    ['In Leitungen kommt man auf 90.000 Euro im Jahr oder mehr.', hint],
    ['Möglich sind bis zu 90.000 € brutto und mehr.', hint],
    ['Manche liegen bei 90.000 € jährlich und darüber.', hint],
    ['90.000 € oder sogar darüber sind es in Konzernen.', hint],
    ['90.000 € und mehr sind möglich.', hint],
    ['Manche können 90.000 € und mehr verdienen.', hint],
    ['90.000 € im Jahr und mehr sind üblich.', { ...none, min: 90_000 }],
  ])('reads the single amount in "%s"', (text, expected) => {
    expect(find(text)).toMatchObject([expected])
  })

  it('reads entry pay and the hint beyond it as two statements', () => {
    const text =
      'Anfänger dürfen jährlich auf 51.000 € bis 56.000 € hoffen; später weist der Weg Richtung ' +
      '72.000 €, so heißt es.'
    expect(find(text)).toMatchObject([
      { ...none, kind: 'einstieg', min: 51_000, max: 56_000, period: 'JAHR', isPeriodStated: true },
      { ...none, kind: 'spanne', upperHint: 72_000, period: 'JAHR' },
    ])
  })

  it('reads "von … bis in Richtung …" as a least and a hint', () => {
    expect(find('Von 51.000 € bis in Richtung 72.000 € ist alles drin.')).toMatchObject([
      { ...none, min: 51_000 },
      { ...none, upperHint: 72_000 },
    ])
  })

  it.each([
    'Gezahlt werden 51.000 bis 72.000 € im Jahr und mehr.',
    'Von 51.000 € in kleinen Häusern bis zu 72.000 € und mehr ist alles drin.',
  ])('reads a range that is open upward as a least and a hint: "%s"', (text) => {
    expect(find(text)).toMatchObject([
      { ...none, kind: 'spanne', min: 51_000, upperHint: 72_000, period: 'JAHR' },
    ])
  })

  it('keeps two amounts apart that only "und" joins', () => {
    expect(find('Gezahlt werden 2.000 € und 3.000 €.').map(({ min }) => min)).toEqual([
      2_000, 3_000,
    ])
  })

  it('leaves amounts in words alone', () => {
    expect(find('Dreitausend Euro sind üblich.')).toEqual([])
  })
})

describe('beginners and others', () => {
  it.each([
    [
      'Einsteiger bekommen 2.800 bis 3.200 €, mit Erfahrung sind 3.500 bis 4.200 € drin.',
      ['einstieg', 'spanne'],
    ],
    ['Mit Berufserfahrung sind es 3.900 €, zum Einstieg 2.900 €.', ['spanne', 'einstieg']],
    ['Zum Einstieg sind es 2.900 €. Mit Erfahrung sind es 3.900 €.', ['einstieg', 'spanne']],
    ['Ohne Berufserfahrung sind es 2.700 €.', ['einstieg']],
    ['Das Gehalt beginnt bei 2.700 €.', ['einstieg']],
    ['Die Spanne beginnt bei 2.700 €.', ['spanne']],
    ['Ob Einstieg oder mit Erfahrung: 2.800 bis 4.000 €.', ['spanne']],
    [
      'Zwischen 2.700 € (Einstieg) und 3.900 € (mit Erfahrung) liegt der Lohn.',
      ['einstieg', 'spanne'],
    ],
    ['Und zum Einstieg? Etwa 2.700 € brutto.', ['einstieg']],
    ['Der Einstieg ist leicht. Als Meister sind 4.100 € drin.', ['spanne']],
    [
      'Einsteiger erhalten 36.000 Euro im Jahr, im Monat also 3.000 Euro.',
      ['einstieg', 'einstieg'],
    ],
    ['Der Einstieg bringt 2.800 € (33.600 € im Jahr).', ['einstieg', 'einstieg']],
    [
      'Zum Start gibt es 2.600 Euro, nach fünf Jahren 3.100 Euro und als Meister 3.900 Euro.',
      ['einstieg', 'spanne', 'spanne'],
    ],
  ])('are told apart in "%s"', (text, kinds) => {
    expect(find(text).map(({ kind }) => kind)).toEqual(kinds)
  })
})

describe('the period', () => {
  it.each([
    ['Im Monat 2.800 €, im Jahr 33.600 €.', ['MONAT', 'JAHR']],
    ['Das sind 2.800 bis 3.400 € monatlich (33.600 bis 40.800 € p. a.).', ['MONAT', 'JAHR']],
    ['Es gibt 15 Euro Stundenlohn oder 2.500 Euro Monatslohn.', ['STUNDE', 'MONAT']],
    ['Das Bruttojahresgehalt liegt bei 45.000 €.', ['JAHR']],
    ['Das Monatsgehalt liegt bei 3.400 €.', ['MONAT']],
    ['Es sind 3.100–3.600 €/Monat.', ['MONAT']],
    ['Es sind 14,20 Euro/h.', ['STUNDE']],
    ['Zum Start 2.600 Euro monatlich, mit Erfahrung 3.100 Euro.', ['MONAT', 'MONAT']],
    ['Es sind 2.600 €, mit Erfahrung 3.100 € im Monat.', ['MONAT', 'MONAT']],
    ['Zum Einstieg sind es 2.900 €. Mit Erfahrung sind es 3.900 € im Monat.', ['MONAT', 'MONAT']],
    ['Alle Angaben sind Monatsgehälter. Es sind 2.900 € drin. Mehr nicht.', ['MONAT']],
  ])('is stated in "%s"', (text, periods) => {
    expect(find(text).map(({ period }) => period)).toEqual(periods)
    expect(find(text).every(({ isPeriodStated }) => isPeriodStated)).toBe(true)
  })

  it.each([
    ['Es sind 12.000 €.', 'JAHR'],
    ['Es sind 3.400 €.', 'MONAT'],
    ['Es sind 18 €.', 'STUNDE'],
    ['Im Jahr 2024 waren es 3.400 €.', 'MONAT'],
    ['Im ersten Jahr sind 2.700 € drin.', 'MONAT'],
    ['Es sind 52.000 € bei 13 Monatsgehältern.', 'JAHR'],
    ['Was am Monatsende bleibt? 38.000 €, Jahresurlaub inklusive.', 'JAHR'],
  ])('is guessed in "%s"', (text, period) => {
    expect(find(text)).toMatchObject([{ period, isPeriodStated: false }])
  })

  it('is not taken from a neighbour whose magnitude is another', () => {
    expect(find('Das sind 38.000 € im Jahr oder rund 3.200 €.')).toMatchObject([
      { period: 'JAHR', isPeriodStated: true },
      { period: 'MONAT', isPeriodStated: false },
    ])
  })

  it('may stand in the heading', () => {
    const [statement] = findSalaryStatements({
      text: 'Rund 3.400 € sind üblich.',
      kind: 'verdienst',
      heading: 'Das Monatsgehalt',
      sources,
    })
    expect(statement).toMatchObject({ period: 'MONAT', isPeriodStated: true })
  })
})

describe('tax, source and year', () => {
  it('knows gross, net and silence', () => {
    expect(find('Es sind 3.000 € brutto, also 2.100 € netto.').map(({ gross }) => gross)).toEqual([
      true,
      false,
    ])
    expect(find('Es sind 3.000 €.')[0]?.gross).toBeNull()
  })

  it.each([
    'Laut Bundesagentur für Arbeit waren es im Jahr 2024 rund 3.900 €.',
    'Der Median liegt bei 3.900 € (Entgeltatlas 2024).',
    'Es sind 3.900 €. Quelle: Entgeltatlas, Stand 2024.',
    'Es sind 3.900 €. Das ist viel. (Quelle: Entgeltatlas 2024)',
    'Der Entgeltatlas nennt Zahlen für 2024. Danach sind es 3.900 €.',
  ])('finds source and year in "%s"', (text) => {
    expect(find(text)).toMatchObject([{ sourceId: 'ea', referenceYear: 2024 }])
  })

  it('knows a source in another case', () => {
    expect(find('Nach Zahlen des Statistischen Bundesamtes sind es 3.900 €.')).toMatchObject([
      { sourceId: 'st' },
    ])
  })

  it('takes no source from the sentence before that is not referred to', () => {
    expect(find('Der Entgeltatlas nennt Zahlen. Üblich sind 3.900 €.')).toMatchObject([
      { sourceId: null },
    ])
  })

  it('gives the name of a source that it does not know', () => {
    expect(find('Laut dem Gehaltsspiegel der Küchen sind es 3.900 €.')).toMatchObject([
      { sourceId: null, unknownSource: 'Gehaltsspiegel der Küchen' },
    ])
  })

  it.each([
    [
      'Es sind 3.900 € (Quelle: Küchenspiegel der Kammer, 2024) im Monat.',
      'Küchenspiegel der Kammer',
    ],
    ['Es sind 3.900 € [Quelle Küchenspiegel 2024] im Monat.', 'Küchenspiegel'],
    ['Es sind 3.900 € im Monat (Stand 2024, Quelle: Küchenspiegel).', 'Küchenspiegel'],
    ['Es sind 3.900 € im Monat (Datenquelle: Küchenspiegel).', 'Küchenspiegel'],
    ['Es sind 3.900 € im Monat (Quellen: „Küchenspiegel“, Kammer).', 'Küchenspiegel'],
    ['Es sind 3.900 € (Laut Küchenspiegel) im Monat.', 'Küchenspiegel'],
    ['Es sind nach Angaben der Kammer 3.900 € im Monat.', 'Kammer'],
  ])('gives its name wherever it stands: "%s"', (text, unknownSource) => {
    expect(find(text)).toMatchObject([{ sourceId: null, unknownSource }])
  })

  it('knows a source that is named within the sentence', () => {
    expect(
      find('Es sind 3.900 € (Quelle: Entgeltatlas der Bundesagentur für Arbeit, 2024) im Monat.'),
    ).toMatchObject([{ sourceId: 'ea', referenceYear: 2024 }])
  })

  it('takes no other "Quelle" for the name of one', () => {
    expect(find('3.900 € sind für viele eine Quelle Freude.')[0]?.unknownSource).toBeNull()
  })

  it('does not take an amount or "seit 1995" for a year', () => {
    expect(find('Seit 1995 zahlt man hier 2.000 bis 2.020 Euro.')[0]?.referenceYear).toBeNull()
  })
})

describe('sentences', () => {
  it('do not end in abbreviations, numbers and ordinals', () => {
    const sentence = 'Am 1. Mai sind es z. B. ca. 68.000 € p. a. bzw. 5.600 € im Monat.'
    expect(splitSentences(`${sentence} Dann mehr. „Wirklich?“ Ja!`)).toEqual([
      sentence,
      'Dann mehr.',
      '„Wirklich?“',
      'Ja!',
    ])
  })

  it('end with an abbreviation before a word that opens one', () => {
    expect(splitSentences('Es sind 68.000 € p. a. Mit Erfahrung mehr.')).toHaveLength(2)
  })
})
