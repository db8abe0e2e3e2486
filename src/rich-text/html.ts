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

/**
 * The HTML of a Lexical editor state. Nothing but the elements named here can come out of it: every
 * text is escaped, a link leads to http, https, mailto or tel only, and a node that is not known
 * shows its children. A section has its own heading (h2), so headings inside are h3.
 */
export function htmlOf(state: unknown): string {
  const root = rootOf(state)
  return root ? blocks(root) : ''
}

/** Escapes a text for HTML, in content as in attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function blocks(parent: Node): string {
  return childrenOf(parent).map(block).join('')
}

function block(node: Node): string {
  switch (node.type) {
    case 'paragraph':
      return wrap('p', inline(node))
    case 'heading':
      return wrap('h3', inline(node))
    case 'quote':
      return wrap('blockquote', wrap('p', inline(node)))
    case 'list': {
      const tag = listKind(node) === 'number' ? 'ol' : 'ul'
      const start =
        tag === 'ol' && typeof node.start === 'number' && node.start > 1
          ? ` start="${String(Math.trunc(node.start))}"`
          : ''
      return `<${tag}${start}>${childrenOf(node).map(item).join('')}</${tag}>`
    }
    default:
      return isInline(node) ? wrap('p', inlineNode(node)) : blocks(node)
  }
}

function item(node: Node): string {
  const children = childrenOf(node)
  const lists = children.filter(({ type }) => type === 'list')
  const own = children.filter(({ type }) => type !== 'list')
  return `<li>${own.map(inlineNode).join('')}${lists.map(block).join('')}</li>`
}

function inline(node: Node): string {
  return childrenOf(node).map(inlineNode).join('')
}

function inlineNode(node: Node): string {
  switch (node.type) {
    case 'text':
      return formatted(node)
    case 'linebreak':
      return '<br>'
    case 'tab':
      return '\t'
    case 'link':
    case 'autolink': {
      const href = hrefOf(node)
      const content = inline(node)
      if (href === null || content === '') return content
      return `<a href="${escapeHtml(href)}" rel="noopener">${content}</a>`
    }
    default:
      return inline(node)
  }
}

function formatted(node: Node): string {
  let html = escapeHtml(typeof node.text === 'string' ? node.text : '')
  if (html === '') return ''
  if (hasFormat(node, textFormat.italic)) html = `<em>${html}</em>`
  if (hasFormat(node, textFormat.bold)) html = `<strong>${html}</strong>`
  return html
}

function wrap(tag: string, content: string): string {
  return content.trim() === '' ? '' : `<${tag}>${content}</${tag}>`
}
