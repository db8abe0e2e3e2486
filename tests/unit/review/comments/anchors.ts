import { bodyOf } from '#support/factories.ts'
import { makeAnchor, type Anchor, type AnchorRequest } from '#review/comments/anchor.ts'

export const tasks = {
  id: 'a1',
  kind: 'aufgaben',
  heading: 'Was zu tun ist',
  body: bodyOf('Sie planen.'),
}
export const access = {
  id: 'z1',
  kind: 'zugang',
  heading: null,
  body: bodyOf('Eine Lehre hilft immer.'),
}
/** A text with a passage for each of the tests. */
export const document = {
  kicker: 'Beruf Leiter',
  headline: 'Leiter planen',
  intro: 'Wer plant, leitet. Wer leitet, plant.',
  sections: [tasks, access],
}

type Document = Record<string, unknown>

/** The anchor of a request that is to be accepted. */
export function anchorFor(request: AnchorRequest, on: Document = document): Anchor {
  const made = makeAnchor(on, request)
  if ('problem' in made) throw new Error(made.problem.reason.en)
  return made.anchor
}

/** What is said of a request that is to be refused. */
export function refusalOf(request: AnchorRequest, on: Document = document) {
  const made = makeAnchor(on, request)
  if ('anchor' in made) throw new Error(`Anchored on ${made.anchor.on}`)
  return made.problem
}
