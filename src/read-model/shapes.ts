import { Type, type Static, type TSchema } from '@sinclair/typebox'
import { salaryKinds, salaryPeriods } from '#model/salary.ts'
import { sectionKinds } from '#model/section-kinds.ts'

// The one declaration of what is delivered. JSON Schema, OpenAPI, TypeScript and GraphQL types derive
// from it. `$id` names a shape in OpenAPI and in GraphQL.

/** A value or null. */
function nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()])
}

/** A shape by its name: it stands once in every description. */
function ref<T extends TSchema>(schema: T) {
  return Type.Unsafe<Static<T>>({ $ref: `${schema.$id ?? ''}#` })
}

/** A text out of a list. */
function oneOf<const T extends readonly string[]>(values: T, options: object = {}) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...values], ...options })
}

const id = Type.String({ format: 'uuid' })
const moment = Type.String({ format: 'date-time', description: 'ISO 8601, UTC' })
const href = Type.String({ description: 'Path on this server' })

/** The forms in which a section's text can be had. */
export const textFormats = ['html', 'markdown', 'text', 'lexical'] as const
export type TextFormat = (typeof textFormats)[number]

export const Profession = Type.Object(
  {
    id,
    slug: Type.String(),
    name: Type.String(),
    forms: Type.Object({
      masculine: nullable(Type.String()),
      feminine: nullable(Type.String()),
      neutral: nullable(Type.String()),
    }),
    aliases: Type.Array(Type.String()),
    kldb2010: nullable(Type.String({ description: 'KldB 2010' })),
    baJobTitles: Type.Array(Type.String()),
    isco08: nullable(Type.String({ description: 'ISCO-08' })),
    escoUri: nullable(Type.String({ description: 'ESCO occupation' })),
    href,
  },
  { $id: 'Profession', additionalProperties: false },
)
export type Profession = Static<typeof Profession>

export const Region = Type.Object(
  {
    id,
    slug: Type.String(),
    name: Type.String(),
    kind: oneOf(['land', 'kreis', 'kreisfreieStadt', 'gemeinde']),
    ags: nullable(Type.String({ description: 'Amtlicher Gemeindeschlüssel' })),
    ars: nullable(Type.String({ description: 'Regionalschlüssel' })),
    nuts3: nullable(Type.String()),
    land: nullable(Type.String({ description: 'ISO 3166-2' })),
    postalCodes: Type.Array(Type.String()),
    latitude: nullable(Type.Number({ description: 'Degrees, WGS 84' })),
    longitude: nullable(Type.Number({ description: 'Degrees, WGS 84' })),
    parent: nullable(id),
    neighbours: Type.Array(id),
    href,
  },
  { $id: 'Region', additionalProperties: false },
)
export type Region = Static<typeof Region>

export const Section = Type.Object(
  {
    kind: oneOf(sectionKinds),
    heading: nullable(Type.String()),
    html: Type.Optional(Type.String({ description: 'format=html, the default' })),
    markdown: Type.Optional(Type.String({ description: 'format=markdown: CommonMark' })),
    text: Type.Optional(Type.String({ description: 'format=text' })),
    lexical: Type.Optional(
      Type.Unsafe<Record<string, unknown>>({
        type: 'object',
        additionalProperties: true,
        description: 'format=lexical: an editor state',
      }),
    ),
  },
  { $id: 'Section', additionalProperties: false },
)
export type Section = Static<typeof Section>

export const Source = Type.Object(
  {
    id,
    name: Type.String(),
    publisher: nullable(Type.String()),
    url: nullable(Type.String()),
    kind: Type.String(),
  },
  { $id: 'Source', additionalProperties: false },
)
export type Source = Static<typeof Source>

const amount = nullable(Type.Number({ description: 'In currency per period' }))

export const SalaryFigure = Type.Object(
  {
    kind: oneOf(salaryKinds),
    period: oneOf(salaryPeriods),
    currency: Type.String(),
    min: amount,
    q25: amount,
    median: amount,
    q75: amount,
    max: amount,
    upperHint: amount,
    gross: nullable(Type.Boolean()),
    fullTime: nullable(Type.Boolean()),
    censored: nullable(Type.Boolean()),
    isPeriodStated: nullable(Type.Boolean()),
    region: nullable(
      Type.String({ description: 'Name of the region that the source measured, where another' }),
    ),
    source: nullable(ref(Source)),
    referenceYear: nullable(Type.Integer()),
    sampleSize: nullable(Type.Integer()),
    statedAs: nullable(Type.String()),
  },
  { $id: 'SalaryFigure', additionalProperties: false },
)
export type SalaryFigure = Static<typeof SalaryFigure>

export const Picture = Type.Object(
  {
    id,
    url: nullable(Type.String()),
    alt: Type.String(),
    caption: nullable(Type.String()),
    credit: nullable(Type.String()),
    mimeType: nullable(Type.String()),
    width: nullable(Type.Integer()),
    height: nullable(Type.Integer()),
  },
  { $id: 'Picture', additionalProperties: false },
)
export type Picture = Static<typeof Picture>

export const Provenance = Type.Object(
  {
    origin: nullable(oneOf(['human', 'ai-assisted', 'ai-generated'])),
    tool: nullable(Type.String()),
    date: nullable(moment),
    responsible: nullable(Type.String()),
  },
  { $id: 'Provenance', additionalProperties: false },
)

export const Receipt = Type.Object(
  {
    digest: Type.String({ description: 'SHA-256 of what was approved' }),
    publishedAt: moment,
    firstPublishedAt: moment,
    approvals: Type.Array(Type.Object({ by: Type.String(), at: moment })),
    checks: Type.Array(Type.Object({ check: Type.String(), result: oneOf(['passed', 'warned']) })),
  },
  { $id: 'Receipt', additionalProperties: false },
)
export type Receipt = Static<typeof Receipt>

/** What an editorial document says, as sites see it. */
const textProperties = {
  kicker: nullable(Type.String()),
  headline: Type.String(),
  intro: Type.String(),
  sections: Type.Array(ref(Section)),
  salaryFigures: Type.Array(ref(SalaryFigure)),
  sources: Type.Array(ref(Source)),
  media: Type.Array(ref(Picture)),
  provenance: ref(Provenance),
  receipt: ref(Receipt),
}

export const Profile = Type.Object(
  { id, href, ...textProperties },
  { $id: 'Profile', additionalProperties: false },
)
export type Profile = Static<typeof Profile>

export const Job = Type.Object(
  {
    id,
    title: Type.String(),
    url: Type.String(),
    hiringOrganization: Type.String(),
    profession: nullable(id),
    region: nullable(id),
    city: nullable(Type.String()),
    postalCode: nullable(Type.String()),
    employmentTypes: Type.Array(Type.String()),
    datePosted: moment,
    validThrough: nullable(moment),
    isRemote: Type.Boolean(),
    href,
  },
  { $id: 'Job', additionalProperties: false },
)
export type Job = Static<typeof Job>

export const Neighbour = Type.Object(
  {
    id,
    slug: Type.String(),
    name: Type.String(),
    headline: Type.String(),
    href,
  },
  { $id: 'Neighbour', additionalProperties: false },
)
export type Neighbour = Static<typeof Neighbour>

export const Portrait = Type.Object(
  {
    id,
    href,
    profession: ref(Profession),
    region: nullable(ref(Region)),
    title: Type.String(),
    ...textProperties,
    seo: Type.Object({ title: Type.String(), description: nullable(Type.String()) }),
    profile: nullable(ref(Profile)),
    jobs: Type.Object({
      items: Type.Array(ref(Job)),
      hasMore: Type.Boolean(),
      href,
    }),
    neighbours: Type.Array(ref(Neighbour)),
    jsonLd: Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
  },
  { $id: 'Portrait', additionalProperties: false },
)
export type Portrait = Static<typeof Portrait>

export const PortraitSummary = Type.Object(
  {
    id,
    href,
    profession: Type.Object({ id, slug: Type.String(), name: Type.String() }),
    region: nullable(Type.Object({ id, slug: Type.String(), name: Type.String() })),
    headline: Type.String(),
    intro: Type.String(),
    digest: Type.String(),
    publishedAt: moment,
    changedAt: moment,
  },
  { $id: 'PortraitSummary', additionalProperties: false },
)
export type PortraitSummary = Static<typeof PortraitSummary>

export const releaseEvents = ['published', 'updated', 'removed'] as const
export const releaseReasons = ['text', 'profile', 'reference', 'media', 'source'] as const
export type ReleaseReason = (typeof releaseReasons)[number]

export const Release = Type.Object(
  {
    position: Type.Integer(),
    event: oneOf(releaseEvents),
    reason: oneOf(releaseReasons, { description: 'What changed' }),
    at: moment,
    id: Type.String({ format: 'uuid', description: 'The portrait' }),
    profession: Type.String({ description: 'Slug' }),
    region: nullable(Type.String({ description: 'Slug' })),
    digest: nullable(Type.String()),
    href,
  },
  { $id: 'Release', additionalProperties: false },
)
export type Release = Static<typeof Release>

export const SearchHit = Type.Object(
  {
    type: oneOf(['portrait', 'profession', 'region']),
    id,
    title: Type.String(),
    highlight: nullable(Type.String({ description: 'HTML with <mark>, everything else escaped' })),
    profession: nullable(Type.String({ description: 'Slug' })),
    region: nullable(Type.String({ description: 'Slug' })),
    href,
  },
  { $id: 'SearchHit', additionalProperties: false },
)
export type SearchHit = Static<typeof SearchHit>

/** Every named shape. */
export const shapes = {
  Profession,
  Region,
  Section,
  Source,
  SalaryFigure,
  Picture,
  Provenance,
  Receipt,
  Profile,
  Job,
  Neighbour,
  Portrait,
  PortraitSummary,
  Release,
  SearchHit,
} as const

/**
 * An editorial document as it lies in the read model: what sites see of it, its sections in every
 * form. The shape of `delivery.documents.content`.
 */
export interface DeliveredText {
  kicker: string | null
  headline: string
  intro: string
  sections: {
    kind: Section['kind']
    heading: string | null
    html: string
    markdown: string
    text: string
    lexical: Record<string, unknown>
  }[]
  salaryFigures: SalaryFigure[]
  sources: Source[]
  media: Picture[]
  seo: { title: string | null; description: string | null }
  provenance: Static<typeof Provenance>
  receipt: Receipt
}
