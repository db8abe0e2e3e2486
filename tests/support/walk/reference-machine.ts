/**
 * The workflow once more, as the design tells it, for tests to hold the product against: pure, small,
 * and without a line of the product's own code.
 */
export type Stage =
  'draft' | 'in_review' | 'changes_requested' | 'approved' | 'scheduled' | 'live' | 'archived'

export const steps = [
  'submit',
  'withdraw',
  'requestChanges',
  'approve',
  'revokeApproval',
  'publish',
  'schedule',
  'unschedule',
  'unpublish',
  'archive',
  'reopen',
] as const
export type StepName = (typeof steps)[number]

export interface Person {
  name: string
  role: 'author' | 'editor' | 'admin'
  /** Has left: they act no more, and what was theirs goes on. */
  hasLeft: boolean
  /** The regions of an editor's desk; null: all. */
  desk: readonly string[] | null
}

export interface Text {
  headline: string
  /** An empty introduction makes the text incomplete. */
  intro: string
}

/** Somebody's signature under one text in one round. */
export interface Signature {
  id: string
  by: string
  text: Text
  round: number
}

/** What the house has settled. */
export interface House {
  /** How many have to sign. */
  required: number
  /** Texts in review are locked. */
  locks: boolean
}

export interface Portrait {
  author: string
  region: string
  stage: Stage
  text: Text
  round: number
  contributors: readonly string[]
  submittedBy: string | null
  /** Who wrote each text that the portrait had: words that come back are still theirs. */
  writers: Readonly<Record<string, readonly string[]>>
  /** Whose words have been signed since something was published last. */
  signedWords: readonly string[]
  /** Those that stand. */
  signatures: readonly Signature[]
  /** How many were ever given. */
  signed: number
  live: Text | null
  claimedBy: string | null
  comments: readonly { by: string; isOpen: boolean; on: Text }[]
  /** The text that is to be published, under which signatures, and whether its end is planned with it. */
  plan: {
    by: string
    text: Text
    round: number
    signatures: readonly string[]
    ends: boolean
  } | null
  endPlannedBy: string | null
}

export type Operation =
  | {
      kind: 'step'
      name: StepName
      by: Person
      /** With a reason, or with a date. */
      isComplete: boolean
      /** Which date: the end of what is live, or the publication of what is not. */
      date: 'publishAt' | 'unpublishAt'
      hasStaleDigest: boolean
    }
  | {
      kind: 'edit'
      by: Person | null
      text: Text
      seen: 'any' | 'now' | 'stale' | 'staleField'
      keepsPlan: boolean
    }
  | { kind: 'goLive'; by: Person | null }
  | { kind: 'give'; by: Person; to: string }
  | { kind: 'claim' | 'release' | 'delete' | 'comment'; by: Person }
  | { kind: 'resolve'; by: Person; comment: number }
  | { kind: 'due' }

/** What becomes of an operation: its HTTP status, the portrait after it, what goes on record. */
export interface Outcome {
  status: number
  after: Portrait | null
  events: readonly string[]
}

export function create(by: Person, region: string, text: Text): Portrait {
  return {
    author: by.name,
    region,
    stage: 'draft',
    text,
    round: 0,
    contributors: [by.name],
    submittedBy: null,
    writers: { [nameOf(text)]: [by.name] },
    signedWords: [],
    signatures: [],
    signed: 0,
    live: null,
    claimedBy: null,
    comments: [],
    plan: null,
    endPlannedBy: null,
  }
}

/** Takes an operation on a portrait. Whatever is refused leaves it as it was. */
export function take(portrait: Portrait, operation: Operation, house: House): Outcome {
  const refuse = (status: number): Outcome => ({ status, after: portrait, events: [] })
  switch (operation.kind) {
    case 'step':
      return takeStep(portrait, operation, house)
    case 'edit':
      return edit(portrait, operation, house)
    case 'goLive':
      return refuse(403)
    case 'give': {
      const { by, to } = operation
      if (!covers(by, portrait)) return refuse(403)
      // What authors may not write is left out of what they send.
      if (by.role === 'author' || to === portrait.author) return refuse(200)
      return { status: 200, after: { ...portrait, author: to }, events: ['changeAuthor'] }
    }
    case 'claim': {
      const refusal = refusalOf(portrait, 'approve', operation.by, house)
      if (refusal !== null) return refuse(refusal)
      return {
        status: 200,
        after: { ...portrait, claimedBy: operation.by.name },
        events: ['claim'],
      }
    }
    case 'release': {
      const { by } = operation
      if (portrait.claimedBy === null) return refuse(200)
      if (portrait.claimedBy !== by.name && by.role !== 'admin') return refuse(403)
      return { status: 200, after: { ...portrait, claimedBy: null }, events: ['release'] }
    }
    case 'comment': {
      const { by } = operation
      if (by.role === 'author') return refuse(403)
      const comments = [...portrait.comments, { by: by.name, isOpen: true, on: portrait.text }]
      return { status: 201, after: { ...portrait, comments }, events: ['comment'] }
    }
    case 'resolve':
      return resolve(portrait, operation)
    case 'delete': {
      const { by } = operation
      const isOwnDraft = portrait.stage === 'draft' && portrait.round === 0
      if (by.role === 'author' && !isOwnDraft) return refuse(403)
      if (!covers(by, portrait) || portrait.live) return refuse(403)
      return { status: 200, after: null, events: ['delete'] }
    }
    case 'due':
      return comeDue(portrait, house)
  }
}

/** The steps that a person is offered: those that neither person nor state stand against. */
export function offered(portrait: Portrait, by: Person, house: House): StepName[] {
  return steps.filter(
    (name) =>
      refusalOf(portrait, name, by, house) === null &&
      !isHeldUp(portrait, name, name === 'schedule' && isAboutEnd(portrait)),
  )
}

/** The text itself, or what is said on it, stands in the way of a step. */
function isHeldUp({ text, comments }: Portrait, name: StepName, isOfEnd: boolean): boolean {
  if (isOfEnd || !['submit', 'approve', 'publish', 'schedule'].includes(name)) return false
  return text.intro === '' || (name !== 'submit' && comments.some(({ isOpen }) => isOpen))
}

const beforeLive = ['draft', 'in_review', 'changes_requested', 'approved', 'scheduled'] as const

const starts: Readonly<Record<StepName, readonly Stage[]>> = {
  submit: ['draft', 'changes_requested'],
  withdraw: ['in_review'],
  requestChanges: ['in_review'],
  approve: ['in_review'],
  revokeApproval: [...beforeLive, 'live'],
  publish: ['approved', 'scheduled'],
  schedule: ['approved', 'scheduled'],
  unschedule: [...beforeLive, 'live'],
  unpublish: [...beforeLive, 'live'],
  archive: [...beforeLive, 'live'],
  reopen: ['archived'],
}

function covers(by: Person, { author, region }: Portrait): boolean {
  if (by.role === 'author') return by.name === author
  return by.role === 'admin' || by.desk === null || by.desk.includes(region)
}

function nameOf({ headline, intro }: Text): string {
  return `${headline}\n${intro}`
}

function isSame(one: Text | null, other: Text | null): boolean {
  return one?.headline === other?.headline && one?.intro === other?.intro
}

/** Whether a date is about nothing but the end of what is live. */
function isAboutEnd({ stage, live }: Portrait, date?: 'publishAt' | 'unpublishAt'): boolean {
  if (stage === 'archived' || stage === 'scheduled') return false
  if (stage === 'live') return true
  if (!live || date === 'publishAt') return false
  return stage !== 'approved' || date === 'unpublishAt'
}

/** The signatures under the text as it is. */
function signersOf({ signatures, text, round }: Portrait): Signature[] {
  return signatures.filter((one) => one.round === round && isSame(one.text, text))
}

/** The plan is to publish another text than the working copy. */
function keepsOtherText({ plan, stage, text, round }: Portrait): boolean {
  return (
    plan !== null && !(stage === 'scheduled' && isSame(plan.text, text) && plan.round === round)
  )
}

/** What can be taken back. */
function revocable(portrait: Portrait): Signature[] {
  const { stage, plan, signatures } = portrait
  const isSigned = stage === 'in_review' || stage === 'approved' || stage === 'scheduled'
  const kept = keepsOtherText(portrait)
    ? signatures.filter(({ id }) => plan?.signatures.includes(id))
    : []
  return [...(isSigned ? signersOf(portrait) : []), ...kept]
}

/** Why a person cannot take a step now: 403 by who they are, 409 by where the portrait is. */
function refusalOf(
  portrait: Portrait,
  name: StepName,
  by: Person,
  house: House,
  date?: 'publishAt' | 'unpublishAt',
): number | null {
  const isForAuthors = name === 'submit' || name === 'withdraw'
  if (by.role === 'author' && !isForAuthors) return 403
  if (!covers(by, portrait)) return 403
  const { stage, claimedBy } = portrait
  if (name === 'schedule' && isAboutEnd(portrait, date)) return portrait.live ? null : 409
  if (!starts[name].includes(stage)) return 409
  const isClaimedByOther = claimedBy !== null && claimedBy !== by.name
  if ((name === 'requestChanges' || name === 'approve') && isClaimedByOther) return 409
  if (name === 'withdraw' && house.locks && isClaimedByOther) return 409
  if (name === 'approve') {
    if (portrait.contributors.includes(by.name)) return 403
    if (signersOf(portrait).some((one) => one.by === by.name)) return 409
  }
  if (name === 'revokeApproval' && revocable(portrait).length === 0) return 409
  if (name === 'unpublish' && !portrait.live) return 409
  const isPlanned = portrait.plan !== null || portrait.endPlannedBy !== null
  return name === 'unschedule' && !isPlanned ? 409 : null
}

function takeStep(portrait: Portrait, step: Operation & { kind: 'step' }, house: House): Outcome {
  const { name, by, isComplete, date, hasStaleDigest } = step
  const refuse = (status: number): Outcome => ({ status, after: portrait, events: [] })
  const asked = name === 'schedule' && isComplete ? date : undefined
  const refusal = refusalOf(portrait, name, by, house, asked)
  if (refusal !== null) return refuse(refusal)
  if (hasStaleDigest) return refuse(409)
  if (['requestChanges', 'revokeApproval', 'schedule'].includes(name) && !isComplete) {
    return refuse(422)
  }
  const isOfEnd = name === 'schedule' && isAboutEnd(portrait, asked)
  if (name === 'schedule') {
    if (isOfEnd && date === 'publishAt') return refuse(422)
    if (!isOfEnd && date === 'unpublishAt' && portrait.stage === 'approved') return refuse(422)
  }
  if (isHeldUp(portrait, name, isOfEnd)) return refuse(422)
  const after = withoutClaim(advance(portrait, step, house))
  // What is left may be enough by the rules as they are now.
  const anew = ['revokeApproval', 'unpublish'].includes(name)
    ? judgeAnew(after, house)
    : { after, events: [] }
  return { status: 200, after: anew.after, events: [name, ...anew.events] }
}

/** The portrait without what was live: whoever wrote any of it counts again. */
function offTheNet(portrait: Portrait): Portrait {
  if (!portrait.live) return { ...portrait, endPlannedBy: null }
  return { ...everybodysAgain(portrait), live: null, endPlannedBy: null }
}

function everybodysAgain(portrait: Portrait): Portrait {
  return theirsAgain(portrait, Object.values(portrait.writers).flat())
}

/** Some count as writers again: what they have signed counts no more. */
function theirsAgain(portrait: Portrait, writers: readonly string[]): Portrait {
  const own = revocable(portrait).filter((one) => writers.includes(one.by))
  const contributors = [...new Set([...portrait.contributors, ...writers])]
  return { ...strike(portrait, own), contributors }
}

/** Signatures are taken back: a plan that rests on one is off, a text that was approved in review again. */
function strike(portrait: Portrait, signatures: readonly Signature[]): Portrait {
  const gone = signatures.map(({ id }) => id)
  const { stage, plan } = portrait
  const isTouched = signersOf(portrait).some(({ id }) => gone.includes(id))
  const isSigned = stage === 'approved' || stage === 'scheduled'
  const hasFallen = plan?.signatures.some((id) => gone.includes(id)) === true
  return {
    ...portrait,
    stage: isTouched && isSigned ? 'in_review' : stage,
    signatures: portrait.signatures.filter(({ id }) => !gone.includes(id)),
    plan: hasFallen ? null : plan,
  }
}

function advance(
  portrait: Portrait,
  { name, by, date }: Pick<Operation & { kind: 'step' }, 'name' | 'by' | 'date'>,
  house: House,
): Portrait {
  const { stage, text, round, plan } = portrait
  switch (name) {
    case 'submit':
      return { ...portrait, stage: 'in_review', round: round + 1, submittedBy: by.name }
    case 'withdraw':
    case 'reopen':
      return { ...portrait, stage: 'draft' }
    case 'requestChanges': {
      const signed = portrait.signedWords.filter((writer) => writer !== by.name)
      return theirsAgain({ ...portrait, stage: 'changes_requested' }, signed)
    }
    case 'approve': {
      const signature = { id: `signature ${String(portrait.signed)}`, by: by.name, text, round }
      const signed = {
        ...portrait,
        signed: portrait.signed + 1,
        signedWords: [...portrait.signedWords, ...portrait.contributors],
        signatures: [...portrait.signatures, signature],
      }
      // Who has signed reviews no more, also where another signature is to come.
      const isOver = portrait.claimedBy === by.name
      const left = isOver ? { ...signed, claimedBy: null } : signed
      return isComplete(left, house) ? { ...left, stage: 'approved' } : left
    }
    case 'revokeApproval':
      return revoke(portrait, by)
    case 'publish':
      return goLive(portrait, text)
    case 'schedule': {
      if (isAboutEnd(portrait, date)) return { ...portrait, endPlannedBy: by.name }
      const ends = date === 'unpublishAt' || (stage === 'scheduled' && plan?.ends === true)
      const signatures = signersOf(portrait).map(({ id }) => id)
      return {
        ...portrait,
        stage: 'scheduled',
        plan: { by: by.name, text, round, signatures, ends },
      }
    }
    case 'unschedule':
      return plan
        ? { ...portrait, stage: stage === 'scheduled' ? 'approved' : stage, plan: null }
        : { ...portrait, endPlannedBy: null }
    case 'unpublish': {
      const next = stage === 'live' ? 'draft' : stage === 'scheduled' ? 'approved' : stage
      return offTheNet({ ...portrait, stage: next, plan: null })
    }
    case 'archive':
      return everybodysAgain(offTheNet({ ...portrait, stage: 'archived', plan: null }))
  }
}

function isComplete(portrait: Portrait, { required }: House): boolean {
  return new Set(signersOf(portrait).map((one) => one.by)).size >= required
}

/** One's own signatures are taken back, or, where one has none, all of them. */
function revoke(portrait: Portrait, by: Person): Portrait {
  const standing = revocable(portrait)
  const own = standing.filter((one) => one.by === by.name)
  const left = strike(portrait, own.length > 0 ? own : standing)
  const { plan } = portrait
  const hasFallen = plan !== null && left.plan === null && !isSame(plan.text, portrait.text)
  // Of a text that was planned, and goes on in the working copy: nobody has signed its words any more.
  return hasFallen ? theirsAgain(left, portrait.writers[nameOf(plan.text)] ?? []) : left
}

/** A text goes live: what was planned for it is done, and no other one follows it. */
function goLive(portrait: Portrait, text: Text): Portrait {
  const { plan, stage } = portrait
  const isDone = plan !== null && isSame(plan.text, text)
  const isOwn = isSame(text, portrait.text)
  // What was live is the working copy of before now, and everybody's who wrote it.
  const isReplaced = !isOwn && stage === 'live'
  const writers = isReplaced ? Object.values(portrait.writers).flat() : []
  return {
    ...portrait,
    stage: isOwn ? 'live' : isReplaced ? 'draft' : stage,
    contributors: [...new Set([...portrait.contributors, ...writers])],
    live: text,
    signedWords: [],
    plan: null,
    endPlannedBy: isDone && plan.ends ? plan.by : portrait.endPlannedBy,
  }
}

/** When the rules change, what has all its signatures is approved; all else stays. */
export function judgeAnew(portrait: Portrait, house: House): Outcome {
  const isOver =
    portrait.stage === 'in_review' &&
    signersOf(portrait).length > 0 &&
    isComplete(portrait, house) &&
    !isHeldUp(portrait, 'approve', false)
  if (!isOver) return { status: 200, after: portrait, events: [] }
  return {
    status: 200,
    after: withoutClaim({ ...portrait, stage: 'approved' }),
    events: ['complete'],
  }
}

function edit(portrait: Portrait, operation: Operation & { kind: 'edit' }, house: House): Outcome {
  const { by, text, seen, keepsPlan } = operation
  const refuse = (status: number): Outcome => ({ status, after: portrait, events: [] })
  if (seen === 'stale') return refuse(412)
  if (seen === 'staleField') return refuse(409)
  if (by && !covers(by, portrait)) return refuse(403)
  if (isSame(text, portrait.text)) return refuse(200)
  const { stage, plan, round, live } = portrait
  if (stage === 'archived') return refuse(409)
  if (house.locks && by && isLockedFor(portrait, by)) return refuse(409)
  const isOff = stage === 'scheduled' && !keepsPlan
  const isPlanned = plan !== null && isSame(plan.text, text) && plan.round === round
  const next = isSame(text, live) ? 'live' : isPlanned ? 'scheduled' : 'draft'
  const events = stage === next ? [] : ['edit']
  if (isOff) events.push('planCancelled')
  const before = portrait.writers[nameOf(text)] ?? []
  const own = by ? [by.name] : []
  const isSigned = stage === 'approved' || stage === 'scheduled' || stage === 'live'
  const others = isSigned ? [] : portrait.contributors
  return {
    status: 200,
    after: {
      ...portrait,
      stage: next,
      text,
      contributors: [...new Set([...others, ...own, ...before])],
      writers: { ...portrait.writers, [nameOf(text)]: [...before, ...own] },
      claimedBy: null,
      plan: isOff ? null : plan,
    },
    events,
  }
}

/** A text in review is changed by who reviews it alone. */
function isLockedFor(portrait: Portrait, by: Person): boolean {
  const { stage, claimedBy, contributors, submittedBy } = portrait
  if (stage !== 'in_review') return false
  const isWriter = by.role === 'author' || contributors.includes(by.name) || submittedBy === by.name
  return isWriter || (claimedBy !== null && claimedBy !== by.name)
}

/** What blocks is resolved by who wrote it, or by an editor of the portrait who wrote none of it. */
function resolve(portrait: Portrait, operation: Operation & { kind: 'resolve' }): Outcome {
  const { by, comment: index } = operation
  const comment = portrait.comments[index]
  if (!comment) return { status: 404, after: portrait, events: [] }
  if (!comment.isOpen) return { status: 200, after: portrait, events: [] }
  const isOwn = by.name === portrait.author || portrait.contributors.includes(by.name)
  const isEditor = by.role !== 'author' && covers(by, portrait) && !isOwn
  if (comment.by !== by.name && !isEditor) return { status: 403, after: portrait, events: [] }
  const comments = portrait.comments.map((one, at) =>
    at === index ? { ...one, isOpen: false } : one,
  )
  return { status: 200, after: { ...portrait, comments }, events: ['resolveComment'] }
}

/** Everything that is planned comes due: first the publication, then the end. */
function comeDue(portrait: Portrait, house: House): Outcome {
  let after = portrait
  const events: string[] = []
  const { plan } = portrait
  if (plan) {
    const isKept = keepsOtherText(portrait)
    const isHeld = portrait.comments.some(
      ({ isOpen, on }) => isOpen && (!isKept || isSame(on, plan.text)),
    )
    if (isHeld) {
      const stage = portrait.stage === 'scheduled' ? 'approved' : portrait.stage
      after = { ...portrait, stage, plan: null }
      events.push('planFailed')
    } else {
      const live = judgeAnew(withoutClaim(goLive(portrait, plan.text)), house)
      after = live.after ?? portrait
      events.push('publish', ...live.events)
      // Its own end takes the place of the one that was due, and is not due yet.
      if (plan.ends) return { status: 200, after, events }
    }
  }
  if (portrait.endPlannedBy !== null) {
    const stage = after.stage === 'live' ? 'draft' : after.stage
    const off = judgeAnew(withoutClaim(offTheNet({ ...after, stage })), house)
    after = off.after ?? after
    events.push('unpublish', ...off.events)
  }
  return { status: 200, after, events }
}

/** What somebody has planned who leaves is carried out, in the name of whoever ended their account. */
export function handOver(portrait: Portrait, from: Person, to: Person): Outcome {
  const { plan, endPlannedBy } = portrait
  const isPlan = plan?.by === from.name
  const isEnd = endPlannedBy === from.name
  return {
    status: 200,
    after: {
      ...portrait,
      plan: isPlan ? { ...plan, by: to.name } : plan,
      endPlannedBy: isEnd ? to.name : endPlannedBy,
    },
    events: [isPlan, isEnd].filter((isSo) => isSo).map(() => 'handOverPlan'),
  }
}

/** A claim of who could approve no more is over: they have left, have other rights, or count as a writer again. */
export function withoutIdleClaim(
  portrait: Portrait,
  cast: readonly Person[],
  house: House,
): Portrait {
  const holder = cast.find(({ name }) => name === portrait.claimedBy)
  const holds = holder && !holder.hasLeft && refusalOf(portrait, 'approve', holder, house) === null
  return portrait.claimedBy === null || holds ? portrait : { ...portrait, claimedBy: null }
}

/** A claim to review ends with the review. */
function withoutClaim(portrait: Portrait): Portrait {
  return portrait.stage === 'in_review' ? portrait : { ...portrait, claimedBy: null }
}
