import type { EditorialCollection } from '#model/documents.ts'
import { findOversize } from '#portrait/oversize.ts'
import type { Finding } from '#quality/findings/finding.ts'
import { inspect } from '#quality/inspect.ts'
import type { PlainDocument } from '#quality/reading/document.ts'
import { isLarge } from '#portrait/size.ts'
import type * as tasks from '#quality/thread.ts'
import { threadsOf } from '#threads/threads.ts'

/** In milliseconds; of the largest texts it takes a second or two. */
const patience = 20_000

const threads = threadsOf<typeof tasks>('src/quality/open-thread.mjs', patience)

/**
 * Every finding on a stored text: `inspect`, and where the text holds more than it may, that alone. The
 * checks read each word, and such a text is larger than any that they are made for; a large one is read in a
 * thread.
 *
 * @param at when: some findings come with time
 * @throws TookTooLong
 */
export async function inspectText(
  collection: EditorialCollection,
  document: PlainDocument,
  at = new Date(),
): Promise<Finding[]> {
  return isLarge(document) && findOversize(document) === null
    ? threads.run('inspection', { collection, document, at })
    : inspectHere(collection, document, at)
}

/** The findings on a stored text that block a transition. @throws TookTooLong */
export async function findBlockers(
  collection: EditorialCollection,
  document: PlainDocument,
): Promise<Finding[]> {
  return (await inspectText(collection, document)).filter(isBlocking)
}

/** The same for whoever may ask for them or not: a large text is read now, any other when somebody asks. */
export async function prepareBlockers(
  collection: EditorialCollection,
  document: PlainDocument,
): Promise<() => Finding[]> {
  const found = isLarge(document) ? await findBlockers(collection, document) : undefined
  return () => found ?? inspectHere(collection, document, new Date()).filter(isBlocking)
}

const isBlocking = ({ severity }: Finding) => severity === 'block'

function inspectHere(collection: EditorialCollection, document: PlainDocument, at: Date) {
  const path = findOversize(document)
  return path === null ? inspect(collection, document, at) : [tooMuch(path)]
}

function tooMuch(path: string): Finding {
  return {
    check: 'limits',
    severity: 'block',
    path,
    message: {
      de: 'Hier steht mehr, als ein Text aufnimmt. Kürzen Sie es; mehr wird vorher nicht geprüft.',
      en: 'This holds more than a text may. Shorten it; nothing else is checked before.',
    },
  }
}
