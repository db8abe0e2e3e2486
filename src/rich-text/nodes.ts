import { isRecord } from '#model/documents.ts'

// The one walk over a Lexical editor state, and what is read off its nodes: every form of a text
// (HTML, Markdown, plain text), its checks and its comparison stand on this.

/** A node of an editor state, as it was stored: nothing about it is certain but that it is an object. */
export type Node = Readonly<Record<string, unknown>>

/** Lexical's flags of a text. */
export const textFormat = { bold: 1, italic: 2 } as const

/**
 * The root of an editor state, to be walked; undefined where there is none. Nodes are within each other 40
 * deep at most, more than an editor makes and any input may hold: what lies deeper, in a state from before
 * there was a limit, is one text each. So whoever walks it may do so by recursion.
 */
export function rootOf(state: unknown): Node | undefined {
  if (!isRecord(state) || !isRecord(state.root)) return undefined
  return isDeep(state.root) ? cut(state.root) : state.root
}

const deepest = 40

interface Standing {
  node: Node
  depth: number
}

function isDeep(root: Node): boolean {
  const waiting: Standing[] = [{ node: root, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next
    if (depth > deepest) return true
    for (const child of childrenOf(node)) waiting.push({ node: child, depth: depth + 1 })
  }
  return false
}

function cut(node: Node, depth = 0): Node {
  if (depth < deepest) {
    return { ...node, children: childrenOf(node).map((child) => cut(child, depth + 1)) }
  }
  const texts = [node, ...nodesBelow(node)].flatMap(({ text }) =>
    typeof text === 'string' ? [text] : [],
  )
  return { type: 'text', text: texts.join('') }
}

/** The nodes right below a node, in their order. */
export function childrenOf(node: Node): Node[] {
  return Array.isArray(node.children) ? node.children.filter(isRecord) : []
}

/** Every node below a root, in reading order, parents before their children, the root left out. */
export function nodesBelow(root: Node): Node[] {
  const found: Node[] = []
  const waiting = childrenOf(root).reverse()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    found.push(node)
    waiting.push(...childrenOf(node).reverse())
  }
  return found
}

/** Every node of an editor state in reading order, the root first; none where it is no state. */
export function nodesOf(state: unknown): Node[] {
  const root = rootOf(state)
  return root ? [root, ...nodesBelow(root)] : []
}

/** Says whether a text has one of Lexical's flags. */
export function hasFormat(node: Node, flag: number): boolean {
  return typeof node.format === 'number' && (node.format & flag) !== 0
}

/** Whether a list counts its items. */
export function listKind(node: Node): 'number' | 'bullet' {
  return node.listType === 'number' || node.tag === 'ol' ? 'number' : 'bullet'
}

/** Says whether a node leads somewhere. */
export function isLink(node: Node): boolean {
  return node.type === 'link' || node.type === 'autolink'
}

/** The address of a link as it was typed; null where a node has none. */
export function typedAddressOf(node: Node): string | null {
  if (!isLink(node)) return null
  const fields = isRecord(node.fields) ? node.fields : {}
  const url = typeof fields.url === 'string' ? fields.url : node.url
  return typeof url === 'string' ? url : null
}

/**
 * Where a link leads; null where that is no address a reader should be sent to. The one rule for links:
 * what is checked before a text goes live, and what is rendered, ask here.
 */
export function hrefOf(node: Node): string | null {
  const address = typedAddressOf(node)?.trim()
  if (address === undefined) return null
  if (/^[/#?](?!\/)/.test(address)) return address
  try {
    const { protocol, href } = new URL(address)
    return ['http:', 'https:', 'mailto:', 'tel:'].includes(protocol) ? href : null
  } catch {
    return null
  }
}

const inlineTypes: ReadonlySet<unknown> = new Set(['text', 'linebreak', 'tab', 'link', 'autolink'])

/** Says whether a node stands inside a line; every other node with children makes lines of its own. */
export function isInline(node: Node): boolean {
  return inlineTypes.has(node.type)
}

/** The characters that a node inside a line shows. */
export function inlineTextOf(node: Node): string {
  if (node.type === 'linebreak') return '\n'
  if (typeof node.text === 'string') return node.text
  return childrenOf(node).map(inlineTextOf).join('')
}
