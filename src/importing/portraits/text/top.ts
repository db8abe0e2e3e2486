import { PortraitTextError } from '../file/errors.ts'
import { foldJobTitle } from '../names/fold.ts'
import { decodePercent } from '../names/percent.ts'
import { readDeclinedKicker } from '../names/declined-kicker.ts'
import { readKicker, type PairCandidate } from '../names/kicker-line.ts'
import { foldPlace } from '../names/place-names.ts'
import { findTitleProblem, readTitle } from '../names/title-line.ts'
import { withoutInvisible } from '../file/invisible.ts'
import type { Line } from './lines.ts'

/** The two lines that open a portrait and what they may be about, the best reading first. */
export interface Top {
  /** The first line (1-based) of the file that is not empty. */
  topLine: number
  titleLine: string | null
  kickerLine: string | null
  /** The line (1-based) of the kicker in the file. */
  kickerAt: number | null
  titleReadings: PairCandidate[]
  kickerReadings: PairCandidate[]
}

type Groups = readonly (readonly Line[])[]
type Reader = (text: string) => PairCandidate[] | null

interface Found {
  text: string
  line: number
  readings: PairCandidate[]
  rest: Groups
}

/**
 * Reads title and kicker off the top of a text, in either order, also where they were wrapped.
 *
 * @throws PortraitTextError where the text opens with neither
 */
export function readTop(groups: Groups): { top: Top; rest: Groups } {
  const { title, kicker, rest } = readBoth(groups)
  if (!title && !kicker) {
    const line = groups[0]?.[0]
    throw new PortraitTextError(
      line?.line ?? 1,
      findTitleProblem(readable(line?.text ?? '')) ?? noTitle,
    )
  }
  return {
    top: {
      topLine: groups[0]?.[0]?.line ?? 1,
      titleLine: title?.text ?? null,
      kickerLine: kicker?.text ?? null,
      kickerAt: kicker?.line ?? null,
      titleReadings: title?.readings ?? [],
      kickerReadings: kicker?.readings ?? [],
    },
    rest,
  }
}

const noTitle = {
  de:
    'Weder ein Titel („Beruf Jobs und Stellenangebote in Ort“) noch eine Dachzeile ' +
    '(„Beruf … in Ort“) steht am Anfang.',
  en:
    'Neither a title (“Beruf Jobs und Stellenangebote in Ort”) nor a kicker ' +
    '(“Beruf … in Ort”) opens the text.',
}

function readBoth(groups: Groups): { title: Found | null; kicker: Found | null; rest: Groups } {
  const title = readFirst(groups, readTitle)
  if (title) {
    const kicker = readFirst(
      title.rest,
      (text) => readKicker(text) ?? readDeclinedKicker(text, title.readings),
    )
    return { title, kicker, rest: (kicker ?? title).rest }
  }
  const kicker = readFirst(groups, readKicker)
  if (!kicker) return { title: null, kicker: null, rest: groups }
  const below = readFirst(kicker.rest, readTitle)
  if (below) return { title: below, kicker, rest: below.rest }
  const second = readFirst(kicker.rest, readKicker)
  return second && nameTheSame(kicker.readings, second.readings)
    ? { title: kicker, kicker: second, rest: second.rest }
    : { title: null, kicker, rest: kicker.rest }
}

/** "Berufsbild Koch in Köln" above "Beruf Koch in Köln": the first stands for the title. */
function nameTheSame(first: PairCandidate[], second: PairCandidate[]): boolean {
  return first.some(({ professionName, placeName }) =>
    second.some(
      (other) =>
        foldJobTitle(other.professionName) === foldJobTitle(professionName) &&
        foldPlace(other.placeName ?? '') === foldPlace(placeName ?? ''),
    ),
  )
}

function readFirst(groups: Groups, read: Reader): Found | null {
  const [[first, adjacent] = [], ...others] = groups
  if (!first) return null
  const alone = read(readable(first.text))
  if (adjacent && (alone === null || isCutOff(first.text, adjacent.text))) {
    const text = `${first.text} ${adjacent.text}`
    const readings = canGoOn(first.text, adjacent.text) ? read(readable(text)) : null
    if (readings) return found(text, first.line, readings, [(groups[0] ?? []).slice(2), ...others])
  }
  if (!alone) return null
  return found(first.text, first.line, alone, [(groups[0] ?? []).slice(1), ...others])
}

function found(text: string, line: number, readings: PairCandidate[], rest: Groups): Found {
  return {
    text: decodePercent(text),
    line,
    readings,
    rest: rest.filter((group) => group.length > 0),
  }
}

/** A title that a program has wrapped goes on in the next line. */
function canGoOn(text: string, next: string): boolean {
  return text.length >= 40 && next.length <= 60 && !readTitle(next) && !readKicker(next)
}

function isCutOff(text: string, next: string): boolean {
  return /^[\p{Ll}(]/u.test(next) || /\s(?:in|im|am|an|der|den|die|bei|ob|vor|auf)$/u.test(text)
}

/** A line without what some exports put before its text. */
function readable(text: string): string {
  return decodePercent(withoutInvisible(text))
    .replace(/^(?:seiten)?(?:titel|title|kicker|dachzeile|h1)\s*:\s*/iu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
