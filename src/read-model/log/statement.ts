import { createHash } from 'node:crypto'
import { canonicalJson } from '#model/canonical-json.ts'
import { presentText } from '#portrait/delivered.ts'
import type { DeliveredText, Profession, Receipt, Region } from '../shapes.ts'

// What a leaf of the public log says of a text. The log shows its salted hash and nothing else; whoever reads
// the text gets the salt with its receipt and computes the same from what they read. src/client does so apart.

/**
 * From now on this is what sites get of a text, or: nothing; or: its words are gone from the house too. Its
 * canonical JSON is what is hashed.
 */
export type Statement = Readonly<
  { v: 1; document: string; profession: string; region: string | null; digest: string } & (
    | { kind: 'publication'; text: string; receipt: string }
    | { kind: 'removal' | 'redaction'; at: string }
  )
>

/** What a leaf says of a text that is live. */
export function publicationOf(live: {
  id: string
  profession: string
  region: string | null
  content: DeliveredText
}): Statement {
  const { id: document, profession, region, content } = live
  // Reference data gives a page without a title of its own one; it changes without the text.
  const { seo: _, ...text } = presentText(content, 'html')
  return {
    v: 1,
    kind: 'publication',
    document,
    profession,
    region,
    digest: content.receipt.digest,
    ...hashesOf(text, content.receipt),
  }
}

/** What a leaf says of a text, as sites get it without its title for search engines, and of its receipt. */
export function hashesOf(text: object, receipt: Receipt): { text: string; receipt: string } {
  return {
    text: sha256(canonicalJson(text)).toString('hex'),
    receipt: sha256(canonicalJson(boundOf(receipt))).toString('hex'),
  }
}

/** What of a receipt a leaf binds: all but the names of people, which can be withdrawn, and the leaf itself. */
function boundOf({ log: _, approvals, signOffs, reference, ...bound }: Receipt) {
  return {
    ...bound,
    // Leaves from before receipts named it say nothing of it.
    ...(reference === null ? {} : { reference }),
    approvals: approvals.map(({ person, at }) => ({ person, at })),
    signOffs: signOffs.map(({ kind, person, at }) => ({ kind, person, at })),
  }
}

/** Names the state of the reference data that a portrait shows, as its body has it: SHA-256, hex. */
export function digestOfReference(shown: {
  profession: Profession
  region: Region | null
}): string {
  return sha256(canonicalJson(shown)).toString('hex')
}

/** The entry of the log: SHA-256 over the salt and the statement. */
export function entryOf(salt: Buffer, statement: Statement): Buffer {
  return sha256(Buffer.concat([salt, Buffer.from(canonicalJson(statement))]))
}

/** The words that a signature of a receipt signs: of which log, and which entry. */
export function signedWords(origin: string, entry: Buffer): string {
  return `berufsbild.receipt/v1\n${origin}\n${entry.toString('base64')}\n`
}

function sha256(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest()
}
