/**
 * A text in which every field and part of version 1 is filled, with what an editor leaves behind: ids of
 * rows, populated relations, keys of Lexical that nobody reads.
 */
export const filledText = {
  profession: { id: '10000000-0000-4000-8000-000000000001', name: 'Koch/Köchin' },
  region: '10000000-0000-4000-8000-000000000002',
  kicker: 'Beruf Koch in Köln',
  headline: 'Am Herd',
  intro: 'Früh beginnt der Tag.\nSpät endet er.',
  sections: [
    {
      id: '65a000000000000000000001',
      kind: 'aufgaben',
      heading: 'Was zu tun ist',
      kindConfidence: 0.5,
      body: {
        root: {
          type: 'root',
          format: '',
          indent: 0,
          version: 1,
          direction: 'ltr',
          children: [
            {
              type: 'paragraph',
              format: '',
              indent: 0,
              version: 1,
              direction: null,
              textFormat: 0,
              textStyle: '',
              children: [
                { type: 'text', text: 'Vor ', detail: 0, format: 1, mode: 'normal', style: '' },
                {
                  type: 'link',
                  id: '65a000000000000000000002',
                  fields: { url: 'https://example.org/', newTab: true, linkType: 'custom' },
                  children: [{ type: 'text', text: 'allem', format: 0, version: 1 }],
                },
                { type: 'linebreak', version: 1 },
              ],
            },
            {
              type: 'list',
              listType: 'number',
              tag: 'ol',
              start: 3,
              children: [
                { type: 'listitem', value: 3, children: [{ type: 'text', text: 'eins' }] },
                { type: 'listitem', value: 9, children: [{ type: 'text', text: 'zwei' }] },
              ],
            },
          ],
        },
      },
    },
    { id: '65a000000000000000000003', kind: 'zugang', heading: null, body: null },
  ],
  salaryFigures: [
    {
      id: '65a000000000000000000004',
      kind: 'spanne',
      period: 'MONAT',
      currency: 'EUR',
      min: 0,
      q25: 2400,
      median: 2700.5,
      q75: 3000,
      max: 3500,
      upperHint: 4000,
      gross: true,
      fullTime: false,
      censored: null,
      isPeriodStated: true,
      source: { id: '10000000-0000-4000-8000-000000000003' },
      referenceYear: 2025,
      sampleSize: 120,
      region: '10000000-0000-4000-8000-000000000004',
      statedAs: '2.400 bis 3.500 Euro',
      unsourced: false,
    },
  ],
  sources: ['10000000-0000-4000-8000-000000000003', { id: '10000000-0000-4000-8000-000000000005' }],
  media: [
    {
      id: '65a000000000000000000005',
      file: '10000000-0000-4000-8000-000000000006',
      caption: 'Am Pass',
    },
  ],
  seo: { title: 'Koch in Köln', description: null },
  provenance: {
    origin: 'ai-assisted',
    tool: 'Werkzeug',
    date: '2026-11-01T00:00:00.000+01:00',
    responsible: 'Redaktion Beispiel',
  },
  sites: ['10000000-0000-4000-8000-000000000008', '10000000-0000-4000-8000-000000000007'],
  author: '10000000-0000-4000-8000-000000000009',
  updatedAt: '2026-11-02T00:00:00.000Z',
} as const
