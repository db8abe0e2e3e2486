import { isRecord } from '#model/documents.ts'

// What the renderers read off the nodes of a Lexical editor state.

/** Lexical's flags of a text. */
export const textFormat = { bold: 1, italic: 2 } as const

export function childrenOf(node: Record<string, unknown>): Record<string, unknown>[] {
  return Array.isArray(node.children) ? node.children.filter(isRecord) : []
}

export function hasFormat(node: Record<string, unknown>, flag: number): boolean {
  return typeof node.format === 'number' && (node.format & flag) !== 0
}

export function listKind(node: Record<string, unknown>): 'number' | 'bullet' {
  return node.listType === 'number' || node.tag === 'ol' ? 'number' : 'bullet'
}

/** Where a link leads; null where that is no address a reader should be sent to. */
export function hrefOf(node: Record<string, unknown>): string | null {
  const fields = isRecord(node.fields) ? node.fields : {}
  const url = typeof fields.url === 'string' ? fields.url : node.url
  if (typeof url !== 'string') return null
  const address = url.trim()
  if (/^[/#?](?!\/)/.test(address)) return address
  try {
    const { protocol, href } = new URL(address)
    return ['http:', 'https:', 'mailto:', 'tel:'].includes(protocol) ? href : null
  } catch {
    return null
  }
}

const inlineTypes: ReadonlySet<unknown> = new Set(['text', 'linebreak', 'tab', 'link', 'autolink'])

/** Says whether a node stands inside a line. */
export function isInline(node: Record<string, unknown>): boolean {
  return inlineTypes.has(node.type)
}
