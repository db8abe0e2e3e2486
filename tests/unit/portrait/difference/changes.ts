import { bodyOf } from '#support/factories.ts'
import { findDifference } from '#portrait/difference/find-difference.ts'

export const tasks = {
  id: '1',
  kind: 'aufgaben',
  heading: 'Was zu tun ist',
  body: bodyOf('Planen.'),
}
export const access = { id: '2', kind: 'zugang', heading: null, body: bodyOf('Eine Lehre hilft.') }
export const pay = { id: '3', kind: 'verdienst', heading: 'Geld', body: bodyOf('Es gibt 3.000 €.') }
export const entry = { id: 'f', kind: 'einstieg', min: 40_000, period: 'JAHR', source: 'quelle' }

export function changesOf(from: Record<string, unknown> | null, to: Record<string, unknown>) {
  return findDifference(from, to).changes
}

/** The changes in short: "changed sections.0.body text". */
export function inShort(
  from: Record<string, unknown> | null,
  to: Record<string, unknown>,
): string[] {
  return changesOf(from, to).map(({ kind, path, risk }) => `${kind} ${path} ${risk}`)
}
