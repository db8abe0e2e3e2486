import { isRecord } from '#model/documents.ts'
import { plainTextOf } from '#model/plain-text.ts'

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

const allowedProtocols = /^(?:https?:\/\/|mailto:|tel:|\/|#)/i

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
    const fields = isRecord(node.fields) ? node.fields : node
    const url = type === 'link' || type === 'autolink' ? fields.url : undefined
    return typeof url === 'string' && !allowedProtocols.test(url.trim()) ? [`link to ${url}`] : []
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
  const root: unknown = isRecord(state) ? state.root : undefined
  if (!isRecord(root)) return []
  return childrenOf(root).map((child) => ({
    text: plainTextOf({ root: { children: [child] } }),
    hasLink: walk(child).some(({ type }) => type === 'link' || type === 'autolink'),
  }))
}

function childrenOf(node: Record<string, unknown>): Record<string, unknown>[] {
  return Array.isArray(node.children) ? node.children.filter(isRecord) : []
}

function nodesOf(state: unknown): Record<string, unknown>[] {
  const root: unknown = isRecord(state) ? state.root : undefined
  return isRecord(root) ? walk(root) : []
}

function walk(node: Record<string, unknown>): Record<string, unknown>[] {
  return [node, ...childrenOf(node).flatMap(walk)]
}
