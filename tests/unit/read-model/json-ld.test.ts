import { describe, expect, it } from 'vitest'
import { completeText } from '#portrait/delivered.ts'
import { jsonLdOf } from '#read-model/json-ld.ts'
import type { PortraitParts } from '#read-model/portrait.ts'
import type { SalaryFigure } from '#read-model/shapes.ts'

const source = { id: 's', name: 'Quelle', publisher: null, url: null, kind: 'statistik' }

function figure(overrides: Partial<SalaryFigure>): SalaryFigure {
  return {
    kind: 'median',
    period: 'JAHR',
    currency: 'EUR',
    min: null,
    q25: null,
    median: null,
    q75: null,
    max: null,
    upperHint: null,
    gross: null,
    fullTime: null,
    censored: null,
    isPeriodStated: null,
    region: null,
    source,
    referenceYear: 2024,
    sampleSize: null,
    statedAs: null,
    ...overrides,
  }
}

function parts(
  salaryFigures: SalaryFigure[],
  origin: 'human' | 'ai-generated' = 'human',
): PortraitParts {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    profession: {
      id: '00000000-0000-4000-8000-000000000002',
      slug: 'koch',
      name: 'Koch/Köchin',
      forms: { masculine: 'Koch', feminine: 'Köchin', neutral: null },
      aliases: ['Koch'],
      kldb2010: '29302',
      baJobTitles: [],
      isco08: '5120',
      escoUri: null,
      href: '/v1/professions/koch',
    },
    region: null,
    text: {
      ...completeText({}),
      headline: 'Am Herd',
      intro: 'Früh beginnt der Tag.',
      sections: [
        {
          kind: 'aufgaben',
          heading: null,
          html: '<p>Kochen.</p>',
          markdown: 'Kochen.',
          text: 'Kochen.',
          lexical: {},
        },
      ],
      salaryFigures,
      provenance: { origin, tool: null, date: null, responsible: 'Redaktion Beispiel' },
      receipt: {
        reference: null,
        log: null,
        digest: 'd',
        publishedAt: '2026-02-01T00:00:00.000Z',
        firstPublishedAt: '2026-01-01T00:00:00.000Z',
        approvals: [{ by: 'Demo Redaktion 1', person: 'p1', at: '2026-01-31T00:00:00.000Z' }],
        signOffs: [],
        checks: [],
      },
    },
    profile: null,
    jobs: { items: [], hasMore: false, until: null },
    until: null,
    neighbours: [],
  }
}

function nodesOf(of: PortraitParts): Record<string, Record<string, unknown>> {
  const graph = jsonLdOf(of, 'Beruf Koch/Köchin')['@graph'] as Record<string, unknown>[]
  return Object.fromEntries(graph.map((node) => [String(node['@type']), node]))
}

describe('the structured data of a portrait', () => {
  it('is an article about an occupation, with its dates and names', () => {
    const { Article, Occupation, BreadcrumbList } = nodesOf(parts([]))
    expect(Article).toMatchObject({
      headline: 'Am Herd',
      datePublished: '2026-01-01T00:00:00.000Z',
      dateModified: '2026-02-01T00:00:00.000Z',
      author: { '@type': 'Person', name: 'Redaktion Beispiel' },
      about: { '@id': Occupation?.['@id'] },
    })
    expect(Article).not.toHaveProperty('digitalSourceType')
    expect(Occupation).toMatchObject({
      name: 'Koch/Köchin',
      alternateName: ['Koch', 'Köchin'],
      responsibilities: 'Kochen.',
      occupationalCategory: [
        { codeValue: '29302', inCodeSet: { name: 'KldB 2010' } },
        { codeValue: '5120', inCodeSet: { name: 'ISCO-08' } },
      ],
    })
    expect(Occupation).not.toHaveProperty('skills')
    expect(BreadcrumbList).toMatchObject({ itemListElement: [{ position: 1, item: '/koch' }] })
  })

  it('says so where a machine made the text', () => {
    expect(nodesOf(parts([], 'ai-generated')).Article).toMatchObject({
      digitalSourceType: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource',
    })
  })

  it.each([
    [
      'a distribution where the source tells of one',
      figure({ q25: 40_000, median: 45_000, q75: 50_000 }),
      [
        {
          '@type': 'MonetaryAmountDistribution',
          name: 'base',
          currency: 'EUR',
          duration: 'P1Y',
          percentile25: 40_000,
          median: 45_000,
          percentile75: 50_000,
        },
      ],
    ],
    [
      'an amount from … to',
      figure({ period: 'MONAT', min: 3000, max: 3500 }),
      [
        {
          '@type': 'MonetaryAmount',
          currency: 'EUR',
          value: {
            '@type': 'QuantitativeValue',
            minValue: 3000,
            maxValue: 3500,
            unitText: 'MONTH',
          },
        },
      ],
    ],
    ['nothing without a source', figure({ median: 45_000, source: null }), undefined],
    ['nothing of a hint upwards alone', figure({ upperHint: 90_000 }), undefined],
    ['nothing of a median by the hour', figure({ period: 'STUNDE', median: 20 }), undefined],
  ])('gives %s', (_, one, expected) => {
    expect(nodesOf(parts([one])).Occupation?.estimatedSalary).toEqual(expected)
  })
})
