import { collapse } from '#portrait/passages.ts'

/** Words that are marked in the text, with what stands around them in their paragraph. */
export interface Mark {
  quote: string
  prefix: string
  suffix: string
}

/** How many characters around a mark are told: more than the API takes would be refused. */
const around = 100

/** The words that are marked inside an element; null where none are, or where they reach out of it. */
export function markInside(element: Element): Mark | null {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const quote = collapse(selection.toString()).trim()
  if (quote === '' || !element.contains(range.commonAncestorContainer)) return null
  const before = rangeBefore(range)
  const after = rangeAfter(range)
  return {
    quote,
    prefix: collapse(before.toString()).slice(-around),
    suffix: collapse(after.toString()).slice(0, around),
  }
}

function rangeBefore(range: Range): Range {
  const before = document.createRange()
  before.selectNodeContents(blockOf(range.startContainer))
  before.setEnd(range.startContainer, range.startOffset)
  return before
}

function rangeAfter(range: Range): Range {
  const after = document.createRange()
  after.selectNodeContents(blockOf(range.endContainer))
  after.setStart(range.endContainer, range.endOffset)
  return after
}

function blockOf(node: Node): Node {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest('p, li, h1, h2, h3, blockquote') ?? node
}
