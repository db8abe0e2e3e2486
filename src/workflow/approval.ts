import type { PayloadRequest } from 'payload'
import type { EditorialDocument } from '#editorial/copies.ts'
import { findSignOffs, type SignOff } from '#editorial/sign-offs.ts'
import { readState } from '#editorial/state.ts'
import { readText } from '#editorial/texts-by-digest.ts'
import { Conflict } from '#model/errors.ts'
import type { Risk } from '#model/risk.ts'
import { roleLabels, type Role } from '#model/roles.ts'
import { signOffKinds, signOffLabels, type SignOffKind } from '#model/sign-offs.ts'
import type { BilingualText, Language } from '#model/text.ts'
import { compareTexts } from '#portrait/difference/in-thread.ts'
import { partialDigestOf } from '#portrait/digest.ts'
import type { Circumstances } from './circumstances.ts'
import type { ApprovalRule } from './settings.ts'

/** The difference that an approval rests on: from which digest (null: from nothing), at what risk. */
export interface Seen {
  from: string | null
  risk: Risk
}

/** Who signed, and in which role. */
export interface Signature {
  by: string
  as: string | null
}

/** How far a text is on its way to being approved, by the rules as they are now. */
export interface ApprovalProgress {
  /** How many people have signed. */
  given: number
  /** How many have to. */
  required: number
  /** A role that has to be among them, and is not yet. */
  missingRole: Role | null
  /** What has to be signed off beside, and is not yet. */
  missingSignOffs: readonly SignOffKind[]
  isComplete: boolean
}

/**
 * Holds signatures against a rule: as many people as asked for, one of them in the role, and each kind of
 * sign-off given.
 */
export function progressOf(
  { approvals, role, signOffs }: ApprovalRule,
  signatures: readonly Signature[],
  given: readonly SignOffKind[],
): ApprovalProgress {
  const people = new Set(signatures.map(({ by }) => by)).size
  const missingSignOffs = signOffs.filter((kind) => !given.includes(kind))
  const missingRole = role === null || signatures.some(({ as }) => as === role) ? null : role
  return {
    given: people,
    required: approvals,
    missingRole,
    missingSignOffs,
    isComplete: people >= approvals && missingRole === null && missingSignOffs.length === 0,
  }
}

/**
 * How far that is, in words: "1 von 2, es fehlt: Verwaltung".
 *
 * @param leftToExperts kinds that nobody of the house gives: that is said with them
 */
export function sayProgress(
  progress: ApprovalProgress,
  leftToExperts: readonly SignOffKind[],
): BilingualText {
  const { given, required, missingRole, missingSignOffs, isComplete } = progress
  const [have, need] = [String(given), String(Math.max(required, given))]
  if (isComplete) return { de: `${have} von ${need}`, en: `${have} of ${need}` }
  const another = { de: 'eine weitere Freigabe', en: 'another approval' }
  const missing: BilingualText[] = [
    ...(missingRole ? [roleLabels[missingRole]] : given < required ? [another] : []),
    ...missingSignOffs.map((kind) => {
      const { de, en } = signOffLabels[kind]
      if (!leftToExperts.includes(kind)) return { de, en }
      return { de: `${de} (durch Fachleute)`, en: `${en} (by experts)` }
    }),
  ]
  const list = (language: Language) => missing.map((text) => text[language]).join(', ')
  return {
    de: `${have} von ${need}, es fehlt: ${list('de')}`,
    en: `${have} of ${need}, missing: ${list('en')}`,
  }
}

/** The signatures under a text that count at this moment. */
export function signaturesOf({ approvals }: Pick<Circumstances, 'approvals'>): Signature[] {
  return approvals.map(({ approvedBy, approvedAs }) => ({ by: approvedBy.id, as: approvedAs }))
}

/** What stands beside the signatures: the kinds that are signed off, and, as events say it, their digests. */
export function signedOff(signOffs: readonly SignOff[], rule: ApprovalRule) {
  const asked = signOffs.filter(({ kind }) => rule.signOffs.includes(kind))
  return Object.fromEntries(asked.map(({ kind, digest }) => [kind, digest]))
}

/**
 * Judges an approval: what the text changes against what is live puts something at risk, and the
 * rules of the house, as they are now, say how many approvals that takes. What somebody has looked at
 * instead (an earlier text) is recorded, but does not lower what is asked for.
 *
 * @throws Conflict 409 when the text that was seen is not known
 */
export async function judgeApproval(
  step: {
    req: PayloadRequest
    circumstances: Circumstances
    working: EditorialDocument
    seenFrom: string | undefined
  },
  signature: Signature,
): Promise<{ seen: Seen; progress: ApprovalProgress; signOffs: Record<string, string> }> {
  const { req, circumstances, working, seenFrom } = step
  const { id, collection, live } = circumstances.state
  const risk = await assessRisk(req, id, live?.digest ?? null, working)
  if (seenFrom !== undefined && !(await readText(req, id, seenFrom))) {
    throw new Conflict(`There is no text with digest ${seenFrom}.`, 'unknown_digest')
  }
  const rule = circumstances.settings.ruleFor(collection, risk)
  const given = await findSignOffs(req, id, working)
  return {
    seen: { from: seenFrom ?? live?.digest ?? null, risk },
    progress: progressOf(
      rule,
      [...signaturesOf(circumstances), signature],
      given.map(({ kind }) => kind),
    ),
    signOffs: signedOff(given, rule),
  }
}

/** How far a text is on its way to being approved, and what its approval would rest on. */
export async function readProgress(
  req: PayloadRequest,
  { state, approvals, settings }: Pick<Circumstances, 'state' | 'approvals' | 'settings'>,
  text: Readonly<Record<string, unknown>>,
): Promise<{
  rule: ApprovalRule
  progress: ApprovalProgress
  given: SignOff[]
  signOffs: Record<string, string>
}> {
  const { id, collection, live } = state
  const risk = await assessRisk(req, id, live?.digest ?? null, text)
  const rule = settings.ruleFor(collection, risk)
  const given = await findSignOffs(req, id, text)
  const kinds = given.map(({ kind }) => kind)
  return {
    rule,
    progress: progressOf(rule, signaturesOf({ approvals }), kinds),
    given,
    signOffs: signedOff(given, rule),
  }
}

/**
 * What the rules are asked about a text that is in review: what it puts at risk, and under which digests
 * its sign-offs are looked for. Undefined where it is not in review.
 *
 * @param known what it puts at risk, where that has been judged already
 */
export async function readAsked(
  req: PayloadRequest,
  id: string,
  known?: Risk,
): Promise<{ risk: Risk; digests: Readonly<Record<string, string>> } | undefined> {
  const state = await readState(req, id)
  if (state?.stage !== 'in_review') return undefined
  const text = await readText(req, id, state.digest)
  if (!text) return undefined
  const { content } = text
  return {
    risk: known ?? (await assessRisk(req, id, state.live?.digest ?? null, content)),
    digests: Object.fromEntries(signOffKinds.map((kind) => [kind, partialDigestOf(kind, content)])),
  }
}

/** What a text puts at risk against one that is on record, or against nothing. */
export async function assessRisk(
  req: PayloadRequest,
  id: string,
  from: string | null,
  text: Readonly<Record<string, unknown>>,
): Promise<Risk> {
  const before = from === null ? undefined : await readText(req, id, from)
  return (await compareTexts(before?.content ?? null, text)).risk ?? 'cosmetic'
}
