import { childrenOf, inlineTextOf, isInline, rootOf, type Node } from './nodes.ts'

/**
 * The text that a Lexical editor state shows a reader, without formatting: one line for each
 * paragraph, heading, quote and item of a list. Whatever is no editor state gives ''.
 */
export function plainTextOf(state: unknown): string {
  const root = rootOf(state)
  return root ? linesOf(root).join('\n') : ''
}

function linesOf(node: Node): string[] {
  const lines: string[] = []
  let isLineOpen = false
  for (const child of childrenOf(node)) {
    if (!isInline(child)) {
      lines.push(...linesOf(child))
      isLineOpen = false
      continue
    }
    const text = inlineTextOf(child)
    if (isLineOpen) lines.push((lines.pop() ?? '') + text)
    else lines.push(text)
    isLineOpen = true
  }
  return lines
}
