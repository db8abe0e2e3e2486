import type {
  Article,
  BreadcrumbList,
  FAQPage,
  Graph,
  MonetaryAmount,
  MonetaryAmountDistribution,
  Occupation,
} from 'schema-dts'
import { partsAt } from '#portrait/registry.ts'
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
    '@graph': [
      articleOf(parts),
      occupationOf(parts),
      breadcrumbsOf(profession, region, title),
      ...questionsOf(parts.text),
    ],
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
    ...videoOf(text),
    ...quotationsOf(text),
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

/** A video needs a name and an upload date to be one of Google's; what is known is told. */
function videoOf({ video, headline, receipt }: DeliveredText): Pick<Article, never> {
  if (video.url === null) return {}
  return {
    video: {
      '@type': 'VideoObject',
      name: video.title ?? headline,
      description: video.title ?? headline,
      url: video.url,
      uploadDate: receipt.firstPublishedAt,
      ...(video.seconds === null ? {} : { duration: `PT${String(video.seconds)}S` }),
      ...(video.transcript === null ? {} : { transcript: video.transcript }),
      ...(video.poster?.url ? { thumbnailUrl: video.poster.url } : {}),
    },
  }
}

/** What people say of the profession, each under their own name. */
function quotationsOf({ voices }: DeliveredText): Pick<Article, never> {
  if (voices.length === 0) return {}
  return {
    hasPart: voices.map(({ quote, name, position }) => ({
      '@type': 'Quotation' as const,
      text: quote,
      spokenByCharacter: {
        '@type': 'Person' as const,
        name,
        ...(position === null ? {} : { jobTitle: position }),
      },
    })),
  }
}

/** Frequent questions, with their answers as plain text. */
function questionsOf({ faq }: DeliveredText): FAQPage[] {
  if (faq.length === 0) return []
  return [
    {
      '@type': 'FAQPage',
      mainEntity: faq.map(({ question, answer }) => ({
        '@type': 'Question',
        name: question,
        acceptedAnswer: { '@type': 'Answer', text: answer },
      })),
    },
  ]
}

function occupationOf({ text, profile, profession, region }: PortraitParts): Occupation {
  const sections = [...text.sections, ...(profile?.text.sections ?? [])]
  const about = (kind: string) => sections.find((section) => section.kind === kind)?.text
  const optional = {
    responsibilities: about('aufgaben'),
    skills: skillsOf(text, profile?.text) ?? about('anforderungen'),
    educationRequirements: routesOf(text, profile?.text) ?? about('zugang'),
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

/** The skills that are listed, the essential ones first; undefined where none is. */
function skillsOf(...texts: (DeliveredText | undefined)[]): string | undefined {
  const skills = texts.flatMap((text) => text?.skills ?? [])
  const named = ['must', 'may'].flatMap((level) =>
    skills.filter((skill) => skill.level === level).map(({ name }) => name),
  )
  return named.length === 0 ? undefined : [...new Set(named)].join(', ')
}

/** The ways in that are listed, one a line; undefined where none is. */
function routesOf(...texts: (DeliveredText | undefined)[]): string | undefined {
  const routes = texts.flatMap((text) => text?.entryRoutes ?? [])
  if (routes.length === 0) return undefined
  return routes
    .map(({ kind, months, content }) =>
      [sayPart('entryRoutes.kind', kind), sayPart('entryRoutes.months', months), content]
        .filter((part) => part !== '')
        .join(', '),
    )
    .join('\n')
}

/** A value of a part in German words. */
function sayPart(field: string, value: unknown): string {
  return partsAt(field).at(-1)?.kind.inWords(value, 'de') ?? ''
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

/**
 * Figures with a source only: a distribution where the source tells of one, else an amount from … to.
 * Hours have no duration in ISO 8601 that a distribution could carry.
 */
function salaryOf(figure: SalaryFigure): (MonetaryAmount | MonetaryAmountDistribution)[] {
  const { source, period, currency, min, q25, median, q75, max } = figure
  if (source === null) return []
  if (period !== 'STUNDE' && [q25, median, q75].some((value) => value !== null)) {
    return [
      {
        '@type': 'MonetaryAmountDistribution',
        name: 'base',
        currency,
        duration: period === 'JAHR' ? 'P1Y' : 'P1M',
        ...(q25 === null ? {} : { percentile25: q25 }),
        ...(median === null ? {} : { median }),
        ...(q75 === null ? {} : { percentile75: q75 }),
      },
    ]
  }
  if (min === null && max === null) return []
  return [
    {
      '@type': 'MonetaryAmount',
      currency,
      value: {
        '@type': 'QuantitativeValue',
        ...(min === null ? {} : { minValue: min }),
        ...(max === null ? {} : { maxValue: max }),
        unitText: unitTexts[period],
      },
    },
  ]
}

const unitTexts = { JAHR: 'YEAR', MONAT: 'MONTH', STUNDE: 'HOUR' } as const

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
