import type { SectionKind } from '#model/section-kinds.ts'
import { withoutInvisible } from '../file/invisible.ts'
import { rules, rulesOfPlace, type Rule } from './rules.ts'

/** What a section is about, and how sure that is: 0 (a guess) to 1. */
export interface Classification {
  kind: SectionKind
  confidence: number
}

const headingFactor = 4
/** Up to so many hits of one rule count in the running text, so that length alone does not win. */
const maxTextHits = 3
/** From this score on a section has said enough for a full confidence. */
const clearScore = 8
const settling = 3

/** Says what a section is about, by German key words: the heading counts much, the text a little. */
export function classifySection(section: {
  heading: string | null
  text: string
  placeNames: string[]
}): Classification {
  const heading = withoutInvisible(section.heading ?? '')
  const text = withoutInvisible(section.text)
  const scores = new Map<SectionKind, number>()
  for (const { kind, weight, pattern } of [...rules, ...section.placeNames.flatMap(rulesOfPlace)]) {
    const score =
      weight * headingFactor * headingScore(heading, pattern) +
      weight * 0.5 * Math.min(maxTextHits, [...text.matchAll(pattern)].length)
    scores.set(kind, (scores.get(kind) ?? 0) + score)
  }
  const [best, second] = [...scores].sort(([, left], [, right]) => right - left)
  if (!best || best[1] < 1) return { kind: 'sonstiges', confidence: 0 }
  const lead = best[1] / (best[1] + (second?.[1] ?? 0))
  const confidence = lead * Math.min(1, best[1] / clearScore)
  return { kind: best[0], confidence: Math.round(confidence * 100) / 100 }
}

/** The kind that a heading names in so many words; null where it does not. */
export function namesKind(heading: string): SectionKind | null {
  const text = withoutInvisible(heading)
  const named = rules
    .filter(({ weight, pattern }) => weight >= settling && text.search(pattern) !== -1)
    .sort((left, right) => position(text, left) - position(text, right))
  return named[0]?.kind ?? null
}

function position(heading: string, { pattern }: Rule): number {
  return heading.search(pattern)
}

/** What a heading names first counts most: "Gehalt und Ausblick" is about pay. */
function headingScore(heading: string, pattern: RegExp): number {
  const index = heading.search(pattern)
  return index === -1 ? 0 : 1 - (0.4 * index) / heading.length
}
