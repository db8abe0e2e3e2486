import type { Block } from './body.ts'

// Type aliases, not interfaces: only these fit the index signatures of Payload's generated types.

type LexicalElement = { version: 1; format: ''; indent: 0; direction: 'ltr' }

type LexicalText = {
  type: 'text'
  text: string
  detail: 0
  format: 0
  mode: 'normal'
  style: ''
  version: 1
}

type LexicalParagraph = LexicalElement & {
  type: 'paragraph'
  textFormat: 0
  textStyle: ''
  children: LexicalText[]
}

type LexicalHeading = LexicalElement & {
  type: 'heading'
  tag: 'h3'
  children: LexicalText[]
}

type LexicalListItem = LexicalElement & {
  type: 'listitem'
  value: number
  children: LexicalText[]
}

type LexicalList = LexicalElement & {
  type: 'list'
  listType: 'bullet' | 'number'
  tag: 'ul' | 'ol'
  start: 1
  children: LexicalListItem[]
}

type LexicalNode = LexicalParagraph | LexicalHeading | LexicalList

/** The state of a Lexical editor as Payload stores it. */
export type LexicalBody = {
  root: LexicalElement & { type: 'root'; children: LexicalNode[] }
}

const element: LexicalElement = { version: 1, format: '', indent: 0, direction: 'ltr' }

/** Gives the editor state of blocks: paragraphs, headings (h3) and lists in the same order. */
export function toLexicalBody(blocks: readonly Block[]): LexicalBody {
  return { root: { type: 'root', ...element, children: blocks.map(toNode) } }
}

function toNode(block: Block): LexicalNode {
  switch (block.type) {
    case 'paragraph':
      return {
        type: 'paragraph',
        ...element,
        textFormat: 0,
        textStyle: '',
        children: toTexts(block),
      }
    case 'subheading':
      return { type: 'heading', ...element, tag: 'h3', children: toTexts(block) }
    case 'list':
      return {
        type: 'list',
        ...element,
        listType: block.ordered ? 'number' : 'bullet',
        tag: block.ordered ? 'ol' : 'ul',
        start: 1,
        children: block.items.map((item, index) => ({
          type: 'listitem',
          ...element,
          value: index + 1,
          children: toTexts(item),
        })),
      }
  }
}

function toTexts({ text }: { text: string }): LexicalText[] {
  return [{ type: 'text', text, detail: 0, format: 0, mode: 'normal', style: '', version: 1 }]
}
