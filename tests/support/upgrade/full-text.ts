/** Nodes as Lexical stores them. */
const node = (type: string, children: readonly object[], more: object = {}) => ({
  type,
  children,
  direction: 'ltr',
  format: '',
  indent: 0,
  version: 1,
  ...more,
})
const words = (text: string, format = 0) => ({
  type: 'text',
  text,
  format,
  detail: 0,
  mode: 'normal',
  style: '',
  version: 1,
})
const paragraph = (...children: object[]) =>
  node('paragraph', children, { textFormat: 0, textStyle: '' })
const listItem = (value: number, text: string) => node('listitem', [words(text)], { value })

/** A body with everything that the editor offers. */
function richBody(place: string) {
  const link = node('link', [words('Muster-Entgeltspiegel')], {
    id: '67489f3be0c1a20001000001',
    fields: { linkType: 'custom', url: 'https://example.org/muster?a=1&b=2', newTab: false },
    version: 3,
  })
  return {
    root: node('root', [
      paragraph(
        words(`In ${place} beginnt der Tag früh. `),
        words('Wichtig', 1),
        words(' ist '),
        words('Ruhe', 2),
        words(', sagt der '),
        link,
        words('.'),
      ),
      node('heading', [words('Was dazugehört')], { tag: 'h3' }),
      node('list', [listItem(1, 'Beobachten'), listItem(2, 'Dokumentieren & melden')], {
        listType: 'bullet',
        start: 1,
        tag: 'ul',
      }),
      node('list', [listItem(1, 'Zuhören'), listItem(2, 'Handeln')], {
        listType: 'number',
        start: 1,
        tag: 'ol',
      }),
      node('quote', [words('„Man lernt jeden Tag“')]),
    ]),
  }
}

/** A regional section in which every field that people write is filled. */
export function fullText(options: {
  profession: string
  region: string
  place: string
  source: string
  picture: string
  figuresRegion: string
}) {
  const { profession, region, place, source, picture, figuresRegion } = options
  return {
    profession,
    region,
    kicker: `Beruf in ${place}`,
    headline: `Ein Beruf mit Zukunft in ${place}`,
    intro: `Wer in ${place} arbeitet, kennt die Stadt.\nUnd die Stadt kennt ihn.`,
    sections: [
      { kind: 'aufgaben', heading: 'Was zu tun ist', body: richBody(place) },
      { kind: 'perspektive', body: richBody(`der Nähe von ${place}`) },
    ],
    salaryFigures: [
      {
        kind: 'spanne',
        period: 'JAHR',
        currency: 'EUR',
        min: 38_000,
        q25: 40_000.5,
        median: 44_000,
        q75: 47_000,
        max: 52_000,
        gross: true,
        fullTime: true,
        censored: false,
        isPeriodStated: true,
        source,
        referenceYear: 2024,
        sampleSize: 120,
        region: figuresRegion,
        statedAs: 'zwischen 38.000 und 52.000 € brutto im Jahr',
      },
      { kind: 'einstieg', period: 'MONAT', currency: 'EUR', min: 2800, upperHint: 3100 },
    ],
    sources: [source],
    media: [{ file: picture, caption: 'Ein Punkt aus der Nähe' }],
    seo: { title: `Beruf in ${place}`, description: `Alles über den Beruf in ${place}.` },
    provenance: {
      origin: 'ai-assisted',
      tool: 'Schreibhilfe',
      date: '2026-11-20T00:00:00.000Z',
      responsible: 'Demo-Redaktion',
    },
  }
}
