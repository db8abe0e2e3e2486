import { describe, expect, it } from 'vitest'
import { asksForAnswers, datesFor, filledIn, isAnswered } from '#admin/steps/answers.ts'
import { blockersOf } from '#admin/workflow/blockers.ts'
import { factsOf } from '#admin/workflow/facts.ts'
import { compareVersions, wholeTextOf } from '#admin/workflow/versions.ts'
import { leadsForward, offeredSteps, placesFor } from '#admin/workflow/way.ts'
import { stages } from '#model/stages.ts'
import { say } from '#support/said-words.ts'
import type { WorkflowScreen } from '#newsroom/lists/view.ts'
import { transitionNames, transitions } from '#workflow/transitions.ts'

type BlockedStep = WorkflowScreen['blocked'][number]
const format = {
  date: (at: string | Date) => `day of ${String(at)}`,
  moment: (at: string | Date) => `moment of ${String(at)}`,
}
const named = (name: string) => ({ id: name, name })
const text = {
  id: '1',
  collection: 'regional-sections',
  title: 'Titel',
  digest: 'd',
  profession: null,
  region: null,
  author: named('Anna'),
  writer: null,
  reviewer: null,
  desks: [named('Pflege'), named('Rhein')],
  stage: 'draft',
  stageSince: 's',
  changedAt: 'c',
  liveAt: null,
  hasChanges: false,
  dueAt: null,
  risk: null,
  claimedBy: null,
  publishAt: null,
  unpublishAt: null,
  approval: null,
  maySignOff: [],
} satisfies NonNullable<WorkflowScreen['text']>
const screen: WorkflowScreen = {
  state: 'draft',
  digest: 'd',
  live: null,
  allowed: [],
  blocked: [],
  plan: null,
  liveUntil: null,
  assignment: { author: null, reviewer: null, dueAt: null },
  claim: null,
  approval: null,
  nobodyApproves: null,
  signOffs: [],
  openComments: { total: 0, blocking: 0 },
  approvals: [],
  events: [],
  findings: [],
  text: { ...text, desks: [...text.desks] },
}
const factsWith = (parts: Partial<WorkflowScreen>) =>
  factsOf({ ...screen, ...parts }, { say, format })
const textWith = (parts: Partial<NonNullable<WorkflowScreen['text']>>) => ({
  ...text,
  desks: [...text.desks],
  ...parts,
})

describe('the way of a text', () => {
  it.each(stages)('shows where it is at stage %s, once', (stage) => {
    const places = placesFor(stage)
    expect(places.filter(({ standing }) => standing === 'here')).toEqual([
      { stage, standing: 'here' },
    ])
    const order = places.map(({ standing }) => ['past', 'here', 'ahead'].indexOf(standing))
    expect(order).toEqual([...order].sort())
  })

  it('has one place for what was sent back, one for what is planned, and none for what is put away', () => {
    const stagesOn = (stage: (typeof stages)[number]) =>
      placesFor(stage).map((place) => place.stage)
    expect(stagesOn('changes_requested')).toEqual([
      'changes_requested',
      'in_review',
      'approved',
      'live',
    ])
    expect(stagesOn('scheduled')).toEqual(['draft', 'in_review', 'scheduled', 'live'])
    expect(stagesOn('archived')).toEqual(['archived'])
  })

  it('offers the steps that lead on first, the others in their order', () => {
    const allowed = ['withdraw', 'requestChanges', 'approve', 'archive'] as const
    const names = offeredSteps({ allowed: [...allowed], blocked: [] }).map(({ name }) => name)
    expect(names).toEqual(['approve', 'withdraw', 'requestChanges', 'archive'])
    expect(transitionNames.filter(leadsForward)).toEqual(['submit', 'approve', 'publish'])
  })
})

describe('a step', () => {
  it.each(transitionNames)('%s asks just for what it demands', (name) => {
    const { demands } = transitions[name]
    expect(asksForAnswers(name)).toBe(demands.includes('reason') || demands.includes('dates'))
    expect(isAnswered(name, {})).toBe(!asksForAnswers(name))
    expect(datesFor(name, 'approved').length > 0).toBe(demands.includes('dates'))
  })

  it('that needs a reason takes no blank one', () => {
    expect(isAnswered('requestChanges', { comment: ' \n' })).toBe(false)
    expect(isAnswered('requestChanges', { comment: 'Quelle fehlt.' })).toBe(true)
  })

  it('that plans is content with either date; what is live has only an end', () => {
    expect(isAnswered('schedule', { comment: 'Bald.' })).toBe(false)
    expect(isAnswered('schedule', { publishAt: '2026-12-01T08:00' })).toBe(true)
    expect(isAnswered('schedule', { unpublishAt: '2026-12-01T08:00' })).toBe(true)
    expect(datesFor('schedule', 'live')).toEqual(['unpublishAt'])
    expect(datesFor('schedule', null)).toEqual(['publishAt', 'unpublishAt'])
  })

  it('is sent without what was left empty', () => {
    expect(filledIn({ comment: '', publishAt: '2026-12-01T08:00' })).toEqual({
      publishAt: '2026-12-01T08:00',
    })
  })
})

describe('what stands in the way', () => {
  const blocked = (
    transition: BlockedStep['transition'],
    details: BlockedStep['details'] = [],
  ): BlockedStep => ({ transition, code: 'checks_block', reason: 'Es fehlt etwas.', details })
  const detail = (reason: string) => ({ path: 'intro', reason })

  it('is told of the steps that a person looks for', () => {
    expect(blockersOf({ blocked: [blocked('approve'), blocked('unpublish')] }, say)).toEqual([
      { transition: 'approve', reason: 'Es fehlt etwas.' },
    ])
  })

  it('is named by the first obstacle, with the number of all', () => {
    const some = [detail('Zu kurz.'), detail('Leer.')]
    expect(blockersOf({ blocked: [blocked('submit', some)] }, say)).toEqual([
      { transition: 'submit', reason: 'bar:obstacles(2, Es fehlt etwas., Zu kurz.)' },
    ])
  })

  it('keeps a button in sight where only the text is in the way, and no other', () => {
    const ownText = { ...blocked('approve'), code: 'four_eyes' }
    const steps = offeredSteps({ allowed: ['withdraw'], blocked: [ownText, blocked('submit')] })
    expect(steps).toEqual([
      { name: 'submit', isWaiting: true },
      { name: 'withdraw', isWaiting: false },
    ])
  })
})

describe('the facts of a text', () => {
  it.each([
    ['draft', {}, 'bar:withAuthor(Anna)'],
    ['changes_requested', { writer: named('Bert') }, 'bar:withAuthor(Bert)'],
    ['in_review', {}, 'bar:withDesk(Pflege, Rhein)'],
    ['in_review', { desks: [] }, 'bar:withEditors'],
    ['approved', { reviewer: named('Cleo') }, 'bar:reviewer(Cleo)'],
  ] as const)('say who has it at stage %s', (state, parts, said) => {
    const shown = { ...parts, desks: 'desks' in parts ? [] : [...text.desks] }
    expect(factsWith({ state, text: textWith(shown) })).toEqual([said])
  })

  it('say nothing where nobody has it', () => {
    expect(factsWith({ state: 'live', text: textWith({ dueAt: '2026-12-01' }) })).toEqual([])
    expect(factsWith({ state: 'draft', text: textWith({ author: null }) })).toEqual([])
    expect(factsWith({ text: null })).toEqual([])
  })

  it('say why nobody can approve it', () => {
    const nobodyApproves = 'Niemand ist mehr da.'
    expect(factsWith({ state: 'live', nobodyApproves })).toEqual([nobodyApproves])
  })

  it('say what is live, and whether the working copy differs', () => {
    const live = { digest: 'd', publishedAt: 'p', approvals: [] }
    expect(factsWith({ state: 'live', live })).toEqual(['texts:liveSince(moment of p)'])
    expect(factsWith({ state: 'live', digest: 'other', live })).toEqual([
      'texts:liveSince(moment of p)',
      'texts:changedSinceLive',
    ])
  })

  it('say what is planned; the end of the plan goes before that of what is live', () => {
    const plan = {
      publishAt: 'a',
      unpublishAt: 'b',
      plannedBy: { ...named('Cleo'), mayAct: true },
      digest: 'd',
      isOfWorkingCopy: true,
      isKept: false,
    }
    const ends = factsWith({ state: 'scheduled', plan, liveUntil: 'c' })
    expect(ends).toEqual(['texts:publishAt(moment of a)', 'texts:unpublishAt(moment of b)'])
    expect(factsWith({ state: 'live', liveUntil: 'c' })).toEqual(['texts:unpublishAt(moment of c)'])
  })

  it('say what is open, and how much of it blocks', () => {
    expect(factsWith({ state: 'live', openComments: { total: 3, blocking: 0 } })).toEqual([
      'bar:comments(3)',
    ])
    expect(factsWith({ state: 'live', openComments: { total: 3, blocking: 1 } })).toEqual([
      'bar:comments(3), bar:blocking(1)',
    ])
  })
})

describe('two versions of a text', () => {
  const saved = { digest: '2-abc', headline: 'Ihr Titel', intro: 'Gleich.', kicker: 'Nur dort' }
  const form = { digest: '2-old', headline: 'Mein Titel', intro: 'Gleich.', kicker: '' }

  it('are shown where their words differ, and bound to what is saved', () => {
    const { digest, differing } = compareVersions(saved, form)
    expect(digest).toBe('2-abc')
    expect(differing.map(({ path, theirs, mine }) => [path, theirs, mine])).toEqual([
      ['kicker', 'Nur dort', ''],
      ['headline', 'Ihr Titel', 'Mein Titel'],
    ])
    expect(compareVersions(saved, saved).differing).toEqual([])
  })

  it('can be copied, word for word', () => {
    expect(wholeTextOf(form)).toBe('Mein Titel\n\nGleich.')
  })
})
