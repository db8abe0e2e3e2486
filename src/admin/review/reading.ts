import type { BilingualText } from '#model/text.ts'
import { fieldsIn, type BlockIn } from '#portrait/blocks.ts'
import type { Change } from '#portrait/difference/change.ts'
import type { Document, PortraitField } from '#portrait/kinds/field.ts'
import { nameOfRow } from '#portrait/kinds/composite.ts'
import { nameOfPlace } from '#portrait/labels.ts'
import { textFieldsOf, type NamedSection, type TextField } from '#portrait/quoting.ts'
import { rowsIn } from '#portrait/kinds/values.ts'
import type { ThreadView } from '#review/comments/comments.ts'

/** A passage of the text as it is read in a review, with what changed in it and who comments on it. */
export interface ReviewedText {
  /** As a comment names it: `intro`, `sections.<id>.body`. */
  path: string
  /** The last step of its path: `intro`, `body`. */
  part: string
  label: BilingualText
  text: string
  /** The change of its words; undefined where they are as they were. */
  change: Change | undefined
  /** Other changes of the same place: formatting, links. */
  others: Change[]
  threads: ThreadView[]
  /** The row that it stands in, and what happened to that as a whole. */
  row: { id: string | null; position: string; fate: Change | undefined } | null
  /** Whether it is the first that is shown of its row. */
  isFirstOfRow: boolean
  /** The section that it stands in. */
  section: NamedSection | null
}

/** A field as a reviewer reads it. */
export interface ReviewedField {
  name: string
  block: BlockIn<'inReview'>
  field: PortraitField
  value: unknown
  /** Its words, where comments may stand on them. */
  texts: ReviewedText[]
  /** Rows that are gone. */
  removed: Change[]
  /** Whatever else of it changed. */
  changes: Change[]
}

/** A document as a reviewer reads it. */
export interface Reading {
  document: Document
  fields: ReviewedField[]
  /** What changed in fields that the review does not show by themselves. */
  details: Change[]
  /** Comments on the whole, and those whose place is gone. */
  general: ThreadView[]
}

/** Puts a text, its changes and its comments together in reading order. */
export function readingOf(options: {
  document: Document
  changes: readonly Change[]
  threads: readonly ThreadView[]
}): Reading {
  const { document, changes, threads } = options
  const quotable = textFieldsOf(document)
  const shown = fieldsIn('inReview').map(({ name, block, field }): ReviewedField => {
    const own = changes.filter((change) => rootOf(change.field) === name)
    const texts = quotable
      .filter(({ path }) => rootOf(path) === name)
      .map((place) => reviewedText({ place, document, changes: own }))
      .map((text, index) => ({
        ...text,
        // Comments on the field as a whole stand beside its first words.
        threads: threads.filter((thread) =>
          [text.path, ...(index === 0 ? [name] : [])].includes(placeOf(thread) ?? ''),
        ),
      }))
      .filter(({ text, change, threads: said }) => text || change || said.length > 0)
    const used = new Set(texts.flatMap(({ change, others, row }) => [change, ...others, row?.fate]))
    const rest = own.filter((change) => !used.has(change))
    const isGone = (change: Change) =>
      field.isQuotable && change.field === name && change.kind === 'removed'
    return {
      name,
      block,
      field,
      value: document[name],
      texts: markFirst(texts),
      removed: rest.filter(isGone),
      changes: rest.filter((change) => !isGone(change)),
    }
  })
  const names = new Set(shown.map(({ name }) => name))
  const placed = new Set(shown.flatMap(({ texts }) => texts.flatMap((text) => idsOf(text))))
  return {
    document,
    fields: shown,
    details: changes.filter(({ field }) => !names.has(rootOf(field))),
    general: threads.filter(({ id }) => !placed.has(id)),
  }
}

function reviewedText(options: {
  place: TextField
  document: Document
  changes: readonly Change[]
}): ReviewedText {
  const { place, document, changes } = options
  const { path, text, section } = place
  const [name = '', key = '', ...below] = path.split('.')
  const rows = rowsIn(document[name])
  const index = rows.findIndex((row, at) => below.length > 0 && nameOfRow(row, at) === key)
  // A difference names rows by position, a comment by the id of the row.
  const position = index === -1 ? null : `${name}.${String(index)}`
  const at = position === null ? path : [position, ...below].join('.')
  const isAt = (change: Change) => change.kind !== 'removed' && change.path === at
  const id = rows[index]?.id
  return {
    path,
    part: path.split('.').at(-1) ?? path,
    label: nameOfPlace(path, document, { withPart: section === undefined }),
    text,
    change: changes.find((change) => isAt(change) && change.words !== undefined),
    others: changes.filter(
      (change) => (isAt(change) && change.words === undefined) || change.path.startsWith(`${at}.`),
    ),
    threads: [],
    row:
      position === null
        ? null
        : {
            id: typeof id === 'string' ? id : null,
            position,
            fate: changes.find(isWhole(position)),
          },
    isFirstOfRow: false,
    section: section ?? null,
  }
}

/** Marks the first passage of each row. */
function markFirst(texts: readonly ReviewedText[]): ReviewedText[] {
  return texts.map((text, index) => {
    const row = text.row?.position
    return { ...text, isFirstOfRow: row !== undefined && texts[index - 1]?.row?.position !== row }
  })
}

/** Finds what happened to a row as a whole: it came, or it moved. */
function isWhole(row: string): (change: Change) => boolean {
  return ({ path, kind }) => path === row && (kind === 'added' || kind === 'moved')
}

/** The text beside which a thread stands; a section's is its body. */
function placeOf({ anchor, location }: ThreadView): string | null {
  if (location.path === null) return null
  if (anchor.on === 'section') return `${location.path}.body`
  return location.path
}

function rootOf(path: string): string {
  return path.split('.')[0] ?? path
}

function idsOf({ threads }: ReviewedText): string[] {
  return threads.map(({ id }) => id)
}

/** Says whether something changed in a passage. */
export function hasChanged({ change, others, row }: ReviewedText): boolean {
  return change !== undefined || others.length > 0 || row?.fate !== undefined
}
