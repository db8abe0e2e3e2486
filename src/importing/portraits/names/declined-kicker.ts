import { foldJobTitle, withoutGenderSigns } from './fold.ts'
import { longestKicker, splitPair, type PairCandidate } from './pair-candidate.ts'
import { isPlaceLike } from './place-names.ts'

const declined =
  /^(?:(?:der|das)\s+)?beruf(?:sbild|sporträt|sportrait|sprofil)?\s+(?:(?:des|der|eines|einer)\s+)?(\S.*)$/iu

/**
 * Reads "Der Beruf des Tischlers in {Ort}": a kicker that declines the profession. Since a headline
 * may begin so as well, the title has to name the same profession; its name is the one that is
 * given. Null where it does not.
 */
export function readDeclinedKicker(
  line: string,
  titleReadings: readonly PairCandidate[],
): PairCandidate[] | null {
  if (line.length > longestKicker) return null
  const [, rest] = declined.exec(line.trim()) ?? []
  if (rest === undefined) return null
  const readings = splitPair(rest).flatMap(({ professionName, placeName }) => {
    if (placeName !== null && !isPlaceLike(placeName)) return []
    const title = titleReadings.find((reading) => isDeclined(professionName, reading))
    return title ? [{ professionName: title.professionName, placeName }] : []
  })
  return readings.length > 0 ? readings : null
}

/** "des Medizinischen Fachangestellten" is a Medizinischer Fachangestellter, word for word. */
function isDeclined(name: string, { professionName }: PairCandidate): boolean {
  const words = wordsOf(name)
  const nominatives = wordsOf(professionName)
  return (
    words.length === nominatives.length &&
    words.every((word, index) => {
      const nominative = foldJobTitle(nominatives[index] ?? '')
      return withoutEndings(word).some((stem) => foldJobTitle(stem) === nominative)
    })
  )
}

function withoutEndings(word: string): string[] {
  return [/$/u, /s$/u, /es$/u, /n$/u, /en$/u].flatMap((ending) =>
    ending.test(word) ? [word.replace(ending, '')] : [],
  )
}

function wordsOf(name: string): string[] {
  return withoutGenderSigns(name)
    .split(/[\s-]+/u)
    .filter((word) => word !== '')
}
