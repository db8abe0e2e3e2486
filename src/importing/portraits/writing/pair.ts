import type { PayloadRequest } from 'payload'
import type { EditorialCollection } from '#model/documents.ts'
import type { BilingualText } from '#model/text.ts'
import { PortraitTextError } from '../file/errors.ts'
import type { KnownNames } from './known-names.ts'
import { demandAgreement } from '../names/agreement.ts'
import { nameOfProfession, nameOfRegion } from '../names/display-name.ts'
import { foldJobTitle } from '../names/fold.ts'
import { foldPlace } from '../names/place-names.ts'
import { recognise, type Recognised, type RecognisedPair } from '../names/recognise.ts'
import type { PortraitText } from '../text/anatomy.ts'

interface Named {
  id: string
  name: string
}

/** The entries that were made for a text. */
export interface MadeEntries {
  profession?: Named
  region?: Named
}

/** The profession and the region that a text is about, as entries of the CMS. */
export interface Pair {
  profession: Named
  /** null: nationwide. */
  region: Named | null
  made: MadeEntries
  collection: EditorialCollection
}

/**
 * Says which profession and region a text is about.
 *
 * @throws PortraitTextError where title and kicker contradict each other
 */
export function recognisePair(portrait: PortraitText, known: KnownNames): RecognisedPair {
  demandAgreement(portrait, known)
  const { titleReadings, kickerReadings } = portrait
  const isTitleNationwide = titleReadings[0]?.placeName === null
  const candidates = titleReadings.length === 0 ? kickerReadings : titleReadings
  // A kicker may say more exactly what the title means: "Frankfurt am Main" below "Frankfurt".
  const exact = kickerReadings.filter(({ placeName }) => placeName !== null || isTitleNationwide)
  return recognise({ candidates: [...candidates, ...exact], ...known })
}

/** The same for every text about one pair, whatever gender form or alias it uses. */
export function keyOf({ profession, region }: RecognisedPair): string {
  const part = (recognised: Recognised, fold: (name: string) => string) =>
    recognised.status === 'known' ? recognised.id : fold(recognised.name)
  return [part(profession, foldJobTitle), region ? part(region, foldPlace) : ''].join(' ')
}

/** The pair in words, for messages. */
export function describePair({ profession, region }: RecognisedPair): BilingualText {
  return {
    de: region ? `„${profession.name}“ in „${region.name}“` : `„${profession.name}“`,
    en: region ? `“${profession.name}” in “${region.name}”` : `“${profession.name}”`,
  }
}

/**
 * Gives the entries of a pair; makes those that are missing, where they may be made.
 *
 * @throws PortraitTextError where a name is ambiguous, or not known and not to be made
 */
export async function resolvePair(
  recognised: RecognisedPair,
  options: { canCreateMissing: boolean; line: number },
  req: PayloadRequest,
): Promise<Pair> {
  const professionId = idOf(recognised.profession, 'profession', options.line)
  const regionId = recognised.region && idOf(recognised.region, 'region', options.line)
  demandKnown(recognised, options)
  const profession = await entryOf(professionId, recognised.profession.name, 'professions', req)
  const madeProfession = professionId === null ? { profession } : {}
  if (!recognised.region) {
    return { profession, region: null, made: madeProfession, collection: 'career-profiles' }
  }
  const region = await entryOf(regionId, recognised.region.name, 'regions', req)
  const made = { ...madeProfession, ...(regionId === null ? { region } : {}) }
  return { profession, region, made, collection: 'regional-sections' }
}

async function entryOf(
  id: string | null,
  name: string,
  collection: 'professions' | 'regions',
  req: PayloadRequest,
): Promise<Named> {
  if (id !== null) return { id, name }
  return collection === 'professions'
    ? req.payload.create({
        collection,
        data: { name: nameOfProfession(name), slug: '' },
        overrideAccess: true,
        req,
      })
    : req.payload.create({
        collection,
        data: { name: nameOfRegion(name), slug: '', kind: 'gemeinde' },
        overrideAccess: true,
        req,
      })
}

const what = {
  profession: { de: 'Der Beruf', en: 'The profession' },
  region: { de: 'Der Ort', en: 'The region' },
}

/** The id of an entry; null where there is none. */
function idOf(recognised: Recognised, sort: keyof typeof what, line: number): string | null {
  if (recognised.status === 'known') return recognised.id
  if (recognised.status === 'unknown') return null
  const { name } = recognised
  const names = recognised.names.join(', ')
  throw new PortraitTextError(line, {
    de: `${what[sort].de} „${name}“ ist nicht eindeutig; gemeint sein kann: ${names}.`,
    en: `${what[sort].en} “${name}” is not clear; it may mean: ${names}.`,
  })
}

function demandKnown(
  { profession, region }: RecognisedPair,
  { canCreateMissing, line }: { canCreateMissing: boolean; line: number },
): void {
  const unknown = [
    ...(profession.status === 'unknown' ? [{ ...profession, ...what.profession }] : []),
    ...(region?.status === 'unknown' ? [{ ...region, ...what.region }] : []),
  ]
  if (unknown.length === 0 || canCreateMissing) return
  const reasons = {
    de: unknown.map(({ name, de }) => `${de} „${name}“ ist nicht bekannt.`),
    en: unknown.map(({ name, en }) => `${en} “${name}” is not known.`),
  }
  throw new PortraitTextError(
    line,
    { de: reasons.de.join(' '), en: reasons.en.join(' ') },
    'unknown_entry',
  )
}
