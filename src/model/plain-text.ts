import { isRecord } from './documents.ts'

/** Nodes that stand inside a line; every other node with children makes lines of its own. */
const inlineTypes: ReadonlySet<unknown> = new Set(['text', 'linebreak', 'tab', 'link', 'autolink'])

/**
 * The text that a Lexical editor state shows a reader, without formatting: one line for each
 * paragraph, heading, quote and item of a list. Whatever is no editor state gives ''.
 */
export function plainTextOf(state: unknown): string {
  return isRecord(state) && isRecord(state.root) ? linesOf(state.root).join('\n') : ''
}

function linesOf(node: Record<string, unknown>): string[] {
  const lines: string[] = []
  let isLineOpen = false
  for (const child of childrenOf(node)) {
    if (!inlineTypes.has(child.type)) {
      lines.push(...linesOf(child))
      isLineOpen = false
      continue
    }
    const text = inlineText(child)
    if (isLineOpen) lines.push((lines.pop() ?? '') + text)
    else lines.push(text)
    isLineOpen = true
  }
  return lines
}

function inlineText(node: Record<string, unknown>): string {
  if (node.type === 'linebreak') return '\n'
  if (typeof node.text === 'string') return node.text
  return childrenOf(node).map(inlineText).join('')
}

function childrenOf(node: Record<string, unknown>): Record<string, unknown>[] {
  return Array.isArray(node.children) ? node.children.filter(isRecord) : []
}
