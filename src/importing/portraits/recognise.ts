import { foldExactly, foldJobTitle, foldName } from './fold.ts'
import type { PairCandidate } from './title-lines.ts'

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

/** A nationwide reading is complete with its profession, yet one that names a known place is better. */
function rank({ profession, region }: RecognisedPair): number {
  const isComplete = region === null && profession.status === 'known'
  return certainty(profession) + (isComplete ? 3 : region === null ? 0 : certainty(region))
}

function certainty({ status }: Recognised): number {
  return { known: 4, ambiguous: 2, unknown: 0 }[status]
}

function recogniseProfession(name: string, professions: KnownProfession[]): Recognised {
  const named = professions.map((known) => ({
    id: known.id,
    name: known.name,
    names: stated([
      known.name,
      known.slug,
      known.masculine,
      known.feminine,
      known.neutral,
      ...known.aliases,
    ]),
  }))
  return choose(name, [matches(name, named, foldExactly), matches(name, named, foldJobTitle)])
}

function recogniseRegion(name: string, regions: KnownRegion[]): Recognised {
  const named = regions.map((known) => ({
    id: known.id,
    name: known.name,
    names: stated([known.name, known.slug, ...known.aliases]),
  }))
  return choose(name, [matches(name, named, foldName)])
}

interface Named {
  id: string
  name: string
  names: string[]
}

function matches(name: string, known: Named[], fold: (name: string) => string): Named[] {
  const wanted = fold(name)
  return known.filter(({ names }) => wanted !== '' && names.some((own) => fold(own) === wanted))
}

/** The first level with a match decides; several there are ambiguous. */
function choose(name: string, levels: Named[][]): Recognised {
  const best = levels.find((level) => level.length > 0) ?? []
  const [only, ...others] = best
  if (!only) return { status: 'unknown', name }
  if (others.length === 0) return { status: 'known', id: only.id, name: only.name }
  return { status: 'ambiguous', name, names: best.map((known) => known.name) }
}

function stated(names: (string | null | undefined)[]): string[] {
  return names.filter((name) => typeof name === 'string').filter((name) => name !== '')
}
