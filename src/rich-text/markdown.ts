import {
  childrenOf,
  hasFormat,
  hrefOf,
  isInline,
  listKind,
  rootOf,
  textFormat,
  type Node,
} from './nodes.ts'

/** The CommonMark of a Lexical editor state. Signs that Markdown would read are escaped. */
export function markdownOf(state: unknown): string {
  const root = rootOf(state)
  return root ? blocks(root).join('\n\n') : ''
}

function blocks(parent: Node): string[] {
  return childrenOf(parent).flatMap(block)
}

function block(node: Node): string[] {
  switch (node.type) {
    case 'paragraph':
      return filled(startOfBlock(inline(node)))
    case 'heading':
      return filled(inline(node).replace(/(?<!\s)\s*\\?\n/g, ' ')).map((text) => `### ${text}`)
    case 'quote':
      return filled(startOfBlock(inline(node))).map((text) => prefixLines(text, '> ', '> '))
    case 'list':
      return filled(list(node))
    default:
      return isInline(node) ? filled(startOfBlock(inlineNode(node))) : blocks(node)
  }
}

function list(node: Node): string {
  const isNumbered = listKind(node) === 'number'
  const first = typeof node.start === 'number' ? Math.trunc(node.start) : 1
  return childrenOf(node)
    .map((item, index) => {
      const marker = isNumbered ? `${String(first + index)}. ` : '- '
      const children = childrenOf(item)
      const own = startOfBlock(
        children
          .filter(({ type }) => type !== 'list')
          .map(inlineNode)
          .join(''),
      )
      const nested = children.filter(({ type }) => type === 'list').map(list)
      return prefixLines([own, ...nested].join('\n'), marker, ' '.repeat(marker.length))
    })
    .join('\n')
}

function inline(node: Node): string {
  return childrenOf(node).map(inlineNode).join('')
}

function inlineNode(node: Node): string {
  switch (node.type) {
    case 'text':
      return formatted(node)
    case 'linebreak':
      return '\\\n'
    case 'tab':
      return ' '
    case 'link':
    case 'autolink': {
      const href = hrefOf(node)
      const text = inline(node)
      if (href === null || text === '') return text
      return `[${text}](<${href.replace(/[<>\n]/g, encodeURIComponent)}>)`
    }
    default:
      return inline(node)
  }
}

/** Emphasis must not begin or end with a space: it goes outside. */
function formatted(node: Node): string {
  const text = typeof node.text === 'string' ? node.text : ''
  const core = text.trim()
  if (core === '') return text
  const before = text.slice(0, text.length - text.trimStart().length)
  const after = text.slice(text.trimEnd().length)
  const isBold = hasFormat(node, textFormat.bold)
  const isItalic = hasFormat(node, textFormat.italic)
  const marker = `${isBold ? '**' : ''}${isItalic ? '*' : ''}`
  const closing = [...marker].reverse().join('')
  return `${before}${marker}${escape(core)}${closing}${after}`
}

function escape(text: string): string {
  return text.replace(/[\\`*_[\]<>&~|]/g, '\\$&').replace(/\n/g, ' ')
}

/** What would begin a heading, a list or a rule at the start of a block does not. */
function startOfBlock(text: string): string {
  return text
    .trim()
    .replace(/^([#+\-=])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
}

function prefixLines(text: string, first: string, other: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first : line === '' ? other.trimEnd() : other) + line)
    .join('\n')
}

function filled(text: string): string[] {
  return text.trim() === '' ? [] : [text]
}
