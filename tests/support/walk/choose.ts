import fc from 'fast-check'
import type { Door } from './play.ts'
import {
  offered,
  steps,
  type House,
  type Operation,
  type Person,
  type Portrait,
  type Text,
} from './reference-machine.ts'

/** A step as it is drawn: numbers that choose among what there is when its turn comes. */
export const drawn = fc.record({
  action: fc.oneof(
    { weight: 30, arbitrary: fc.constant('advance' as const) },
    { weight: 20, arbitrary: fc.constant('step' as const) },
    { weight: 22, arbitrary: fc.constant('edit' as const) },
    { weight: 4, arbitrary: fc.constant('restore' as const) },
    { weight: 8, arbitrary: fc.constant('race' as const) },
    { weight: 5, arbitrary: fc.constant('due' as const) },
    { weight: 3, arbitrary: fc.constant('claim' as const) },
    { weight: 1, arbitrary: fc.constant('release' as const) },
    { weight: 2, arbitrary: fc.constant('comment' as const) },
    { weight: 5, arbitrary: fc.constant('resolve' as const) },
    { weight: 3, arbitrary: fc.constant('bulk' as const) },
    { weight: 2, arbitrary: fc.constant('goLive' as const) },
    { weight: 1, arbitrary: fc.constant('delete' as const) },
    { weight: 2, arbitrary: fc.constant('rules' as const) },
    { weight: 2, arbitrary: fc.constant('people' as const) },
    { weight: 2, arbitrary: fc.constant('give' as const) },
  ),
  document: fc.nat(1000),
  person: fc.nat(1000),
  choice: fc.nat(1000),
  twist: fc.nat(11),
  second: fc.record({ person: fc.nat(1000), choice: fc.nat(1000), twist: fc.nat(11) }),
})
export type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never
export type Choice = Drawn['second']

interface Chosen {
  operation: Operation
  door: Door
}

/** Who there is to act, and headlines that no text has had. */
interface Means {
  cast: readonly Person[]
  house: House
  nextHeadline: () => string
}

/** The operation that the numbers choose, where the portrait is now. */
export function choose(
  portrait: Portrait,
  means: Means,
  action: Exclude<Drawn['action'], 'restore' | 'race' | 'bulk' | 'rules' | 'people'>,
  { person, choice, twist }: Choice,
): Chosen {
  const { house } = means
  const cast = means.cast.filter(({ hasLeft }) => !hasLeft)
  const by = at(cast, person)
  // The end of what is live, or a date of publication, and now and then the other one.
  const isEnd =
    portrait.stage === 'live' ? twist % 6 !== 5 : portrait.live ? twist % 3 === 0 : twist % 6 === 5
  const date = isEnd ? 'unpublishAt' : 'publishAt'
  const door = twist % 4 === 3 ? 'graphql' : 'rest'
  switch (action) {
    case 'advance': {
      const moves = cast.flatMap((one) =>
        offered(portrait, one, house)
          .filter((name) => !leadsAway.includes(name) || choice % 10 === 0)
          .map((name) => ({ name, by: one })),
      )
      const move = moves[choice % Math.max(1, moves.length)] ?? { name: 'reopen' as const, by }
      return {
        operation: { kind: 'step', ...move, isComplete: true, date, hasStaleDigest: false },
        door,
      }
    }
    case 'step': {
      const name = at(steps, choice)
      const [isComplete, hasStaleDigest] = [twist % 5 !== 0, twist % 7 === 6]
      return { operation: { kind: 'step', name, by, isComplete, date, hasStaleDigest }, door }
    }
    case 'edit':
      return chooseEdit(portrait, { ...means, cast }, by, { choice, twist })
    case 'give': {
      const authors = cast.filter(({ role }) => role === 'author')
      return { operation: { kind: 'give', by, to: at(authors, choice).name }, door: 'rest' }
    }
    case 'goLive':
      return { operation: { kind: 'goLive', by: twist % 2 === 0 ? by : null }, door }
    case 'due':
      return { operation: { kind: 'due' }, door }
    case 'resolve': {
      const open = portrait.comments.findIndex(({ isOpen }) => isOpen)
      const comment = open === -1 ? choice % (portrait.comments.length + 1) : open
      return { operation: { kind: 'resolve', by, comment }, door }
    }
    case 'claim':
    case 'release':
    case 'comment':
    case 'delete':
      return { operation: { kind: action, by }, door }
  }
}

function chooseEdit(
  portrait: Portrait,
  { cast, nextHeadline }: Means,
  by: Person,
  { choice, twist }: Pick<Choice, 'choice' | 'twist'>,
): Chosen {
  // Words come back as well: those that are live, those that are planned.
  const back = choice % 8 === 3 ? portrait.live : choice % 8 === 5 ? portrait.plan?.text : undefined
  const text: Text = back ?? {
    headline: choice % 10 === 0 ? portrait.text.headline : nextHeadline(),
    intro: choice % 25 === 1 ? '' : 'Eine Einleitung.',
  }
  const who = choice % 3 === 0 ? by : (cast.find(({ name }) => name === portrait.author) ?? by)
  const [door, seen] = at(
    [
      ['rest', 'any'],
      ['rest', 'now'],
      ['rest', 'stale'],
      ['rest', 'staleField'],
      ['autosave', 'any'],
      ['autosave', 'now'],
      ['graphql', 'any'],
      ['graphql', 'staleField'],
      ['local', 'any'],
      ['rest', 'any'],
      ['rest', 'now'],
      ['graphql', 'any'],
    ] as const,
    twist,
  )
  const keepsPlan = (door === 'rest' || door === 'autosave') && choice % 2 === 0
  return {
    operation: { kind: 'edit', by: door === 'local' ? null : who, text, seen, keepsPlan },
    door,
  }
}

/** Steps that would end the walk's way to readers too often if they were taken whenever allowed. */
const leadsAway: readonly string[] = [
  'withdraw',
  'archive',
  'unpublish',
  'unschedule',
  'revokeApproval',
]

/** The one of a list that a number stands for. */
export function at<T>(list: readonly T[], index: number): T {
  const chosen = list[index % list.length]
  if (chosen === undefined) throw new Error('There is nothing to choose from.')
  return chosen
}
