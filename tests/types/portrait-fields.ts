// Held by the compiler (`npm run types`): each `@ts-expect-error` stands over an error that has to be there.
// Nothing here runs.

import type { Static } from '@sinclair/typebox'
import type { BlockComponents } from '#portrait/blocks.ts'
import type { presentText, renderText, StoredText } from '#portrait/delivered.ts'
import type { Kind, PortraitField, PortraitFields } from '#portrait/kinds/field.ts'
import { wording } from '#portrait/kinds/simple.ts'

const whole = {
  label: { de: 'Leitsatz', en: 'Motto' },
  kind: wording({ longest: 100 }),
  risk: 'text',
  inDigest: true,
  delivered: true,
  collections: 'both',
  inReview: null,
  forExperts: 'line',
  inPreview: 'line',
  isQuotable: false,
  signOffs: ['language'],
  inSearch: null,
} as const
export const complete = { motto: whole } satisfies PortraitFields

/** A field without one of its members. */
type Without<Name extends keyof PortraitField> = Omit<typeof whole, Name>
declare const without: { [Name in keyof PortraitField]: Without<Name> }

export const incomplete: PortraitField[] = [
  // @ts-expect-error what people call it
  without.label,
  // @ts-expect-error what kind of value it is
  without.kind,
  // @ts-expect-error what a change of it puts at risk
  without.risk,
  // @ts-expect-error whether an approval covers it
  without.inDigest,
  // @ts-expect-error whether sites see it
  without.delivered,
  // @ts-expect-error whose it is
  without.collections,
  // @ts-expect-error how a reviewer reads it
  without.inReview,
  // @ts-expect-error how an expert reads it
  without.forExperts,
  // @ts-expect-error how it is previewed
  without.inPreview,
  // @ts-expect-error whether comments may stand on it
  without.isQuotable,
  // @ts-expect-error who signs it off
  without.signOffs,
  // @ts-expect-error how it is searched
  without.inSearch,
]

export const unknownBlock = {
  // @ts-expect-error no room has such a block
  motto: { ...whole, inPreview: 'carousel' },
} satisfies PortraitFields

declare const kindWithout: { [Name in keyof Kind]: Omit<Kind, Name> }
export const incompleteKinds: Kind[] = [
  // @ts-expect-error how it is delivered
  kindWithout.render,
  // @ts-expect-error how it enters the digest
  kindWithout.canonical,
  // @ts-expect-error how it is compared
  kindWithout.comparison,
  // @ts-expect-error how it is written
  kindWithout.form,
  // @ts-expect-error how what lies there is completed
  kindWithout.complete,
  // @ts-expect-error how it is said in words
  kindWithout.inWords,
]

declare const components: BlockComponents<'inPreview', string>
const { headline: _, ...others } = components
// @ts-expect-error a block that the room uses has no component
export const incompleteRoom: BlockComponents<'inPreview', string> = others

/** The delivered values are typed by the registry: what renders is what the shape says. */
type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
export const typed: readonly true[] = [
  true satisfies Equal<Static<typeof StoredText>, ReturnType<typeof renderText>>,
  true satisfies Equal<StoredText['headline'], string>,
  true satisfies Equal<StoredText['kicker'], string | null>,
  true satisfies Equal<StoredText['salaryFigures'][number]['gross'], boolean | null>,
  true satisfies Equal<
    ReturnType<typeof presentText>['sections'][number]['html'],
    string | undefined
  >,
]

declare const stored: StoredText
// @ts-expect-error for which sites a text is, is not delivered
export const hidden: unknown = stored.sites
