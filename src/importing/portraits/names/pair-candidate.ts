import { isPlaceLike, placeReadings } from './place-names.ts'

/** A reading of a title or kicker: the profession and, unless it is nationwide, the place. */
export interface PairCandidate {
  professionName: string
  placeName: string | null
}

/** Characters of a line that may name a profession and a place; in a longer one, each " in " would be tried. */
export const longestKicker = 120

const nationwide = /^(?:ganz\s+|der\s+)?(?:deutschland|bundesrepublik|bundesgebiet)(?:weit)?$/iu
const article = /^(?:der|dem|den|die|das|einer|einem|diesem|dieser|jeder|jedem)\s/iu

/** The readings of a profession with a place of its own, or with none. */
export function readPair(profession: string, place: string | undefined): PairCandidate[] {
  const professionName = tidyProfession(profession)
  if (!/\p{L}{2}/u.test(professionName)) return []
  if (place === undefined || nationwide.test(place.trim())) {
    return [{ professionName, placeName: null }]
  }
  return placeReadings(place).map((placeName) => ({ professionName, placeName }))
}

/**
 * The readings of "{Beruf} in {Ort}", best first, since ' in ' may be part of either name:
 * "Fachkraft in der Pflege" is hardly a place named "der Pflege".
 */
export function splitPair(text: string): PairCandidate[] {
  const splits = [...text.matchAll(/(?<!\s)\s+(?:in|im)\s+/giu)].flatMap((match) => {
    const profession = text.slice(0, match.index)
    const place = text.slice(match.index + match[0].length)
    const isRegional =
      !/\sim\s/iu.test(match[0]) || /^(?:\p{L}*kreis|(?:groß)?raum)\s/iu.test(place)
    return place === '' || profession === '' || !isRegional ? [] : [{ profession, place }]
  })
  const likely = splits.filter(({ place }) => !article.test(place) && isPlaceLike(place))
  const unlikely = splits.filter(({ place }) => article.test(place) || !isPlaceLike(place))
  return [
    ...likely.flatMap(({ profession, place }) => readPair(profession, place)),
    ...readPair(text, undefined),
    ...unlikely.flatMap(({ profession, place }) => readPair(profession, place)),
  ]
}

function tidyProfession(name: string): string {
  return name
    .replace(/\s+/gu, ' ')
    .replace(/^[\s"„“»«:–—|-]+|(?<![\s"„“»«:–—|,-])[\s"„“»«:–—|,-]+$/gu, '')
    .trim()
}
