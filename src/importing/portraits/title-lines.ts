/** A reading of a title or kicker: the profession and, unless it is nationwide, the place. */
export interface PairCandidate {
  professionName: string
  placeName: string | null
}

const titlePattern =
  /^(.+?)\s+(?:jobs\s*(?:und|u\.|&|\+)\s*stellenangebote|stellenangebote\s*(?:und|u\.|&|\+)\s*jobs)(?:\s+in\s+(.+?))?\s*$/iu
const kickerPattern = /^beruf:?\s+(.+?)\s*$/iu
const nationwide = /^(?:ganz\s+)?deutschland$/iu
const article = /^(?:der|dem|den|die|das|einer|einem)\s/iu

/** Reads "{Beruf} Jobs und Stellenangebote in {Ort}"; null where the line is no such title. */
export function readTitle(line: string): PairCandidate | null {
  const [, profession, place] = titlePattern.exec(line) ?? []
  return profession === undefined ? null : candidate(profession, place)
}

/**
 * Reads "Beruf {Beruf} in {Ort}", best reading first, since ' in ' may be part of either name:
 * "Fachkraft in der Pflege" is hardly a place named "der Pflege". Null where it is no kicker.
 */
export function readKicker(line: string): PairCandidate[] | null {
  const [, rest] = kickerPattern.exec(line) ?? []
  if (rest === undefined || line.length > 120 || /[.;!?:…]$/u.test(rest)) return null
  const splits = [...rest.matchAll(/\s+in\s+/giu)].flatMap((match) => {
    const place = rest.slice(match.index + match[0].length)
    const profession = rest.slice(0, match.index)
    return place === '' || profession === '' ? [] : [{ profession, place }]
  })
  const likely = splits.filter(({ place }) => !article.test(place))
  const unlikely = splits.filter(({ place }) => article.test(place))
  return [
    ...likely.map(({ profession, place }) => candidate(profession, place)),
    candidate(rest, undefined),
    ...unlikely.map(({ profession, place }) => candidate(profession, place)),
  ]
}

function candidate(profession: string, place: string | undefined): PairCandidate {
  const professionName = tidy(profession)
  if (place === undefined || nationwide.test(place.trim())) {
    return { professionName, placeName: null }
  }
  return { professionName, placeName: tidy(place) }
}

function tidy(name: string): string {
  return name.replace(/\s+/gu, ' ').trim()
}
