import { Type, type Static } from '@sinclair/typebox'
import { isRecord } from '#model/documents.ts'
import { deepestRichText, jsonWithin } from '#model/json-limits.ts'
import { canonicalState } from '#rich-text/canonical.ts'
import { htmlOf } from '#rich-text/html.ts'
import { markdownOf } from '#rich-text/markdown.ts'
import { plainTextOf } from '#rich-text/plain-text.ts'
import type { Canonical, Kind } from './field.ts'
import { ref, shownTexts, storedTexts, type TextFormat } from './shapes.ts'

const StoredRichText = Type.Object(storedTexts)
const RichText = Type.Object(shownTexts, { $id: 'RichText', additionalProperties: false })

/**
 * Text with headings, lists, links and emphasis, delivered in the form that is asked for.
 *
 * @param options.longest how many characters its editor state may have, as JSON
 */
export function richText(options: {
  required?: boolean
  longest: number
}): Kind<typeof StoredRichText, ReturnType<typeof ref<typeof RichText>>> {
  const { required = false, longest } = options
  const limit = { longest, deepest: deepestRichText }
  return {
    form: ({ name, label, kit }) => ({
      name,
      label,
      type: 'richText',
      ...(required ? { required } : {}),
      editor: kit.editor,
      custom: jsonWithin(limit),
    }),
    canonical: (value) => {
      const state = canonicalState(value)
      return state === null || state === '' ? undefined : (state as Canonical)
    },
    comparison: { as: 'richText' },
    limit,
    named: [RichText],
    stored: StoredRichText,
    shown: ref(RichText),
    render: renderTexts,
    complete: (stored) =>
      stored === undefined ? renderTexts(undefined) : (stored as Static<typeof StoredRichText>),
    present: presentTexts,
    refersTo: () => [],
    textsIn: (value) => [{ path: '', text: plainTextOf(value), isDelivered: true }],
    inWords: plainTextOf,
  }
}

/** An editor state in every form. */
export function renderTexts(value: unknown): Static<typeof StoredRichText> {
  const state = isRecord(value) ? value : {}
  return {
    html: htmlOf(state),
    markdown: markdownOf(state),
    text: plainTextOf(state),
    lexical: state,
  }
}

/** Rich text in one form, or in all. */
export function presentTexts(
  texts: Static<typeof StoredRichText>,
  format: TextFormat | 'all',
): Static<typeof RichText> {
  switch (format) {
    case 'html':
      return { html: texts.html }
    case 'markdown':
      return { markdown: texts.markdown }
    case 'text':
      return { text: texts.text }
    case 'lexical':
      return { lexical: texts.lexical }
    case 'all': {
      const { html, markdown, text, lexical } = texts
      return { html, markdown, text, lexical }
    }
  }
}
