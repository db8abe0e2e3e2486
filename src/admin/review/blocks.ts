import { isRecord } from '#model/documents.ts'
import type { SectionKind } from '#model/section-kinds.ts'
import type { Change, PlainValue } from '#workflow/difference/change.ts'
import type { ThreadView } from '#workflow/conversation/comments.ts'
import { sectionsOf, textFieldsOf } from '#workflow/conversation/text-fields.ts'

/** A part of the text as it is read in a review, with what changed in it and who comments on it. */
export interface Block {
  /** As a comment names it: `intro`, `sections.<id>.body`. */
  path: string
  part: 'kicker' | 'headline' | 'intro' | 'heading' | 'body'
  text: string
  /** The change of its words; undefined where they are as they were. */
  change: Change | undefined
  /** Other changes of the same place: formatting, links. */
  others: Change[]
  threads: ThreadView[]
  section: {
    id: string | null
    number: number
    kind: SectionKind | null
    heading: string | null
    fate: Change | undefined
  } | null
}

/** A document as a reviewer reads it. */
export interface Reading {
  blocks: Block[]
  /** Sections that are gone. */
  removed: Change[]
  /** Changes of salary figures, by their row. */
  figures: Change[]
  /** Whatever else changed. */
  details: Change[]
  /** Comments on the whole, and those whose place is gone. */
  general: ThreadView[]
}

type Document = Readonly<Record<string, unknown>>

/** Puts a text, its changes and its comments together in reading order. */
export function readingOf(options: {
  document: Document
  changes: readonly Change[]
  threads: readonly ThreadView[]
}): Reading {
  const { document, changes, threads } = options
  const used = new Set<Change>()
  const use = (change: Change | undefined) => {
    if (change) used.add(change)
    return change
  }
  const sections = sectionsOf(document)
  const blocks = textFieldsOf(document).map(({ path, text, section }): Block => {
    const index = section ? sections.findIndex((other) => other.path === section.path) : -1
    const part = (path.split('.').at(-1) ?? path) as Block['part']
    // A difference names rows by position, a comment by the id of the row.
    const place = section ? `sections.${String(index)}.${part}` : path
    const row = section ? `sections.${String(index)}` : null
    const isAt = (change: Change) => change.kind !== 'removed' && change.path === place
    const fate = row === null ? undefined : changes.find(isWhole(row))
    return {
      path,
      part,
      text,
      change: use(changes.find((change) => isAt(change) && change.words !== undefined)),
      others: changes.filter(
        (change) =>
          (isAt(change) && change.words === undefined) || change.path.startsWith(`${place}.`),
      ),
      threads: threads.filter((thread) => placeOf(thread) === path),
      section: section
        ? {
            id: section.id,
            number: index + 1,
            kind: section.kind as SectionKind | null,
            heading: section.heading,
            fate: use(fate),
          }
        : null,
    }
  })
  for (const { others } of blocks) others.forEach(use)
  const rest = changes.filter((change) => !used.has(change))
  const isFigure = ({ field }: Change) => field.split('.')[0] === 'salaryFigures'
  const removed = rest.filter(({ field, kind }) => field === 'sections' && kind === 'removed')
  const placed = new Set(blocks.flatMap((block) => block.threads.map(({ id }) => id)))
  return {
    blocks: blocks.filter(({ text, change, threads: own }) => text || change || own.length > 0),
    removed,
    figures: rest.filter(isFigure),
    details: rest.filter((change) => !isFigure(change) && !removed.includes(change)),
    general: threads.filter(({ id }) => !placed.has(id)),
  }
}

/** Finds what happened to a row as a whole: it came, or it moved. */
function isWhole(row: string): (change: Change) => boolean {
  return ({ path, kind }) => path === row && (kind === 'added' || kind === 'moved')
}

/** The block beside which a thread stands; a section's is its body. */
function placeOf({ anchor, location }: ThreadView): string | null {
  if (location.path === null) return null
  if (anchor.on === 'section') return `${location.path}.body`
  return location.path
}

/** Says whether something changed in a block. */
export function hasChanged({ change, others, section }: Block): boolean {
  return change !== undefined || others.length > 0 || section?.fate !== undefined
}

/** The rows of the salary figures of a document. */
export function figuresOf(document: Document): Record<string, unknown>[] {
  const rows = document.salaryFigures
  return Array.isArray(rows) ? rows.filter(isRecord) : []
}

/** A value as one line of text; lists by comma, objects by their parts. */
export function lineOf(value: PlainValue, nameOf: (id: string) => string): string {
  if (value === null) return ''
  if (typeof value === 'string') return nameOf(value)
  if (typeof value !== 'object') return String(value)
  return Object.values(value as Readonly<Record<string, PlainValue>>)
    .map((part) => lineOf(part, nameOf))
    .filter(Boolean)
    .join(', ')
}
