import type {
  Article,
  BreadcrumbList,
  Graph,
  MonetaryAmountDistribution,
  Occupation,
} from 'schema-dts'
import { pagePath } from './addresses.ts'
import type { PortraitParts } from './portrait.ts'
import type { DeliveredText, Profession, Region, SalaryFigure } from './shapes.ts'

/**
 * The structured data of a portrait's page: an Article about an Occupation, and its breadcrumbs.
 * Addresses are relative to the page's, `/{profession}[/{region}]`. Rules: Google's for Article,
 * Breadcrumb and Estimated salary; schema.org 30 (no OccupationAggregationByEmployer).
 */
export function jsonLdOf(parts: PortraitParts, title: string): Record<string, unknown> {
  const { profession, region } = parts
  const graph = {
    '@context': 'https://schema.org',
    '@graph': [articleOf(parts), occupationOf(parts), breadcrumbsOf(profession, region, title)],
  } satisfies Graph
  return graph
}

function articleOf({ id, text, profession, region }: PortraitParts): Article {
  const { provenance, receipt, seo } = text
  const approvals = receipt.approvals.map(({ by }) => by)
  return {
    '@type': 'Article',
    '@id': `urn:uuid:${id}`,
    headline: text.headline,
    ...(seo.description === null ? {} : { description: seo.description }),
    inLanguage: 'de',
    url: pagePath(profession.slug, region?.slug ?? null),
    datePublished: receipt.firstPublishedAt,
    dateModified: receipt.publishedAt,
    ...(provenance.responsible === null
      ? {}
      : { author: { '@type': 'Person', name: provenance.responsible } }),
    ...(approvals.length === 0
      ? {}
      : { editor: approvals.map((name) => ({ '@type': 'Person' as const, name })) }),
    ...sourceTypeOf(provenance.origin),
    ...imagesOf(text),
    about: { '@id': occupationId(profession, region) },
  }
}

/** IPTC's vocabulary, which schema.org's digitalSourceType names. */
function sourceTypeOf(origin: DeliveredText['provenance']['origin']) {
  switch (origin) {
    case 'ai-generated':
      return {
        digitalSourceType: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource',
      } as const
    case 'ai-assisted':
      return { digitalSourceType: 'https://schema.org/CompositeDigitalSource' } as const
    case 'human':
    case null:
      return {}
  }
}

function imagesOf(text: DeliveredText): { image?: string[] } {
  const urls = text.media.flatMap(({ url }) => url ?? [])
  return urls.length === 0 ? {} : { image: urls }
}

function occupationOf({ text, profile, profession, region }: PortraitParts): Occupation {
  const sections = [...text.sections, ...(profile?.text.sections ?? [])]
  const about = (kind: string) => sections.find((section) => section.kind === kind)?.text
  const optional = {
    responsibilities: about('aufgaben'),
    skills: about('anforderungen'),
    educationRequirements: about('zugang'),
  }
  const names = [...Object.values(profession.forms), ...profession.aliases].filter(
    (name): name is string => name !== null && name !== profession.name,
  )
  const salary = [...text.salaryFigures, ...(profile?.text.salaryFigures ?? [])].flatMap(salaryOf)
  return {
    '@type': 'Occupation',
    '@id': occupationId(profession, region),
    name: profession.name,
    ...(names.length === 0 ? {} : { alternateName: [...new Set(names)] }),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    ...codesOf(profession),
    ...(region === null
      ? { occupationLocation: { '@type': 'Country', name: 'DE' } }
      : { occupationLocation: { '@type': 'City', name: region.name } }),
    ...(salary.length === 0 ? {} : { estimatedSalary: salary }),
  }
}

function codesOf(profession: Profession): Pick<Occupation, never> {
  const codes = [
    { codeValue: profession.kldb2010, inCodeSet: 'KldB 2010' },
    { codeValue: profession.isco08, inCodeSet: 'ISCO-08' },
    { codeValue: profession.escoUri, inCodeSet: 'ESCO' },
  ].flatMap(({ codeValue, inCodeSet }) =>
    codeValue === null
      ? []
      : [
          {
            '@type': 'CategoryCode' as const,
            codeValue,
            inCodeSet: { '@type': 'CategoryCodeSet' as const, name: inCodeSet },
          },
        ],
  )
  return codes.length === 0 ? {} : { occupationalCategory: codes }
}

/** Figures with a source and a period only. Hours have no ISO 8601 duration of a salary: left out. */
function salaryOf(figure: SalaryFigure): MonetaryAmountDistribution[] {
  if (figure.source === null || figure.period === 'STUNDE') return []
  const amounts = {
    median: figure.median,
    percentile25: figure.q25,
    percentile75: figure.q75,
    minValue: figure.min,
    maxValue: figure.max,
  }
  const stated = Object.entries(amounts).filter(([, value]) => value !== null)
  if (stated.length === 0) return []
  return [
    {
      '@type': 'MonetaryAmountDistribution',
      name: 'base',
      currency: figure.currency,
      duration: figure.period === 'JAHR' ? 'P1Y' : 'P1M',
      ...Object.fromEntries(stated),
    },
  ]
}

function breadcrumbsOf(
  profession: Profession,
  region: Region | null,
  title: string,
): BreadcrumbList {
  const steps = [
    { name: profession.name, item: pagePath(profession.slug, null) },
    ...(region === null ? [] : [{ name: title, item: pagePath(profession.slug, region.slug) }]),
  ]
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, item }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item,
    })),
  }
}

function occupationId(profession: Profession, region: Region | null): string {
  return `urn:uuid:${profession.id}${region === null ? '' : `#${region.slug}`}`
}
