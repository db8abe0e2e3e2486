import {
  childrenOf,
  hrefOf,
  isLink,
  nodesBelow,
  nodesOf,
  rootOf,
  typedAddressOf,
} from '#rich-text/nodes.ts'
import { plainTextOf } from '#rich-text/plain-text.ts'

/** Nodes that a portrait may contain; those that the editor offers. */
const allowedNodes = new Set([
  'root',
  'paragraph',
  'heading',
  'list',
  'listitem',
  'quote',
  'link',
  'autolink',
  'text',
  'linebreak',
])

/** Says whether a Lexical editor state shows a reader any text. */
export function hasText(state: unknown): boolean {
  return nodesOf(state).some(
    (node) => node.type === 'text' && typeof node.text === 'string' && node.text.trim() !== '',
  )
}

/** Names what stands in a Lexical editor state and must not: foreign nodes and unsafe links. */
export function findForbiddenNodes(state: unknown): string[] {
  const found = nodesOf(state).flatMap((node) => {
    const type = typeof node.type === 'string' ? node.type : 'a node without type'
    if (!allowedNodes.has(type)) return [type]
    const address = typedAddressOf(node)
    return address !== null && hrefOf(node) === null ? [`link to ${address}`] : []
  })
  return [...new Set(found)]
}

/** A paragraph of running prose: what a reader sees of it, and whether a link is in it. */
export interface Paragraph {
  text: string
  hasLink: boolean
}

/** The paragraphs, headings, quotes and lists of a Lexical editor state. */
export function paragraphsOf(state: unknown): Paragraph[] {
  const root = rootOf(state)
  return (root ? childrenOf(root) : []).map((child) => ({
    text: plainTextOf({ root: { children: [child] } }),
    hasLink: [child, ...nodesBelow(child)].some(isLink),
  }))
}
