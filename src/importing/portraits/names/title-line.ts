import type { BilingualText } from '#model/text.ts'
import { readPair, splitPair, type PairCandidate } from './pair-candidate.ts'
import { isPlaceLike } from './place-names.ts'

const term = '(?:jobs|jobangebote|stellenangebote|stellenanzeigen)'
const and = '\\s*(?:und|u\\.|&|&amp;|\\+|/|,)\\s*'
const both = `${term}${and}(?:${term}|stellen)`
const preposition = '(?:in|im|bei|auf|am|rund um)'
/** It ends before the signs that part it from what follows, so that there is one way to take a run of them. */
const nameBefore = '(?<profession>\\S(?:.*?[^\\s:–—|-])?)'
/** "{Beruf} Jobs und Stellenangebote in {Ort}", as the template makes it. */
const template = new RegExp(
  `^${nameBefore}[\\s:–—|-]+${both}(?:\\s+${preposition}\\s+(?<place>\\S.*))?$`,
  'iu',
)
/** "{Beruf} Jobs in {Ort}": one word of the two, so the place has to be there. */
const short = new RegExp(
  `^${nameBefore}[\\s:–—|-]+${term}\\s+${preposition}\\s+(?<place>\\S.*)$`,
  'iu',
)
/** "Jobs und Stellenangebote für {Beruf} in {Ort}", "Stellenangebote {Beruf} in {Ort}". */
const turned = new RegExp(
  `^(?:(?:aktuelle|neue|freie|offene)\\s+)?(?<terms>${both}|${term})` +
    `(?:\\s+(?:für|als)\\s+(?:die\\s+|den\\s+|eine?n?\\s+)?|\\s*[:–—|-]\\s*|\\s+)(?<rest>\\S.*)$`,
  'iu',
)
const advertising = /^(?:aktuelle|neue|freie|offene|alle|die besten)\s+/iu
const adverb = /(?<!\s)\s+(?:bundesweit|deutschlandweit)$/iu
const placeholder = /[{}<>[\]]|\$\{|%\p{L}+%|(?<!\p{L})(?:undefined|null|NaN)(?!\p{L})/u
const maxLength = 160
/** A title with the name of a site behind it; in what is longer, nobody looks for one. */
const maxLine = 400

/**
 * Reads "{Beruf} Jobs und Stellenangebote in {Ort}" and what plausibly stands for it; the best
 * reading first. Null where the line is no such title.
 */
export function readTitle(line: string): PairCandidate[] | null {
  if (line.length > maxLine) return null
  const title = line
    .trim()
    .replace(/(?<!\s)\s+\|\s.*$/su, '')
    .replace(adverb, '')
  if (title.length > maxLength || placeholder.test(title)) return null
  const { profession, place: words } = (template.exec(title) ?? short.exec(title))?.groups ?? {}
  if (profession === undefined) return readTurned(title)
  const place = template.test(title) ? words?.replace(/(?<=\p{L}{3})\.$/u, '') : words
  if (isSearchWord(profession) || profession.split(/\s/u).length > 8) return null
  if (place !== undefined && !isNameOfPlace(place)) return null
  const readings = readPair(profession.replace(advertising, ''), place)
  return readings.length > 0 ? readings : null
}

/** Says what is wrong with a line that looks like a title, or undefined where it does not. */
export function findTitleProblem(line: string): BilingualText | undefined {
  if (line.length > maxLine || !new RegExp(`(?<!\\p{L})${term}(?!\\p{L})`, 'iu').test(line))
    return undefined
  if (placeholder.test(line)) {
    return {
      de: `Der Titel enthält noch einen Platzhalter: „${line}“`,
      en: `The title still contains a placeholder: “${line}”`,
    }
  }
  if (new RegExp(`${term}\\s+(?:in|im|bei|auf|am)$`, 'iu').test(line)) {
    return {
      de: `Der Titel nennt nach „in“ keinen Ort: „${line}“`,
      en: `The title names no place after “in”: “${line}”`,
    }
  }
  if (new RegExp(`^(?:${both}|${term})(?:\\s+${preposition}(?:\\s|$)|$)`, 'iu').test(line)) {
    return {
      de: `Der Titel nennt keinen Beruf: „${line}“`,
      en: `The title names no profession: “${line}”`,
    }
  }
  const title = line.trim()
  const place = (template.exec(title) ?? short.exec(title))?.groups?.place
  if (place !== undefined && !isNameOfPlace(place)) {
    return {
      de: `„${place}“ im Titel ist kein Name eines Ortes.`,
      en: `“${place}” in the title is no name of a place.`,
    }
  }
  return undefined
}

function readTurned(title: string): PairCandidate[] | null {
  const { terms, rest } = turned.exec(title)?.groups ?? {}
  if (terms === undefined || rest === undefined || /^\p{Ll}/u.test(rest)) return null
  const isLoose = !new RegExp(`^${both}$`, 'iu').test(terms)
  const readings = splitPair(rest).filter(({ placeName }) =>
    placeName === null ? !isLoose && !/[.;:!?…]$/u.test(rest) : isNameOfPlace(placeName),
  )
  return readings.length > 0 ? readings : null
}

/** Capitals as names have them, or lower case throughout, as addresses have it. */
function isNameOfPlace(text: string): boolean {
  // "Frankfurt a. M." ends with a dot and is a place all the same.
  if (/[;:!?…]$|(?<![\s.]\p{L}|OPf)\.$/u.test(text)) return false
  return isPlaceLike(text) || /^[\p{Ll}\p{N}\s.()/-]{2,40}$/u.test(text)
}

/** "Aktuelle Jobs in Köln" and "Die besten Jobs in Köln" name no profession. */
function isSearchWord(profession: string): boolean {
  return /^(?:[Aa]lle|[Aa]ktuelle|[Nn]eue|[Ff]reie|[Oo]ffene|[Dd]ie|[Vv]iele|[Uu]nsere|[Tt]op|[Ww]eitere|[Jj]obs?)(?:\s+\p{Ll}+)*$/u.test(
    profession,
  )
}
