import { createHash } from 'node:crypto'
import { canonicalOf, spell } from './canonical.ts'
import { digestVersion1Of, isCoveredByVersion1 } from './digest-v1.ts'
import type { SignOffKind } from '#model/sign-offs.ts'
import { fieldsOfSignOff } from './registry.ts'
import type { Canonical, Document } from './kinds/field.ts'

// A digest names one text for good: approvals, plans, links and events rest on it. Its version stands in
// it, as `2-`; version 1 has no prefix. Nobody compares `digestOf(text)` with what is stored: a text that
// nobody touched may be on record under an older version. See docs/decisions/2026-11-29-digests.md.

/** What a digest of today begins with. */
const prefix = '2-'

/**
 * The digest of a text as it is written today: `2-` and the SHA-256 (hex) of its canonical form. Fields
 * and parts that are empty are left out, so that one nobody filled changes nothing.
 */
export function digestOf(document: Document): string {
  return digestOfForm(canonicalOf(document))
}

/** Says whether a digest, of any version, is that of a text. */
export function isDigestOf(digest: string, document: Document): boolean {
  const form = canonicalOf(document)
  if (digest.startsWith(prefix)) return digest === digestOfForm(form)
  return isCoveredByVersion1(form) && digest === digestVersion1Of(document)
}

/**
 * The digest that a text keeps: one that it is known under (by its state, as the live copy, in a permit
 * or a plan), as long as that is of this text; else the one of today. The first that holds counts.
 */
export function digestFor(
  document: Document,
  known: readonly (string | null | undefined)[],
): string {
  const all = digestsOf(document)
  const kept = known.find((digest) => typeof digest === 'string' && all.includes(digest))
  return kept ?? digestOf(document)
}

/** Every digest under which a text may be on record, today's first. */
export function digestsOf(document: Document): string[] {
  const form = canonicalOf(document)
  const today = digestOfForm(form)
  return isCoveredByVersion1(form) ? [today, digestVersion1Of(document)] : [today]
}

/**
 * The digest of what one kind of sign-off answers for: `2-` and the SHA-256 (hex) of the canonical form of
 * its fields. It is the same for two texts that are the same to whoever gives that sign-off.
 */
export function partialDigestOf(kind: SignOffKind, document: Document): string {
  const covered = new Set(fieldsOfSignOff(kind))
  const form = Object.entries(canonicalOf(document)).filter(([name]) => covered.has(name))
  return digestOfForm(Object.fromEntries(form))
}

function digestOfForm(form: Readonly<Record<string, Canonical>>): string {
  return `${prefix}${createHash('sha256').update(spell(form)).digest('hex')}`
}
