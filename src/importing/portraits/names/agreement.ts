import { PortraitTextError } from '../file/errors.ts'
import { foldJobTitle } from './fold.ts'
import type { PairCandidate } from './pair-candidate.ts'
import { foldPlace, foldPlaceBase, foldPlaceWords, isQualified } from './place-names.ts'
import {
  recogniseProfession,
  recogniseRegion,
  type KnownProfession,
  type KnownRegion,
  type Recognised,
} from './recognise.ts'

interface Readings {
  titleReadings: PairCandidate[]
  kickerReadings: PairCandidate[]
  kickerAt: number | null
}

interface Known {
  professions: KnownProfession[]
  regions: KnownRegion[]
}

/**
 * Demands that title and kicker name the same profession and place, in whatever gender form or by
 * whatever alias. A kicker without a place says less than the title, which is no contradiction.
 *
 * @throws PortraitTextError at the line of the kicker
 */
export function demandAgreement(readings: Readings, known: Known): void {
  const { titleReadings, kickerReadings, kickerAt } = readings
  const [title] = titleReadings
  const [kicker] = kickerReadings
  if (!title || !kicker) return
  const doAgree = titleReadings.some((one) =>
    kickerReadings.some((other) => isSamePair(one, other, known)),
  )
  if (doAgree) return
  throw new PortraitTextError(kickerAt, {
    de:
      'Titel und Dachzeile nennen nicht denselben Beruf und Ort: ' +
      `${describe(title)} und ${describe(kicker)}.`,
    en:
      'Title and kicker do not name the same profession and place: ' +
      `${describe(title)} and ${describe(kicker)}.`,
  })
}

function isSamePair(title: PairCandidate, kicker: PairCandidate, known: Known): boolean {
  return (
    isSameProfession(title.professionName, kicker.professionName, known.professions) &&
    (kicker.placeName === null ||
      (title.placeName !== null && isSamePlace(title.placeName, kicker.placeName, known.regions)))
  )
}

function isSameProfession(one: string, other: string, professions: KnownProfession[]): boolean {
  if (foldJobTitle(one) === foldJobTitle(other)) return true
  return areTheSame(recogniseProfession(one, professions), recogniseProfession(other, professions))
}

/** "Frankfurt" above "Frankfurt am Main" says less, not something else. */
function isSamePlace(one: string, other: string, regions: KnownRegion[]): boolean {
  if (foldPlace(one) === foldPlace(other) || foldPlaceWords(one) === foldPlaceWords(other)) {
    return true
  }
  const isShorter = !(isQualified(one) && isQualified(other))
  if (isShorter && foldPlaceBase(one) === foldPlaceBase(other)) return true
  return areTheSame(recogniseRegion(one, regions), recogniseRegion(other, regions))
}

function areTheSame(one: Recognised, other: Recognised): boolean {
  return one.status === 'known' && other.status === 'known' && one.id === other.id
}

function describe({ professionName, placeName }: PairCandidate): string {
  return placeName === null ? `“${professionName}”` : `“${professionName}” in “${placeName}”`
}
