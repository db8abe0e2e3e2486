import { PortraitTextError } from '../file/errors.ts'
import { decodePercent } from '../names/percent.ts'
import { splitBlocks } from './blocks.ts'
import { splitBody, type Block, type Body, type Paragraph } from './body.ts'
import { isHeadline } from './headings.ts'
import { groupLines } from './lines.ts'
import { readTop, type Top } from './top.ts'

/** A portrait as its text file tells it; nothing of the text is left out. */
export interface PortraitText extends Top, Body {
  headline: Paragraph | null
}

/**
 * Takes a portrait's text apart: title, kicker, headline, intro and sections.
 *
 * @throws PortraitTextError with the line where it is no portrait
 */
export function parsePortrait(text: string): PortraitText {
  const groups = groupLines(text)
  const { top, rest } = readTop(groups)
  const blocks = splitBlocks(rest)
  const [first] = blocks
  if (!first) {
    throw new PortraitTextError(groups.at(-1)?.at(-1)?.line ?? 1, {
      de: 'Nach Titel und Dachzeile folgt kein Text.',
      en: 'No text follows the title and the kicker.',
    })
  }
  const headline = isHeadline(blocks) ? { text: decodePercent(first.text), line: first.line } : null
  const places = [...top.titleReadings, ...top.kickerReadings].flatMap(
    ({ placeName }) => placeName ?? [],
  )
  return {
    ...top,
    headline,
    ...splitBody(headline === null ? blocks : blocks.slice(1), places.slice(0, 1)),
  }
}

/** The texts of blocks, one per paragraph or item of a list. */
export function blockTexts(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.type === 'list' ? block.items.map(({ text }) => text) : [block.text],
  )
}
