import type { CommentPlace } from '../comments/place.ts'

/**
 * The words that are marked on the screen, as a comment names them; null where none are, or where
 * they reach over several parts of the text. What was deleted cannot be commented on.
 */
export function placeOfSelection(): CommentPlace | null {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const from = blockOf(range.startContainer)
  const to = blockOf(range.endContainer)
  const path = from?.dataset.path
  if (!from || from !== to || path === undefined) return null
  const quote = [...from.querySelectorAll<HTMLElement>('[data-start]')]
    .map((segment) => partInside(segment, range))
    .filter((part) => part.text !== '')
  const text = quote.map((part) => part.text).join('')
  const [first] = quote
  return text.trim() === '' || !first ? null : { path, quote: text, position: first.start }
}

function blockOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest<HTMLElement>('[data-path]') ?? null
}

/** The part of one run that lies inside a range, and where it begins in the text. */
function partInside(segment: HTMLElement, range: Range): { text: string; start: number } {
  const start = Number(segment.dataset.start)
  const node = segment.firstChild
  if (!(node instanceof Text) || !range.intersectsNode(node)) return { text: '', start }
  const from = range.startContainer === node ? range.startOffset : 0
  const to = range.endContainer === node ? range.endOffset : node.length
  return { text: node.data.slice(from, to), start: start + from }
}
