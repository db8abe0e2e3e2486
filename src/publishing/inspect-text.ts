import type { EditorialCollection } from '#model/documents.ts'
import { findOversize } from '#portrait/oversize.ts'
import type { Finding } from '#quality/findings/finding.ts'
import { inspect } from '#quality/inspect.ts'
import type { PlainDocument } from '#quality/reading/document.ts'

/**
 * Every finding on a stored text: `inspect`, and where the text holds more than it may, that alone. The
 * checks read each word, and such a text is larger than any that they are made for.
 *
 * @param at when: some findings come with time
 */
export function inspectText(
  collection: EditorialCollection,
  document: PlainDocument,
  at = new Date(),
): Finding[] {
  const path = findOversize(document)
  if (path === null) return inspect(collection, document, at)
  return [
    {
      check: 'limits',
      severity: 'block',
      path,
      message: {
        de: 'Hier steht mehr, als ein Text aufnimmt. Kürzen Sie es; mehr wird vorher nicht geprüft.',
        en: 'This holds more than a text may. Shorten it; nothing else is checked before.',
      },
    },
  ]
}

/** The findings on a stored text that block a transition. */
export function findBlockers(collection: EditorialCollection, document: PlainDocument): Finding[] {
  return inspectText(collection, document).filter(({ severity }) => severity === 'block')
}
