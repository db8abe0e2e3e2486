import { signOffKinds } from '#model/sign-offs.ts'
import { Type, type Static } from '@sinclair/typebox'
import { namedShapes, ShownText, type StoredText } from '#portrait/delivered.ts'
import { moment, nullable, oneOf, ref, uuid as id } from '#portrait/kinds/shapes.ts'

export { textFormats, type TextFormat } from '#portrait/kinds/shapes.ts'

// The one declaration of what is delivered beside the text itself, which ../portrait declares. JSON Schema, OpenAPI, TypeScript and GraphQL types derive
// from it. `$id` names a shape in OpenAPI and in GraphQL.

const href = Type.String({ description: 'Path on this server' })

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

/** Who it was, always the same for the same person, and nobody's name; a name beside it may be withdrawn. */
const pseudonym = nullable(
  Type.String({ description: 'Always the same for the same person, and no name' }),
)

export const Receipt = Type.Object(
  {
    digest: Type.String({ description: 'Of what was approved: version and SHA-256' }),
    publishedAt: moment,
    firstPublishedAt: moment,
    approvals: Type.Array(Type.Object({ by: Type.String(), person: pseudonym, at: moment })),
    signOffs: Type.Array(
      Type.Object({
        kind: oneOf(signOffKinds),
        by: Type.String(),
        person: pseudonym,
        at: moment,
      }),
      { description: 'What was signed off beside the approvals, by kind' },
    ),
    checks: Type.Array(Type.Object({ check: Type.String(), result: oneOf(['passed', 'warned']) })),
    reference: nullable(
      Type.String({
        description:
          'SHA-256 of the reference data (profession and region) that the portrait was published with; null where it is older than that',
      }),
    ),
    log: nullable(
      Type.Object(
        {
          entry: Type.String({ description: 'What stands in the public log, base64' }),
          salt: Type.String({ description: 'What it is hashed with, base64' }),
          key: nullable(
            Type.String({ description: 'Which key of /v1/keys signed; null while none has' }),
          ),
          signature: Type.String({
            description: 'Of the entry, Ed25519 in base64; `pending` while the house has no key',
          }),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { $id: 'Receipt', additionalProperties: false },
)
export type Receipt = Static<typeof Receipt>

// A portrait shows its own, with a title where the text has none; a profile beside it shows none.
const { seo: _, ...shownProperties } = ShownText.properties

/** What an editorial document says, as sites see it: the fields of the registry, and the receipt. */
const textProperties = { ...shownProperties, receipt: ref(Receipt) }

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

export const releaseEvents = ['published', 'updated', 'removed', 'reshaped'] as const
export const releaseReasons = [
  'text',
  'profile',
  'reference',
  'media',
  'source',
  'lapsed',
  'reshaped',
] as const
export type ReleaseReason = (typeof releaseReasons)[number]

export const Release = Type.Object(
  {
    position: Type.Integer(),
    event: oneOf(releaseEvents, {
      description:
        'reshaped: every portrait is delivered in another form, with the same text; read them again at leisure',
    }),
    reason: oneOf(releaseReasons, {
      description:
        'What changed; lapsed: something was to be shown up to a day only, as a quote whose person consented so long',
    }),
    at: moment,
    id: nullable(Type.String({ format: 'uuid', description: 'The portrait; null: reshaped' })),
    profession: nullable(Type.String({ description: 'Slug; null: reshaped' })),
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
  ...namedShapes,
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
 * An editorial document as it lies in the read model: what sites see of it, rich text in every form. The
 * shape of `delivery.documents.content`.
 */
export type DeliveredText = StoredText & { receipt: Receipt }

export type SalaryFigure = StoredText['salaryFigures'][number]
