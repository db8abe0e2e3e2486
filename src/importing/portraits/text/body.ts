import { classifySection } from '../sections/classify.ts'
import type { TextBlock } from './blocks.ts'
import { findHeadings } from './headings.ts'

/** A paragraph at its line (1-based) in the file. */
export interface Paragraph {
  text: string
  line: number
}

/** A paragraph, a heading within a section, or a list. */
export type Block =
  | { type: 'paragraph'; text: string; line: number }
  | { type: 'subheading'; text: string; line: number }
  | { type: 'list'; ordered: boolean; items: Paragraph[]; line: number }

export interface PortraitSection {
  heading: string | null
  line: number
  blocks: Block[]
}

export interface Body {
  intro: Paragraph[]
  sections: PortraitSection[]
}

/** Below this a paragraph says too little about its kind to open a section of its own. */
const telling = 0.3

/** Sorts the blocks of a body into intro and sections: by its headings, else by what it is about. */
export function splitBody(blocks: readonly TextBlock[], placeNames: string[]): Body {
  const headings = findHeadings(blocks)
  const hasSections = [...headings.values()].includes('section')
  return hasSections ? splitByHeadings(blocks, headings) : splitByKind(blocks, placeNames)
}

function splitByHeadings(
  blocks: readonly TextBlock[],
  headings: ReturnType<typeof findHeadings>,
): Body {
  const intro: Paragraph[] = []
  const sections: PortraitSection[] = []
  for (const [index, block] of blocks.entries()) {
    const current = sections.at(-1)
    const role = headings.get(index)
    if (role === 'section') {
      sections.push({ heading: block.text, line: block.line, blocks: [] })
    } else if (current && role === 'sub') {
      current.blocks.push({ type: 'subheading', text: block.text, line: block.line })
    } else if (current) {
      append(current.blocks, block)
    } else if (block.list === null) {
      intro.push({ text: block.text, line: block.line })
    } else {
      sections.push(sectionOf(block))
    }
  }
  return { intro, sections }
}

/** A text without headings: paragraphs in a row about one thing make a section. */
function splitByKind(blocks: readonly TextBlock[], placeNames: string[]): Body {
  const [first, ...others] = blocks
  const hasIntro = first?.list === null
  const intro = hasIntro ? [{ text: first.text, line: first.line }] : []
  const sections: PortraitSection[] = []
  let kind: string | null = null
  for (const block of hasIntro ? others : blocks) {
    const current = sections.at(-1)
    const found = classifySection({ heading: null, text: block.text, placeNames })
    const isNew = found.kind !== kind && found.confidence >= telling
    if (current && (block.list !== null || !isNew)) {
      append(current.blocks, block)
    } else {
      sections.push(sectionOf(block))
      kind = found.kind
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
