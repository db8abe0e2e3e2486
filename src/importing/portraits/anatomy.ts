import { classifySection } from './classify.ts'
import { PortraitTextError } from './errors.ts'
import { foldJobTitle, foldName } from './fold.ts'
import { findHeadings, isHeadline } from './headings.ts'
import { splitBlocks, type TextBlock } from './lines.ts'
import { readKicker, readTitle, type PairCandidate } from './title-lines.ts'

export interface ListItem {
  text: string
  line: number
}

/** A paragraph or a list of a section. */
export type Block =
  | { type: 'paragraph'; text: string; line: number }
  | { type: 'list'; ordered: boolean; items: ListItem[]; line: number }

export interface PortraitSection {
  heading: string | null
  line: number
  blocks: Block[]
}

/** A portrait as its text file tells it; nothing of the text is left out. */
export interface PortraitText {
  titleLine: string | null
  kickerLine: string | null
  /** What the portrait may be about, the best reading first. */
  candidates: PairCandidate[]
  headline: string | null
  intro: string[]
  sections: PortraitSection[]
}

/** Takes a portrait's text apart: title, kicker, headline, intro and sections. */
export function parsePortrait(text: string): PortraitText {
  const blocks = splitBlocks(text)
  const top = readTop(blocks)
  const rest = blocks.slice(top.used)
  const [first] = rest
  if (!first) {
    throw new PortraitTextError(blocks.at(-1)?.line ?? 1, {
      de: 'Nach Titel und Dachzeile folgt kein Text.',
      en: 'No text follows the title and the kicker.',
    })
  }
  const headline = isHeadline(first) ? first.text : null
  const body = headline === null ? rest : rest.slice(1)
  return {
    titleLine: top.titleLine,
    kickerLine: top.kickerLine,
    candidates: top.candidates,
    headline,
    ...splitBody(body, placesOf(top.candidates)),
  }
}

/** Every text of a portrait in the order of the file, without the markers of lists. */
export function allTexts(portrait: PortraitText): string[] {
  return [
    portrait.titleLine,
    portrait.kickerLine,
    portrait.headline,
    ...portrait.intro,
    ...portrait.sections.flatMap(({ heading, blocks }) => [heading, ...blockTexts(blocks)]),
  ].filter((text) => text !== null)
}

/** The texts of blocks, one per paragraph or item of a list. */
export function blockTexts(blocks: Block[]): string[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph' ? [block.text] : block.items.map(({ text }) => text),
  )
}

interface Top {
  titleLine: string | null
  kickerLine: string | null
  candidates: PairCandidate[]
  used: number
}

function readTop([first, second]: TextBlock[]): Top {
  const title = first ? readTitle(first.text) : null
  const kickerBlock = title ? second : first
  const kicker = kickerBlock ? readKicker(kickerBlock.text) : null
  const titleLine = title && first ? first.text : null
  if (kicker && kickerBlock) {
    if (title) checkAgreement(title, kicker, kickerBlock.line)
    return {
      titleLine,
      kickerLine: kickerBlock.text,
      candidates: title ? [title] : kicker,
      used: title ? 2 : 1,
    }
  }
  if (title) return { titleLine, kickerLine: null, candidates: [title], used: 1 }
  throw new PortraitTextError(1, {
    de:
      'Weder ein Titel („Beruf Jobs und Stellenangebote in Ort“) noch eine Dachzeile ' +
      '(„Beruf … in Ort“) steht am Anfang.',
    en:
      'Neither a title (“Beruf Jobs und Stellenangebote in Ort”) nor a kicker ' +
      '(“Beruf … in Ort”) opens the text.',
  })
}

/** A kicker without place says less than the title, which is no contradiction. */
function checkAgreement(title: PairCandidate, kicker: PairCandidate[], line: number): void {
  const agrees = kicker.some(
    ({ professionName, placeName }) =>
      foldJobTitle(professionName) === foldJobTitle(title.professionName) &&
      (placeName === null || foldName(placeName) === foldName(title.placeName ?? '')),
  )
  if (agrees) return
  throw new PortraitTextError(line, {
    de: 'Titel und Dachzeile nennen nicht denselben Beruf und Ort.',
    en: 'Title and kicker do not name the same profession and place.',
  })
}

function placesOf(candidates: PairCandidate[]): string[] {
  const [best] = candidates
  return best && best.placeName !== null ? [best.placeName] : []
}

type Body = Pick<PortraitText, 'intro' | 'sections'>

function splitBody(blocks: TextBlock[], placeNames: string[]): Body {
  const headings = findHeadings(blocks)
  return headings.size === 0 ? splitByKind(blocks, placeNames) : splitByHeadings(blocks, headings)
}

function splitByHeadings(blocks: TextBlock[], headings: Set<number>): Body {
  const intro: string[] = []
  const sections: PortraitSection[] = []
  for (const [index, block] of blocks.entries()) {
    const current = sections.at(-1)
    if (headings.has(index)) {
      sections.push({ heading: block.text, line: block.line, blocks: [] })
    } else if (current) {
      append(current.blocks, block)
    } else if (block.list === null) {
      intro.push(block.text)
    } else {
      sections.push(sectionOf(block))
    }
  }
  return { intro, sections }
}

/** A text without headings: paragraphs in a row about one thing make a section. */
function splitByKind(blocks: TextBlock[], placeNames: string[]): Body {
  const intro: string[] = []
  const sections: PortraitSection[] = []
  let kind: string | null = null
  for (const [index, block] of blocks.entries()) {
    const current = sections.at(-1)
    if (index === 0 && block.list === null) {
      intro.push(block.text)
    } else if (current && block.list !== null) {
      append(current.blocks, block)
    } else {
      const found = classifySection({ heading: null, text: block.text, placeNames }).kind
      if (current && found === kind) append(current.blocks, block)
      else sections.push(sectionOf(block))
      kind = found
    }
  }
  return { intro, sections }
}

function sectionOf(block: TextBlock): PortraitSection {
  const section: PortraitSection = { heading: null, line: block.line, blocks: [] }
  append(section.blocks, block)
  return section
}

function append(blocks: Block[], { text, line, list }: TextBlock): void {
  if (list === null) {
    blocks.push({ type: 'paragraph', text, line })
    return
  }
  const last = blocks.at(-1)
  const ordered = list === 'number'
  if (last?.type === 'list' && last.ordered === ordered) last.items.push({ text, line })
  else blocks.push({ type: 'list', ordered, items: [{ text, line }], line })
}
