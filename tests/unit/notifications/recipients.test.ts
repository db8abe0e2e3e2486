import { describe, expect, it } from 'vitest'
import { kindOf, notificationKinds, notifications } from '#notifications/kinds.ts'
import { nobody, recipientsOf, type Audience } from '#notifications/recipients.ts'

const audience: Audience = {
  author: 'author',
  assignedAuthor: 'assigned',
  reviewer: 'reviewer',
  contributors: ['author', 'helper'],
  participants: ['author', 'talker'],
  deskEditors: ['desk1', 'desk2'],
}
const by = (id: string | null) => ({ actor: id === null ? null : { id, name: id } })

describe('who is told', () => {
  it.each([
    ['submitted', audience, ['reviewer']],
    ['submitted', { ...audience, reviewer: null }, ['desk1', 'desk2']],
    ['returned', audience, ['author', 'assigned', 'helper']],
    ['approved', { ...audience, contributors: [] }, ['author', 'assigned', 'helper']],
    ['published', audience, ['author', 'assigned', 'helper']],
    ['unpublished', audience, ['author', 'assigned', 'helper']],
    ['comment', audience, ['author', 'talker', 'assigned', 'reviewer']],
    ['due', audience, ['reviewer', 'author', 'assigned']],
    ['opinion', audience, ['maker', 'reviewer']],
    ['planCancelled', audience, ['maker', 'planner', 'author', 'assigned']],
    ['delegated', nobody, ['document', 'maker']],
  ] as const)('of %s: %#', (kind, around, expected) => {
    const data = {
      madeBy: 'maker',
      plannedBy: 'maker',
      planners: ['planner'],
      contributors: ['author', 'helper'],
      to: 'maker',
    }
    const told = recipientsOf(kind, { id: 'document', ...by('stranger'), data }, around)
    expect(told).toEqual(expected)
  })

  it.each(notificationKinds.filter((kind) => kind !== 'planFailed'))(
    'of %s is never the one who acted',
    (kind) => {
      const everybody = (Object.values(audience) as (string | null | (string | null)[])[]).flat()
      const data = {
        madeBy: 'author',
        plannedBy: 'author',
        planners: ['author'],
        contributors: ['author'],
        to: 'author',
        after: { author: 'author', reviewer: 'author' },
      }
      for (const id of ['author', ...everybody.filter((person) => person !== null)]) {
        expect(recipientsOf(kind, { id: 'author', ...by(id), data }, audience)).not.toContain(id)
      }
    },
  )

  it('of a plan that failed is whoever planned it, since nobody acted', () => {
    const told = recipientsOf('planFailed', { id: 'x', ...by('planner'), data: null }, audience)
    expect(told).toEqual(['planner', 'author', 'assigned'])
  })

  it('of an assignment is who is new to it', () => {
    const data = {
      before: { author: 'old', reviewer: 'reviewer' },
      after: { author: 'new', reviewer: 'reviewer' },
    }
    expect(recipientsOf('assigned', { id: 'x', ...by('editor'), data }, audience)).toEqual(['new'])
    expect(recipientsOf('assigned', { id: 'x', ...by('new'), data }, audience)).toEqual([])
  })
})

describe('what is told', () => {
  it.each([
    [{ kind: 'workflow', transition: 'submit' }, 'submitted'],
    [{ kind: 'workflow', transition: 'requestChanges' }, 'returned'],
    [{ kind: 'workflow', transition: 'approve', to: 'approved' }, 'approved'],
    [{ kind: 'workflow', transition: 'approve', to: 'in_review' }, null],
    [{ kind: 'workflow', transition: 'publish' }, 'published'],
    [{ kind: 'workflow', transition: 'unpublish' }, 'unpublished'],
    [{ kind: 'workflow', transition: 'unschedule' }, 'planCancelled'],
    [{ kind: 'plan', transition: 'planCancelled' }, 'planCancelled'],
    [{ kind: 'plan', transition: 'planFailed' }, 'planFailed'],
    [{ kind: 'plan', transition: 'lapse' }, 'lapsed'],
    [{ kind: 'assignment', transition: 'assign' }, 'assigned'],
    [{ kind: 'assignment', transition: 'claim' }, null],
    [{ kind: 'assignment', transition: 'due' }, 'due'],
    [{ kind: 'comment', transition: 'reply' }, 'comment'],
    [{ kind: 'comment', transition: 'editComment' }, null],
    [{ kind: 'expert', transition: 'opinion' }, 'opinion'],
    [{ kind: 'expert', transition: 'makeLink' }, null],
    [{ kind: 'account', transition: 'delegate' }, 'delegated'],
    [{ kind: 'account', transition: 'login' }, null],
    [{ kind: 'workflow', transition: 'edit' }, null],
  ] as const)('of %j: %s', (event, kind) => {
    expect(kindOf(event)).toBe(kind)
  })

  it('comes at once where somebody waits for it, and else with the mail of the day', () => {
    const immediate = notificationKinds.filter((kind) => notifications[kind].mode === 'immediate')
    expect(immediate).toEqual([
      'returned',
      'planFailed',
      'planCancelled',
      'lapsed',
      'assigned',
      'opinion',
      'due',
    ])
    expect(notificationKinds.every((kind) => notifications[kind].mode !== 'off')).toBe(true)
  })
})
