import { describe, expect, it } from 'vitest'
import { roles } from '#model/roles.ts'
import { decide, type DecidingActor, type Standing } from '#workflow/decide.ts'
import { stageAfter, transitionNames, transitions } from '#workflow/transitions.ts'
import { stages } from '#model/stages.ts'

const standing: Standing = {
  stage: 'draft',
  hasLiveCopy: true,
  hasValidApproval: true,
  hasPlan: true,
  contributors: [],
  approvers: [],
  claimedBy: null,
}
const actor: DecidingActor = { id: 'me', role: 'editor', isOwn: true, isCovered: true }

describe('the decision over a transition', () => {
  const cells = transitionNames.flatMap((name) =>
    stages.flatMap((stage) => roles.map((role) => ({ name, stage, role }))),
  )
  it.each(cells)('$name from $stage by $role goes as the table says', ({ name, stage, role }) => {
    const { from, who } = transitions[name]
    const decision = decide(name, { ...standing, stage }, { ...actor, role })
    expect(decision.allowed).toBe(from.includes(stage) && who.includes(role))
    if (decision.allowed) expect(decision.to).toBe(stageAfter(transitions[name], stage))
  })

  it('refuses an approval by a contributor, admin or not', () => {
    for (const role of ['editor', 'admin'] as const) {
      const decision = decide(
        'approve',
        { ...standing, stage: 'in_review', contributors: ['me'] },
        { ...actor, role },
      )
      expect(decision).toMatchObject({ allowed: false, refusal: { code: 'four_eyes' } })
    }
  })

  it('publishes nothing without a valid approval', () => {
    const approved: Standing = { ...standing, stage: 'approved', hasValidApproval: false }
    expect(decide('publish', approved, actor).allowed).toBe(false)
  })

  it('unpublishes only what is live, and leaves a draft behind', () => {
    const live: Standing = { ...standing, stage: 'live' }
    expect(decide('unpublish', live, actor)).toEqual({ allowed: true, to: 'draft' })
    expect(decide('unpublish', { ...live, hasLiveCopy: false }, actor).allowed).toBe(false)
  })

  it('keeps authors to their own texts and editors to their desks', () => {
    expect(decide('submit', standing, { ...actor, role: 'author', isOwn: false }).allowed).toBe(
      false,
    )
    expect(decide('submit', standing, { ...actor, isCovered: false }).allowed).toBe(false)
  })
})
