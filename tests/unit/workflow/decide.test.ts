import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roles } from '#model/roles.ts'
import { stages } from '#model/stages.ts'
import {
  allowedTransitions,
  blockedTransitions,
  decide,
  decideByStanding,
  type DecidingActor,
  type Facts,
} from '#workflow/decide.ts'
import { judgeDemand, type Asked, type Standing } from '#workflow/demands.ts'
import {
  courseOf,
  stageAfter,
  transitionNames,
  transitions,
  type Demand,
  type TransitionName,
} from '#workflow/transitions.ts'

const standing: Standing = {
  stage: 'draft',
  digest: '2-a',
  hasLiveCopy: true,
  hasValidApproval: true,
  hasPlan: true,
  planned: { publishAt: null, unpublishAt: null },
  endsAt: null,
  revocable: [{ id: 'one', by: 'other' }],
  isLocked: false,
  contributors: [],
  approvers: [],
  claimedBy: null,
}
const nothingWrong: Facts['text'] = {
  isOnRecord: () => true,
  blockingFindings: () => [],
  blockingComments: () => [],
}
const actor: DecidingActor = { id: 'me', role: 'editor', isOwn: true, isCovered: true }
const factsOf = (changed: Partial<Standing>, text: Partial<Facts['text']> = {}): Facts => ({
  standing: { ...standing, ...changed },
  text: { ...nothingWrong, ...text },
})
const obstacle = { path: 'intro', reason: { de: 'Fehlt.', en: 'Missing.' } }
const now = new Date('2026-11-29T12:00Z')

describe('the decision over a transition', () => {
  const cells = transitionNames.flatMap((name) =>
    stages.flatMap((stage) => roles.map((role) => ({ name, stage, role }))),
  )
  it.each(cells)('$name from $stage by $role goes as the table says', ({ name, stage, role }) => {
    const { who } = transitions[name]
    const course = courseOf(name, { stage, hasLiveCopy: true })
    const decision = decide(name, factsOf({ stage }), { ...actor, role })
    expect(decision.allowed).toBe(course.from.includes(stage) && who.includes(role))
    if (decision.allowed) expect(decision.to).toBe(stageAfter(course, stage))
  })

  it.each([
    // Of what is live the end can be planned whatever became of the working copy.
    ['draft', true, { unpublishAt: 'x' }, 'end'],
    ['in_review', true, { unpublishAt: 'x' }, 'end'],
    ['changes_requested', true, { unpublishAt: null }, 'end'],
    ['approved', true, { unpublishAt: 'x' }, 'end'],
    ['live', true, { unpublishAt: 'x' }, 'end'],
    ['live', true, { publishAt: 'x', unpublishAt: 'x' }, 'end'],
    ['draft', false, { unpublishAt: 'x' }, 'publication'],
    ['draft', true, { publishAt: 'x' }, 'publication'],
    ['approved', true, { publishAt: 'x' }, 'publication'],
    ['approved', true, { publishAt: 'x', unpublishAt: 'x' }, 'publication'],
    ['approved', false, { unpublishAt: 'x' }, 'publication'],
    ['scheduled', true, { unpublishAt: 'x' }, 'publication'],
    ['archived', false, { unpublishAt: 'x' }, 'publication'],
  ] as const)('plans from %s (live: %s) with %o the %s', (stage, hasLiveCopy, asked, about) => {
    const course = courseOf('schedule', { stage, hasLiveCopy }, asked)
    expect(course === transitions.schedule.ofEnd ? 'end' : 'publication').toBe(about)
  })

  it('asks neither for an approval nor for checks where an end is planned', () => {
    const facts = factsOf(
      { stage: 'draft', hasValidApproval: false },
      { isOnRecord: fail, blockingFindings: fail, blockingComments: fail },
    )
    const asked: Asked = {
      transition: 'schedule',
      comment: null,
      unpublishAt: '2027-02-01T00:00Z',
      now,
    }
    expect(decide('schedule', facts, actor, asked)).toEqual({ allowed: true, to: 'draft' })
  })

  it('refuses an approval by a contributor, admin or not', () => {
    for (const role of ['editor', 'admin'] as const) {
      const facts = factsOf({ stage: 'in_review', contributors: ['me'] })
      expect(decide('approve', facts, { ...actor, role })).toMatchObject({
        allowed: false,
        refusal: { code: 'four_eyes' },
      })
    }
  })

  const other = { id: 'other', name: 'Demo Redaktion 2' }
  const me = { id: 'me', name: 'Demo Redaktion 1' }
  const inReview: Partial<Standing> = { stage: 'in_review' }
  it.each<[name: TransitionName, Facts, Partial<DecidingActor>, refusal: string | null]>([
    ['approve', factsOf({ ...inReview, contributors: ['me'] }), {}, 'notThisActor four_eyes'],
    ['approve', factsOf({ ...inReview, approvers: ['me'] }), {}, 'wrongState already_approved'],
    ['approve', factsOf({ ...inReview, contributors: ['other'], approvers: ['other'] }), {}, null],
    ['approve', factsOf({ ...inReview, claimedBy: other }), {}, 'wrongState claimed'],
    ['approve', factsOf({ ...inReview, claimedBy: me }), {}, null],
    ['requestChanges', factsOf({ ...inReview, claimedBy: other }), {}, 'wrongState claimed'],
    ['withdraw', factsOf({ ...inReview, claimedBy: other }), {}, null],
    ['withdraw', factsOf({ ...inReview, isLocked: true }), {}, null],
    [
      'withdraw',
      factsOf({ ...inReview, isLocked: true, claimedBy: other }),
      {},
      'wrongState claimed',
    ],
    ['withdraw', factsOf({ ...inReview, isLocked: true, claimedBy: me }), {}, null],
    ['revokeApproval', factsOf({ ...inReview, revocable: [] }), {}, 'wrongState wrong_state'],
    ['unschedule', factsOf({ stage: 'live', hasPlan: false }), {}, 'wrongState wrong_state'],
    ['unpublish', factsOf({ stage: 'live', hasLiveCopy: false }), {}, 'wrongState wrong_state'],
    [
      'publish',
      factsOf({ stage: 'approved', hasValidApproval: false }),
      {},
      'wrongState wrong_state',
    ],
    [
      'publish',
      factsOf({ stage: 'approved' }, { blockingComments: () => [obstacle] }),
      {},
      'unmet checks_block',
    ],
    ['submit', factsOf({}, { blockingFindings: () => [obstacle] }), {}, 'unmet checks_block'],
    ['submit', factsOf({}, { isOnRecord: () => false }), {}, 'wrongState digest_mismatch'],
    ['publish', factsOf({}), {}, 'wrongState wrong_state'],
    ['publish', factsOf({ stage: 'approved' }), { role: 'author' }, 'notThisActor not_allowed'],
    ['submit', factsOf({}), { role: 'author', isOwn: false }, 'notThisActor not_allowed'],
    ['submit', factsOf({}), { role: 'author', isCovered: false }, null],
    ['submit', factsOf({}), { isCovered: false }, 'notThisActor not_covered'],
    ['submit', factsOf({}), { isOwn: false }, null],
    ['submit', factsOf({}), { role: 'admin', isOwn: false, isCovered: false }, null],
  ])('answers %s, case %#, by %o with %s', (name, facts, changed, refusal) => {
    const decision = decide(name, facts, { ...actor, ...changed })
    const said = decision.allowed ? null : `${decision.refusal.kind} ${decision.refusal.code}`
    expect(said).toBe(refusal)
    if (decision.allowed) return
    expect(decision.refusal.message.de).toMatch(/\.$/u)
    expect(decision.refusal.message.en).toMatch(/\.$/u)
    if (decision.refusal.kind === 'unmet') expect(decision.refusal.obstacles).toEqual([obstacle])
  })

  it('asks one demand by itself, and none that only a request can meet', () => {
    const facts = factsOf(
      { approvers: ['me'], hasLiveCopy: false },
      { blockingComments: () => [obstacle] },
    )
    const codeOf = (demand: Demand) => judgeDemand(demand, facts, actor)?.code
    expect(codeOf('fourEyes')).toBe('already_approved')
    expect(codeOf('liveCopy')).toBe('wrong_state')
    expect(codeOf('resolved')).toBe('checks_block')
    expect(codeOf('checks')).toBeUndefined()
    expect(codeOf('reason')).toBeUndefined()
  })

  it('publishes nothing without a valid approval', () => {
    const facts = factsOf({ stage: 'approved', hasValidApproval: false })
    expect(decide('publish', facts, actor).allowed).toBe(false)
  })

  it('unpublishes only what is live, and leaves a draft behind', () => {
    const live = factsOf({ stage: 'live' })
    expect(decide('unpublish', live, actor)).toEqual({ allowed: true, to: 'draft' })
    expect(decide('unpublish', factsOf({ stage: 'live', hasLiveCopy: false }), actor).allowed).toBe(
      false,
    )
  })

  it('takes down whatever the text is: nobody looks at it', () => {
    const text = { isOnRecord: fail, blockingFindings: fail, blockingComments: fail }
    for (const name of ['unpublish', 'archive'] as const) {
      const asked: Asked = { transition: name, comment: null, now }
      expect(decide(name, factsOf({ stage: 'live' }, text), actor, asked).allowed).toBe(true)
    }
  })

  it('keeps authors to their own texts and editors to their desks', () => {
    const draft = factsOf({})
    expect(decide('submit', draft, { ...actor, role: 'author', isOwn: false }).allowed).toBe(false)
    expect(decide('submit', draft, { ...actor, isCovered: false }).allowed).toBe(false)
  })

  it('tells of an old text before anything that is wrong with the new one', () => {
    const facts = factsOf({}, { blockingFindings: () => [obstacle] })
    const asked: Asked = { transition: 'submit', comment: null, expectedDigest: '2-b', now }
    expect(decide('submit', facts, actor, asked)).toMatchObject({
      refusal: { code: 'digest_mismatch' },
    })
  })

  it('lets somebody claim a review that the text holds up: that is what reviewing is for', () => {
    const facts = factsOf({ stage: 'in_review' }, { blockingComments: () => [obstacle] })
    expect(decide('approve', facts, actor).allowed).toBe(false)
    expect(decideByStanding('approve', facts.standing, actor).allowed).toBe(true)
  })
})

function fail(): never {
  throw new Error('Nobody was to look at this.')
}

describe('what is offered', () => {
  const anyFacts = fc.record({
    stage: fc.constantFrom(...stages),
    hasLiveCopy: fc.boolean(),
    hasValidApproval: fc.boolean(),
    hasPlan: fc.boolean(),
    revocable: fc.subarray([{ id: 'one', by: 'other' }]),
    isLocked: fc.boolean(),
    contributors: fc.subarray(['me', 'other']),
    approvers: fc.subarray(['me', 'other']),
    claimedBy: fc.constantFrom(null, { id: 'me', name: 'Ich' }, { id: 'other', name: 'Andere' }),
    isOnRecord: fc.boolean(),
    findings: fc.subarray([obstacle]),
    comments: fc.subarray([obstacle]),
  })
  const anyActor = fc.record({
    id: fc.constant('me'),
    role: fc.constantFrom(...roles),
    isOwn: fc.boolean(),
    isCovered: fc.boolean(),
  })
  type Known = typeof anyFacts extends fc.Arbitrary<infer Known> ? Known : never
  const given = ({ isOnRecord, findings, comments, ...changed }: Known) =>
    factsOf(changed, {
      isOnRecord: () => isOnRecord,
      blockingFindings: () => findings,
      blockingComments: () => comments,
    })
  /** All that a request can say to be met: a reason, and dates that make a plan. */
  const wellAsked = (transition: Asked['transition'], { stage }: Standing): Asked => ({
    transition,
    comment: 'Darum.',
    ...(transition === 'schedule' && {
      ...((stage === 'approved' || stage === 'scheduled') && { publishAt: '2027-01-01T00:00Z' }),
      unpublishAt: '2027-02-01T00:00Z',
    }),
    expectedDigest: standing.digest,
    now,
  })

  it('is taken, whoever asks and whatever the document, when the request says what it must', () => {
    fc.assert(
      fc.property(anyFacts, anyActor, (known, by) => {
        const facts = given(known)
        for (const name of allowedTransitions(facts, by)) {
          expect(decide(name, facts, by, wellAsked(name, facts.standing)).allowed, name).toBe(true)
        }
      }),
    )
  })

  it('is all that can be taken; what starts here and is for this role is told with its reason', () => {
    fc.assert(
      fc.property(anyFacts, anyActor, (known, by) => {
        const facts = given(known)
        const allowed = allowedTransitions(facts, by)
        const blocked = blockedTransitions(facts, by).map(({ transition }) => transition)
        for (const name of transitionNames) {
          const { who } = transitions[name]
          const { from } = courseOf(name, facts.standing)
          const isNear = from.includes(facts.standing.stage) && who.includes(by.role)
          expect([...allowed, ...blocked].includes(name), name).toBe(isNear)
          if (!allowed.includes(name)) {
            expect(decide(name, facts, by, wellAsked(name, facts.standing)).allowed).toBe(false)
          }
        }
      }),
    )
  })

  /** What leaves one demand unmet, and all others met; the code that says so. */
  const unmet: Readonly<
    Record<
      Demand,
      {
        changed?: Partial<Standing>
        text?: Partial<Facts['text']>
        saysNothing?: true
        code: string
      }
    >
  > = {
    fourEyes: { changed: { contributors: ['me'] }, code: 'four_eyes' },
    unclaimed: { changed: { claimedBy: { id: 'other', name: 'Andere' } }, code: 'claimed' },
    unlocked: {
      changed: { isLocked: true, claimedBy: { id: 'other', name: 'Andere' } },
      code: 'claimed',
    },
    signature: { changed: { revocable: [] }, code: 'wrong_state' },
    plan: { changed: { hasPlan: false }, code: 'wrong_state' },
    approval: { changed: { hasValidApproval: false }, code: 'wrong_state' },
    liveCopy: { changed: { hasLiveCopy: false }, code: 'wrong_state' },
    checks: { text: { blockingFindings: () => [obstacle] }, code: 'checks_block' },
    resolved: { text: { blockingComments: () => [obstacle] }, code: 'checks_block' },
    reason: { saysNothing: true, code: 'checks_block' },
    dates: { saysNothing: true, code: 'checks_block' },
  }

  it.each(
    transitionNames.flatMap((name) =>
      transitions[name].demands.map((demand) => [name, demand] as const),
    ),
  )('%s is refused where nothing but this is unmet: %s', (name, demand) => {
    const { changed = {}, text = {}, saysNothing = false, code } = unmet[demand]
    const stage = transitions[name].from[0] ?? 'draft'
    const met = factsOf({ stage })
    expect(decide(name, met, actor, wellAsked(name, met.standing)).allowed).toBe(true)
    const facts = factsOf({ stage, ...changed }, text)
    const asked: Asked = saysNothing
      ? { transition: name, comment: null, now }
      : wellAsked(name, facts.standing)
    expect(decide(name, facts, actor, asked)).toMatchObject({ allowed: false, refusal: { code } })
    // What can still be said is offered; all else is not.
    expect(decide(name, facts, actor).allowed).toBe(saysNothing)
  })
})
