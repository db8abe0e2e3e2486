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
  /** The regions of an editor's desk; null: all. */
  desk: readonly string[] | null
}

export interface Text {
  headline: string
  /** An empty introduction makes the text incomplete. */
  intro: string
}

export interface Portrait {
  author: string
  region: string
  stage: Stage
  text: Text
  round: number
  contributors: readonly string[]
  /** Who wrote each text that the portrait had: words that come back are still theirs. */
  writers: Readonly<Record<string, readonly string[]>>
  /** What was approved last, and in which round. */
  approval: { text: Text; round: number } | null
  live: Text | null
  claimedBy: string | null
  comments: readonly { by: string; isOpen: boolean }[]
  publicationPlannedBy: string | null
  endPlannedBy: string | null
}

export type Operation =
  | {
      kind: 'step'
      name: StepName
      by: Person
      /** With a reason, or with a date: the end of what is live, or the publication of what is not. */
      isComplete: boolean
      /** The stage that the caller believes the portrait to be in: the date is chosen for it. */
      believed: Stage
      hasStaleDigest: boolean
    }
  | { kind: 'edit'; by: Person | null; text: Text; seen: 'any' | 'now' | 'stale' | 'staleField' }
  | { kind: 'goLive'; by: Person | null }
  | { kind: 'claim' | 'release' | 'delete' | 'comment'; by: Person }
  | { kind: 'resolve'; by: Person; comment: number }
  | { kind: 'due'; people: readonly Person[] }

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
    writers: { [nameOf(text)]: [by.name] },
    approval: null,
    live: null,
    claimedBy: null,
    comments: [],
    publicationPlannedBy: null,
    endPlannedBy: null,
  }
}

/** Takes an operation on a portrait. Whatever is refused leaves it as it was. */
export function take(portrait: Portrait, operation: Operation): Outcome {
  const refuse = (status: number): Outcome => ({ status, after: portrait, events: [] })
  switch (operation.kind) {
    case 'step':
      return takeStep(portrait, operation)
    case 'edit':
      return edit(portrait, operation)
    case 'goLive':
      return refuse(403)
    case 'claim': {
      const refusal = refusalOf(portrait, 'approve', operation.by)
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
      const comments = [...portrait.comments, { by: by.name, isOpen: true }]
      return { status: 201, after: { ...portrait, comments }, events: ['comment'] }
    }
    case 'resolve':
      return resolve(portrait, operation)
    case 'delete': {
      const { by } = operation
      if (by.role === 'author' || !covers(by, portrait) || portrait.live) return refuse(403)
      return { status: 200, after: null, events: ['delete'] }
    }
    case 'due':
      return comeDue(portrait, operation.people)
  }
}

/** The steps that a person is offered: those that neither person nor state stand against. */
export function offered(portrait: Portrait, by: Person): StepName[] {
  return steps.filter((name) => refusalOf(portrait, name, by) === null && !isHeldUp(portrait, name))
}

/** The text itself, or what is said on it, stands in the way of a step. */
function isHeldUp({ text, comments }: Portrait, name: StepName): boolean {
  if (name !== 'submit' && name !== 'approve') return false
  return text.intro === '' || (name === 'approve' && comments.some(({ isOpen }) => isOpen))
}

const starts: Readonly<Record<StepName, readonly Stage[]>> = {
  submit: ['draft', 'changes_requested'],
  withdraw: ['in_review'],
  requestChanges: ['in_review'],
  approve: ['in_review'],
  publish: ['approved', 'scheduled'],
  schedule: ['approved', 'scheduled', 'live'],
  unschedule: ['draft', 'in_review', 'changes_requested', 'approved', 'scheduled', 'live'],
  unpublish: ['draft', 'in_review', 'changes_requested', 'approved', 'scheduled', 'live'],
  archive: ['draft', 'in_review', 'changes_requested', 'approved', 'scheduled', 'live'],
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

/** Why a person cannot take a step now: 403 by who they are, 409 by where the portrait is. */
function refusalOf(portrait: Portrait, name: StepName, by: Person): number | null {
  const isForAuthors = name === 'submit' || name === 'withdraw'
  if (by.role === 'author' && !isForAuthors) return 403
  if (!covers(by, portrait)) return 403
  if (!starts[name].includes(portrait.stage)) return 409
  const { approval, round, text, claimedBy } = portrait
  if (name === 'requestChanges' || name === 'approve') {
    if (claimedBy !== null && claimedBy !== by.name) return 409
  }
  if (name === 'approve' && portrait.contributors.includes(by.name)) return 403
  if (name === 'publish' || name === 'schedule') {
    if (approval?.round !== round || !isSame(approval.text, text)) return 409
  }
  if (name === 'unpublish' && !portrait.live) return 409
  const isPlanned = portrait.publicationPlannedBy !== null || portrait.endPlannedBy !== null
  return name === 'unschedule' && !isPlanned ? 409 : null
}

function takeStep(portrait: Portrait, step: Operation & { kind: 'step' }): Outcome {
  const { name, by, isComplete, believed, hasStaleDigest } = step
  const refuse = (status: number): Outcome => ({ status, after: portrait, events: [] })
  const refusal = refusalOf(portrait, name, by)
  if (refusal !== null) return refuse(refusal)
  if (hasStaleDigest) return refuse(409)
  if (['requestChanges', 'schedule'].includes(name) && !isComplete) return refuse(422)
  const isDateForLive = believed === 'live'
  if (name === 'schedule' && isDateForLive !== (portrait.stage === 'live')) return refuse(422)
  if (isHeldUp(portrait, name)) return refuse(422)
  const after = withoutClaim(advance(portrait, name, by))
  return { status: 200, after, events: [name] }
}

function advance(portrait: Portrait, name: StepName, by: Person): Portrait {
  const { stage, text, round } = portrait
  const ended = { live: null, endPlannedBy: null }
  switch (name) {
    case 'submit':
      return { ...portrait, stage: 'in_review', round: round + 1 }
    case 'withdraw':
    case 'reopen':
      return { ...portrait, stage: 'draft' }
    case 'requestChanges':
      return { ...portrait, stage: 'changes_requested' }
    case 'approve':
      return { ...portrait, stage: 'approved', contributors: [], approval: { text, round } }
    case 'publish':
      return { ...portrait, stage: 'live', live: text, publicationPlannedBy: null }
    case 'schedule':
      return stage === 'live'
        ? { ...portrait, endPlannedBy: by.name }
        : { ...portrait, stage: 'scheduled', publicationPlannedBy: by.name }
    case 'unschedule':
      return {
        ...portrait,
        stage: stage === 'scheduled' ? 'approved' : stage,
        publicationPlannedBy: null,
        endPlannedBy: null,
      }
    case 'unpublish':
      return { ...portrait, ...ended, stage: stage === 'live' ? 'draft' : stage }
    case 'archive':
      return { ...portrait, ...ended, stage: 'archived', publicationPlannedBy: null }
  }
}

function edit(portrait: Portrait, operation: Operation & { kind: 'edit' }): Outcome {
  const { by, text, seen } = operation
  const refuse = (status: number): Outcome => ({ status, after: portrait, events: [] })
  if (seen === 'stale') return refuse(412)
  if (seen === 'staleField') return refuse(409)
  if (by && !covers(by, portrait)) return refuse(403)
  if (isSame(text, portrait.text)) return refuse(200)
  if (portrait.stage === 'archived') return refuse(409)
  const events = portrait.stage === 'draft' ? [] : ['edit']
  if (portrait.publicationPlannedBy !== null) events.push('planCancelled')
  const before = portrait.writers[nameOf(text)] ?? []
  const own = by ? [by.name] : []
  const contributors = [...new Set([...portrait.contributors, ...own, ...before])]
  return {
    status: 200,
    after: {
      ...portrait,
      stage: 'draft',
      text,
      contributors,
      writers: { ...portrait.writers, [nameOf(text)]: [...before, ...own] },
      claimedBy: null,
      publicationPlannedBy: null,
    },
    events,
  }
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
function comeDue(portrait: Portrait, people: readonly Person[]): Outcome {
  let after = portrait
  const events: string[] = []
  for (const [name, planner] of [
    ['publish', portrait.publicationPlannedBy],
    ['unpublish', portrait.endPlannedBy],
  ] as const) {
    const by = people.find((person) => person.name === planner)
    if (!by) continue
    after = withoutClaim(advance(after, name, by))
    events.push(name)
  }
  return { status: 200, after, events }
}

/** A claim to review ends with the review. */
function withoutClaim(portrait: Portrait): Portrait {
  return portrait.stage === 'in_review' ? portrait : { ...portrait, claimedBy: null }
}
