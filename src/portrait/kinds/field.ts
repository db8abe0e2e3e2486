import type { SignOffKind } from '#model/sign-offs.ts'
import type { Static, TSchema } from '@sinclair/typebox'
import type { Field, FieldAccess, RichTextField } from 'payload'
import type { EditorialCollection } from '#model/documents.ts'
import type { JsonLimits } from '#model/json-limits.ts'
import type { Risk } from '#model/risk.ts'
import type { BilingualText, Language } from '#model/text.ts'
import type { TextFormat } from './shapes.ts'

/** An editorial document, or a part of one, as it was stored: its values are read by their kinds. */
export type Document = Readonly<Record<string, unknown>>

/** What a value is reduced to where two are compared and where a digest is made: nothing empty is in it. */
export type Canonical =
  string | number | boolean | null | readonly Canonical[] | { readonly [key: string]: Canonical }

/** What only the authoring plane has: handed to the forms, so that this room loads no Payload. */
export interface FormKit {
  collection: EditorialCollection
  editor: NonNullable<RichTextField['editor']>
  /** A field that people signed in read, and sites do not. */
  onlyPeopleRead: FieldAccess
}

/** Reference data that a text can name, by collection. */
export const referenceTargets = ['sources', 'media', 'regions', 'professions'] as const
export type ReferenceTarget = (typeof referenceTargets)[number]

/** An entry of the reference data that a text names. */
export interface Reference {
  to: ReferenceTarget
  id: string
}

/** The entries that a text refers to, by id, as far as what is delivered shows them. */
export type Referred = Readonly<Record<ReferenceTarget, ReadonlyMap<string, Document>>>

/** How two values are compared. */
export type Comparison =
  /** `prose` may change cosmetically; in `wording` every letter counts; `value` is anything else. */
  | { as: 'prose' | 'wording' | 'richText' | 'value' | 'relation' }
  | { as: 'relations'; isOrdered: boolean }
  | { as: 'group'; parts: Parts }
  | {
      as: 'rows'
      parts: Parts
      matchedBy: readonly RowMatch[]
      /** What one row is called. */
      row: BilingualText
      /** Whether the rows are the sections of a text, which comments and changes name. */
      isSections: boolean
    }

/**
 * By what a row of one version is found in the other, after its id and its content: rows that agree
 * in all of these parts, or rows whose texts resemble each other.
 */
export type RowMatch = { parts: readonly string[] } | { resemblance: readonly string[] }

/** A plain text within a value, and where it stands below it: `<id of the row>.question`. */
export interface TextPlace {
  path: string
  text: string
  /** Whether readers see it, as opposed to what is kept beside it. */
  isDelivered: boolean
}

/**
 * What a value is, wherever it stands. `Stored` is its shape in the read model, `Shown` the one in an
 * answer: they differ where there are several forms to choose from, as of rich text.
 */
export interface Kind<Stored extends TSchema = TSchema, Shown extends TSchema = Stored> {
  form: (place: { name: string; label: BilingualText; kit: FormKit }) => Field
  /** undefined: there is nothing. */
  canonical: (value: unknown) => Canonical | undefined
  comparison: Comparison
  limit: Limit
  stored: Stored
  shown: Shown
  /** Shapes that these refer to by name, for OpenAPI and GraphQL. */
  named?: readonly TSchema[]
  /** Total: what is absent, or broken, has a rendering too. */
  render(value: unknown, referred: Referred): Static<Stored>
  /** What lies in the read model, whenever it was written: parts that came later are absent. */
  complete(stored: unknown): Static<Stored>
  present(stored: Static<Stored>, format: TextFormat | 'all'): Static<Shown>
  refersTo: (value: unknown) => readonly Reference[]
  /** The texts in it that a comment may quote and a search finds, in reading order. */
  textsIn: (value: unknown) => readonly TextPlace[]
  /** Of a value of which something is delivered up to a day only. */
  lapses?: Lapses
  /** One value as a reader says it, as stored or as delivered; '' where there is nothing to say. */
  inWords: (value: unknown, language: Language) => string
}

/**
 * What a value may hold at most: characters of a text (UTF-16 units), entries of a list, JSON as its
 * limits say. null: what it is bounds it.
 */
export type Limit = { longest: number } | { most: number } | JsonLimits | null

/** What of a value is delivered up to a day only. Days are YYYY-MM-DD, in Berlin. */
export interface Lapses {
  /** What is left of the value on a day. */
  left: (value: unknown, day: string) => unknown
  /** The last day of each thing in it that ends. */
  lastDays: (value: unknown) => string[]
}

/** A part of a row or group. */
export interface Part<K extends Kind = Kind> {
  label: BilingualText
  kind: K
  /** What a change of it puts at risk. */
  risk: Risk
  /** Whether an approval covers it. */
  inDigest: boolean
  /** Whether sites see it. */
  delivered: boolean
}
export type Parts = Readonly<Record<string, Part>>

/** The ways in which a value is read in the house; a room has one component for each that it uses. */
export type Block =
  | 'line'
  | 'headline'
  | 'paragraphs'
  | 'sections'
  | 'figures'
  | 'pictures'
  | 'sources'
  | 'provenance'
  | 'entries'
  | 'link'
  | 'pairs'

/** The rooms in which people read a text. */
export type Room = 'inReview' | 'forExperts' | 'inPreview'

/** One editorial field: all that the house must know of it. No member has a default. */
export interface PortraitField<K extends Kind = Kind> extends Part<K> {
  collections: 'both' | 'regional-sections'
  /** How a reviewer reads it beside its changes; null: its changes alone, among the details. */
  inReview: Block | null
  /** How an expert without an account reads it; null: never. */
  forExperts: Block | null
  inPreview: Block | null
  /** Whether comments may stand on its words. */
  isQuotable: boolean
  /** Which kinds of sign-off answer for it; none: nobody's but the approval's. */
  signOffs: readonly SignOffKind[]
  /** The weight of its words in the search, after the names (A); null: they are not searched. */
  inSearch: SearchWeight | null
}
export type PortraitFields = Readonly<Record<string, PortraitField>>

/** Weights of PostgreSQL's full text search. */
export const searchWeights = ['B', 'C', 'D'] as const
export type SearchWeight = (typeof searchWeights)[number]
