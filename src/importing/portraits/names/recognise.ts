import { foldExactly, foldJobTitle } from './fold.ts'
import { findByName, type Fold } from './name-index.ts'
import type { PairCandidate } from './pair-candidate.ts'
import { foldPlace, foldPlaceBase, foldPlaceWords, isQualified } from './place-names.ts'

/** A profession of the CMS with all names it goes by. */
export interface KnownProfession {
  id: string
  name: string
  slug?: string | null
  masculine?: string | null
  feminine?: string | null
  neutral?: string | null
  aliases: string[]
}

/** A region of the CMS with all names it goes by. */
export interface KnownRegion {
  id: string
  name: string
  slug?: string | null
  kind?: string | null
  aliases: string[]
}

/** What a name in a text stands for. */
export type Recognised =
  | { status: 'known'; id: string; name: string }
  | { status: 'unknown'; name: string }
  | { status: 'ambiguous'; name: string; names: string[] }

export interface RecognisedPair {
  profession: Recognised
  /** null: nationwide. */
  region: Recognised | null
}

/**
 * Finds the profession and the region that a text names. Among several readings the one with both
 * known wins, then the one with one known, then the first.
 */
export function recognise(input: {
  candidates: PairCandidate[]
  professions: KnownProfession[]
  regions: KnownRegion[]
}): RecognisedPair {
  const pairs = input.candidates.map(({ professionName, placeName }) => ({
    profession: recogniseProfession(professionName, input.professions),
    region: placeName === null ? null : recogniseRegion(placeName, input.regions),
  }))
  const [first, ...others] = pairs
  if (!first) return { profession: { status: 'unknown', name: '' }, region: null }
  return others.reduce((best, pair) => (rank(pair) > rank(best) ? pair : best), first)
}

/** Finds the profession that a title names, in whatever gender form. */
export function recogniseProfession(name: string, professions: KnownProfession[]): Recognised {
  const find = (fold: Fold) =>
    findByName({ folded: fold(name), entries: professions, namesOf: namesOfProfession, fold })
  return choose(name, [foldExactly, foldJobTitle].map(find))
}

/**
 * Finds the region that a place name means. "Halle" may be Halle (Saale), but it does not say so:
 * where only such names are known it is ambiguous.
 */
export function recogniseRegion(name: string, regions: KnownRegion[]): Recognised {
  const find = (fold: Fold, folded = fold(name)) =>
    preferTowns(findByName({ folded, entries: regions, namesOf: namesOfRegion, fold }))
  const found = choose(name, [find(foldPlace), find(foldPlaceWords)])
  if (found.status !== 'unknown') return found
  const near = isQualified(name)
    ? find(foldPlace, foldPlaceBase(name))
    : find(foldQualified, foldPlace(name))
  return near.length === 0
    ? found
    : { status: 'ambiguous', name, names: near.map((known) => known.name) }
}

/** "München" is the town rather than the Landkreis around it, "Bremen" rather than the Land. */
function preferTowns(regions: KnownRegion[]): KnownRegion[] {
  const towns = regions.filter(({ kind }) => kind === 'gemeinde' || kind === 'kreisfreieStadt')
  return towns.length === 1 ? towns : regions
}

function foldQualified(name: string): string {
  return isQualified(name) ? foldPlaceBase(name) : ''
}

/** A nationwide reading is complete with its profession, yet one that names a known place is better. */
function rank({ profession, region }: RecognisedPair): number {
  const isComplete = region === null && profession.status === 'known'
  return certainty(profession) + (isComplete ? 3 : region === null ? 0 : certainty(region))
}

function certainty({ status }: Recognised): number {
  return { known: 4, ambiguous: 2, unknown: 0 }[status]
}

/** The first level with a match decides; several there are ambiguous. */
function choose(name: string, levels: { id: string; name: string }[][]): Recognised {
  const best = levels.find((level) => level.length > 0) ?? []
  const [only, ...others] = best
  if (!only) return { status: 'unknown', name }
  if (others.length === 0) return { status: 'known', id: only.id, name: only.name }
  return { status: 'ambiguous', name, names: best.map((known) => known.name) }
}

function namesOfProfession(known: KnownProfession): string[] {
  const { name, slug, masculine, feminine, neutral, aliases } = known
  return stated([name, slug, masculine, feminine, neutral, ...aliases])
}

function namesOfRegion({ name, slug, aliases }: KnownRegion): string[] {
  return stated([name, slug, ...aliases])
}

function stated(names: (string | null | undefined)[]): string[] {
  return names.filter((name) => typeof name === 'string').filter((name) => name !== '')
}
