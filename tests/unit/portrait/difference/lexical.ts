import { bodyOf } from '#support/factories.ts'

/** A node of text, bold where `format` is 1. */
export function text(value: string, format = 0) {
  return { type: 'text', text: value, format, detail: 0, mode: 'normal', style: '', version: 1 }
}

/** A link as Payload's editor stores it. */
export function link(url: string, ...children: unknown[]) {
  return { type: 'link', fields: { url, linkType: 'custom' }, children, version: 3 }
}

/** A node with children: a paragraph unless said otherwise. */
export function block(children: unknown[], other: Record<string, unknown> = {}) {
  return { type: 'paragraph', children, format: '', indent: 0, version: 1, ...other }
}

/** An editor state of these blocks. */
export function stateOf(...children: unknown[]) {
  return { root: { ...bodyOf('').root, children } }
}
