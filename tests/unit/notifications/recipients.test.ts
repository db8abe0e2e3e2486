import { describe, expect, it } from 'vitest'
import {
  isAutomatic,
  kindsOf,
  notificationKinds,
  notifications,
  type NotificationKind,
} from '#notifications/kinds.ts'
import { nobody, peopleNamedIn, recipientsOf, type Audience } from '#notifications/recipients.ts'

const everybody = [
  ...['author', 'assigned', 'reviewer', 'helper', 'talker', 'claimer', 'planner', 'signer'],
  ...['principal', 'desk1', 'desk2', 'admin', 'maker', 'old', 'new', 'actor', 'giver', 'lawyer'],
  'submitter',
]
const audience: Audience = {
  givers: [],
  needsLink: [],
  stuck: ['legal'],
  lacking: null,
  author: 'author',
  assignedAuthor: 'assigned',
  reviewer: 'reviewer',
  contributors: ['author', 'helper'],
  participants: ['author', 'talker'],
  claimer: 'claimer',
  submitter: 'submitter',
  planners: ['planner'],
  signers: ['signer'],
  principals: ['principal'],
  deskEditors: ['desk1', 'desk2'],
  admins: ['admin'],
  reachable: new Set(everybody),
  entitled: new Set(['reviewer', 'desk1', 'desk2', 'admin', 'maker']),
  able: new Set(['reviewer', 'desk1', 'desk2', 'admin']),
}
const data = {
  madeBy: 'maker',
  plannedBy: 'maker',
  planners: ['planner'],
  approvers: ['signer'],
  signers: ['signer'],
  contributors: ['author', 'helper'],
  to: 'maker',
  before: { author: 'old', reviewer: 'reviewer' },
  after: { author: 'new', reviewer: 'reviewer' },
  replaced: [{ plan: 'p', action: 'publish', dueAt: '2027-01-01T00:00:00Z', plannedBy: 'planner' }],
}
const by = (id: string | null) => ({
  transition: 'x',
  actor: id === null ? null : { id, name: id },
})
const told = (kind: NotificationKind, around: Partial<Audience> = {}, actor = 'actor') =>
  recipientsOf(kind, { id: 'old', ...by(actor), data }, { ...audience, ...around })

/** An audience in which some people cannot be told anything: gone, or never signed in. */
const without = (...gone: string[]): Partial<Audience> => ({
  reachable: new Set(everybody.filter((id) => !gone.includes(id))),
  entitled: new Set([...audience.entitled].filter((id) => !gone.includes(id))),
  able: new Set([...audience.able].filter((id) => !gone.includes(id))),
})
/** An audience in which some people may not approve any more. */
const unable = (...people: string[]): Partial<Audience> => ({
  able: new Set([...audience.able].filter((id) => !people.includes(id))),
})

describe('who is told', () => {
  it.each([
    ['submitted', ['reviewer']],
    ['awaitsSignature', ['reviewer']],
    ['stuck', ['admin']],
    ['returned', ['author', 'assigned', 'helper']],
    ['reviewEnded', ['claimer', 'reviewer', 'author', 'assigned', 'submitter', 'signer']],
    ['approvalEnded', ['reviewer', 'author', 'assigned', 'submitter', 'signer']],
    ['reopened', ['author', 'assigned']],
    ['approved', ['author', 'assigned', 'helper', 'signer', 'reviewer']],
    ['approvalRevoked', ['author', 'assigned', 'helper', 'signer', 'planner', 'reviewer']],
    ['published', ['author', 'assigned', 'helper', 'planner']],
    ['unpublished', ['author', 'assigned', 'helper', 'planner']],
    ['archived', ['author', 'assigned', 'reviewer', 'planner']],
    ['deleted', ['author', 'assigned', 'reviewer', 'planner']],
    ['restored', ['author', 'assigned', 'reviewer']],
    [
      'planFailed',
      ['actor', 'author', 'assigned', 'signer', 'desk1', 'desk2', 'principal', 'admin'],
    ],
    ['planCancelled', ['maker', 'planner', 'author', 'assigned']],
    ['planMoved', ['planner']],
    ['lapsed', ['author', 'assigned', 'desk1', 'desk2']],
    ['assigned', ['new']],
    ['authorChanged', ['old', 'new']],
    ['blocked', ['planner', 'signer']],
    ['comment', ['author', 'talker', 'assigned', 'reviewer']],
    ['opinion', ['maker', 'reviewer']],
    ['due', ['reviewer', 'author', 'assigned']],
    ['delegated', ['old', 'maker']],
    ['differs', ['admin']],
  ] as const)('of %s', (kind, expected) => {
    expect(told(kind)).toEqual(expected)
  })

  it.each([
    // A text that waits is told to somebody who may act on it.
    ['submitted', 'nobody is assigned', { reviewer: null }, ['desk1', 'desk2']],
    ['submitted', 'the reviewer wrote on it', unable('reviewer'), ['desk1', 'desk2']],
    ['submitted', 'the reviewer is gone', without('reviewer'), ['desk1', 'desk2']],
    ['submitted', 'one of the desk wrote on it', unable('reviewer', 'desk1'), ['desk2']],
    ['submitted', 'nobody of the desk may', unable('reviewer', 'desk1', 'desk2'), ['admin']],
    ['submitted', 'the desk is gone', without('reviewer', 'desk1', 'desk2'), ['admin']],
    ['submitted', 'nobody may', { able: new Set<string>() }, []],
    ['awaitsSignature', 'the reviewer has signed', unable('reviewer'), ['desk1', 'desk2']],
    [
      'approvalRevoked',
      'nobody is left but the desk',
      without(...everybody.slice(0, 9)),
      ['desk1', 'desk2'],
    ],
    // So is what others sign off beside the approval.
    ['submitted', 'somebody signs off', { givers: ['lawyer'] }, ['reviewer', 'lawyer']],
    [
      'awaitsSignature',
      'only a sign-off is missing',
      { givers: ['lawyer'], able: new Set<string>() },
      ['lawyer'],
    ],
    [
      'approvalRevoked',
      'a sign-off is asked for anew',
      { ...without('author', 'assigned', 'helper', 'signer', 'planner'), givers: ['lawyer'] },
      ['reviewer', 'lawyer'],
    ],
    // The author is gone: the desk hears it, where nobody else does.
    ['returned', 'the author is gone', without('author'), ['assigned', 'helper']],
    [
      'returned',
      'the author and all others are gone',
      without('author', 'assigned', 'helper'),
      ['desk1', 'desk2'],
    ],
    [
      'returned',
      'there is no author',
      { author: null, assignedAuthor: null, contributors: [] },
      ['desk1', 'desk2'],
    ],
    [
      'returned',
      'author and desk are gone',
      without('author', 'assigned', 'helper', 'desk1', 'desk2'),
      ['admin'],
    ],
    [
      'approved',
      'the writers are gone',
      without('author', 'assigned', 'helper'),
      ['desk1', 'desk2', 'signer', 'reviewer'],
    ],
    ['stuck', 'nobody can approve', { lacking: 'any' }, ['admin', 'author', 'assigned']],
    // Somebody who may publish it knows: the reviewer, who signed or wrote it, or else the desk.
    [
      'approved',
      'the reviewer may not publish',
      unable('reviewer'),
      ['author', 'assigned', 'helper', 'signer', 'desk1', 'desk2'],
    ],
    [
      'approved',
      'who signed may publish',
      { reviewer: null, able: new Set(['signer', 'desk1']) },
      ['author', 'assigned', 'helper', 'signer'],
    ],
    [
      'approved',
      'who signed last may publish',
      { reviewer: null, able: new Set(['actor', 'desk1']) },
      ['author', 'assigned', 'helper', 'signer'],
    ],
    [
      'approved',
      'who wrote it may publish',
      { reviewer: null, able: new Set(['author', 'desk1']) },
      ['author', 'assigned', 'helper', 'signer'],
    ],
    [
      'approved',
      'only an administrator may publish',
      { reviewer: null, able: new Set(['admin']) },
      ['author', 'assigned', 'helper', 'signer', 'admin'],
    ],
    [
      'published',
      'the writers are gone',
      without('author', 'assigned', 'helper', 'planner'),
      ['desk1', 'desk2'],
    ],
    ...(
      [
        'archived',
        'deleted',
        'restored',
        'reopened',
        'planCancelled',
        'comment',
        'reviewEnded',
        'approvalEnded',
      ] as const
    ).map(
      (kind) =>
        [
          kind,
          'everybody whom it concerns is gone',
          without(...everybody.slice(0, 8), 'maker', 'submitter'),
          ['desk1', 'desk2'],
        ] as const,
    ),
    // An expert's answer reaches somebody who may act on it.
    ['opinion', 'the maker is gone', without('maker'), ['reviewer', 'desk1', 'desk2']],
    [
      'opinion',
      'the maker may not act',
      { entitled: new Set(['reviewer', 'desk1']) },
      ['reviewer', 'desk1', 'desk2'],
    ],
    [
      'opinion',
      'maker and desk are gone',
      without('maker', 'desk1', 'desk2'),
      ['reviewer', 'admin'],
    ],
    ['opinion', 'the reviewer was demoted', { entitled: new Set(['maker', 'desk1']) }, ['maker']],
    // A date that has passed is told to who is left.
    ['due', 'the reviewer is gone', without('reviewer'), ['author', 'assigned']],
    ['due', 'the reviewer was demoted', { entitled: new Set(['desk1']) }, ['author', 'assigned']],
    ['due', 'all of them are gone', without('reviewer', 'author', 'assigned'), ['desk1', 'desk2']],
    [
      'due',
      'the desk is gone too',
      without('reviewer', 'author', 'assigned', 'desk1', 'desk2'),
      ['admin'],
    ],
    [
      'planFailed',
      'the planner is gone',
      without('actor', 'author', 'assigned'),
      ['signer', 'desk1', 'desk2', 'principal', 'admin'],
    ],
    ['blocked', 'the planner is gone', without('planner'), ['signer']],
    ['deleted', 'the author is gone', without('author'), ['assigned', 'reviewer', 'planner']],
    ['delegated', 'who stands in never signed in', without('maker'), ['old']],
  ] as const)('of %s when %s', (kind, _, around, expected) => {
    expect(told(kind, around)).toEqual(expected)
  })

  it.each(notificationKinds.flatMap((kind) => everybody.map((id) => [kind, id] as const)))(
    'of %s is not %s where they acted, and not where they cannot be told',
    (kind, id) => {
      if (kind !== 'planFailed' && kind !== 'stuck') expect(told(kind, {}, id)).not.toContain(id)
      expect(told(kind, without(id))).not.toContain(id)
    },
  )

  it.each(['submitted', 'awaitsSignature'] as const)(
    'of %s is somebody else of the desk than who acted, or else an administrator',
    (kind) => {
      const around = { reviewer: null, deskEditors: ['desk1'] }
      expect(told(kind, around, 'desk1')).toEqual(['admin'])
    },
  )

  it('of a text that its author published is nobody of the desk', () => {
    const around = { assignedAuthor: null, contributors: [], planners: [] }
    const event = { id: 'x', ...by('author'), data: null }
    expect(recipientsOf('published', event, { ...audience, ...around })).toEqual([])
  })

  it.each(['published', 'unpublished'] as const)(
    'of what is %s by a plan is whoever planned it, since nobody acted',
    (kind) => {
      const event = { id: 'x', ...by('planner'), data: { plan: 'p' } }
      expect(isAutomatic(kind, event)).toBe(true)
      expect(recipientsOf(kind, event, audience)).toContain('planner')
    },
  )

  it('of what the rules approve is whoever changed them, since they did not approve it', () => {
    const event = { id: 'x', ...by('author'), transition: 'complete', data: null }
    expect(recipientsOf('approved', event, audience)).toContain('author')
    // They have not signed: whoever publishes is told all the same.
    const around = { ...audience, reviewer: null, able: new Set(['author', 'desk1']), author: null }
    expect(recipientsOf('approved', event, around)).toContain('desk1')
  })

  it('of a sign-off that is taken back is who gave it', () => {
    const event = { id: 'x', ...by('admin'), data: { givenBy: 'giver' } }
    expect(recipientsOf('approvalRevoked', event, audience)).toContain('giver')
    expect(peopleNamedIn({ kind: 'workflow', collection: 'c', ...event })).toContain('giver')
  })

  it('of an assignment is who is new to it', () => {
    const event = { id: 'x', ...by('new'), data }
    expect(recipientsOf('assigned', event, audience)).toEqual([])
  })

  it('is found among all whom an event names', () => {
    const event = {
      kind: 'workflow',
      collection: 'users',
      id: 'subject',
      ...by('actor'),
      data,
    } as const
    expect(new Set(peopleNamedIn(event))).toEqual(
      new Set([
        ...['subject', 'actor', 'maker', 'planner', 'signer', 'author', 'helper'],
        ...['old', 'new', 'reviewer'],
      ]),
    )
  })

  it('is nobody where nobody can be told', () => {
    for (const kind of notificationKinds) {
      expect(recipientsOf(kind, { id: 'x', ...by('actor'), data }, nobody)).toEqual([])
    }
  })
})

describe('what is told', () => {
  it.each([
    [{ kind: 'workflow', transition: 'submit' }, ['submitted']],
    [{ kind: 'workflow', transition: 'requestChanges' }, ['returned']],
    [{ kind: 'workflow', transition: 'approve', to: 'approved' }, ['approved']],
    [{ kind: 'workflow', transition: 'approve', to: 'in_review' }, ['awaitsSignature']],
    [{ kind: 'workflow', transition: 'signOff', to: 'approved' }, ['approved']],
    [{ kind: 'workflow', transition: 'signOff', to: 'in_review' }, []],
    [{ kind: 'workflow', transition: 'takeBackSignOff', to: 'in_review' }, ['approvalRevoked']],
    [{ kind: 'workflow', transition: 'revokeApproval', to: 'in_review' }, ['approvalRevoked']],
    [{ kind: 'workflow', transition: 'withdraw' }, ['reviewEnded']],
    [{ kind: 'workflow', transition: 'publish' }, ['published']],
    [
      { kind: 'workflow', transition: 'publish', data: { replaced: [{}] } },
      ['published', 'planMoved'],
    ],
    [{ kind: 'workflow', transition: 'complete', to: 'approved' }, ['approved']],
    [{ kind: 'workflow', transition: 'unpublish' }, ['unpublished']],
    [{ kind: 'workflow', transition: 'archive' }, ['archived']],
    [{ kind: 'workflow', transition: 'delete' }, ['deleted']],
    [{ kind: 'workflow', transition: 'restore' }, ['restored']],
    [{ kind: 'workflow', transition: 'purge' }, []],
    [{ kind: 'workflow', transition: 'schedule', data: { replaced: [{}] } }, ['planMoved']],
    [{ kind: 'workflow', transition: 'schedule', data: { replaced: [] } }, []],
    [{ kind: 'workflow', transition: 'unschedule' }, ['planCancelled']],
    [{ kind: 'plan', transition: 'planCancelled' }, ['planCancelled']],
    [{ kind: 'plan', transition: 'planFailed' }, ['planFailed']],
    [{ kind: 'plan', transition: 'lapse' }, ['lapsed']],
    [{ kind: 'assignment', transition: 'assign' }, ['assigned']],
    [{ kind: 'assignment', transition: 'changeAuthor' }, ['authorChanged']],
    [{ kind: 'assignment', transition: 'claim' }, []],
    [{ kind: 'assignment', transition: 'due' }, ['due']],
    [{ kind: 'comment', transition: 'comment' }, ['comment']],
    [
      { kind: 'comment', transition: 'comment', data: { isBlocking: true } },
      ['blocked', 'comment'],
    ],
    [{ kind: 'comment', transition: 'reopenComment', data: { isBlocking: true } }, ['blocked']],
    [{ kind: 'comment', transition: 'reopenComment', data: { isBlocking: false } }, []],
    [{ kind: 'comment', transition: 'reply' }, ['comment']],
    [{ kind: 'comment', transition: 'editComment' }, []],
    [{ kind: 'expert', transition: 'opinion' }, ['opinion']],
    [{ kind: 'expert', transition: 'makeLink' }, []],
    [{ kind: 'account', transition: 'delegate' }, ['delegated']],
    [{ kind: 'assignment', transition: 'assign', data: { left: 'gone' } }, ['handedOver']],
    [{ kind: 'plan', transition: 'handOverPlan' }, ['handedOver']],
    [{ kind: 'record', transition: 'differs' }, ['differs']],
    [{ kind: 'account', transition: 'login' }, []],
    [{ kind: 'workflow', transition: 'edit', from: 'in_review' }, ['reviewEnded']],
    [{ kind: 'workflow', transition: 'edit', from: 'approved' }, ['approvalEnded']],
    [{ kind: 'workflow', transition: 'edit', from: 'scheduled' }, ['approvalEnded']],
    [{ kind: 'workflow', transition: 'edit', from: 'scheduled', data: { keepsPlan: true } }, []],
    [{ kind: 'workflow', transition: 'edit', from: 'live' }, []],
    [{ kind: 'workflow', transition: 'reopen' }, ['reopened']],
  ] as const)('of %j: %j', (event, kinds) => {
    expect(kindsOf(event)).toEqual(kinds)
  })

  it('comes at once where somebody waits for it, and else with the mail of the day', () => {
    const immediate = notificationKinds.filter((kind) => notifications[kind].mode === 'immediate')
    expect(immediate).toEqual([
      'stuck',
      'returned',
      'reviewEnded',
      'approvalEnded',
      'approvalRevoked',
      'planFailed',
      'planCancelled',
      'planMoved',
      'lapsed',
      'assigned',
      'handedOver',
      'authorChanged',
      'blocked',
      'opinion',
      'due',
      'proposalRejected',
      'erasureAsked',
      'differs',
    ])
    expect(notificationKinds.every((kind) => notifications[kind].mode !== 'off')).toBe(true)
  })
})
