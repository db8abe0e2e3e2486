import type { Result } from './measurements.ts'

type Say = (line: string) => void

/** Prints what was measured, as a table in Markdown. */
export function printResults(results: readonly Result[], say: Say): void {
  say('')
  say('| what | subject | requests/s | p50 ms | p99 ms | p99/p50 | memory MB | failed |')
  say('|---|---|--:|--:|--:|--:|--:|--:|')
  for (const { what, subject, perSecond, p50, p99, memory, failed } of results) {
    const cells = [
      what,
      subject,
      count(perSecond),
      p50.toFixed(2),
      p99.toFixed(2),
      p50 > 0 ? (p99 / p50).toFixed(1) : '',
      (memory / 1e6).toFixed(0),
      String(failed),
    ]
    say(`| ${cells.join(' | ')} |`)
  }
  say('')
}

interface Target {
  of: string
  to: string
  atLeast: number
}

/** The targets: how many times as many requests a second one takes as the other. */
const targets: readonly Target[] = [
  { of: 'one', to: 'one, bare', atLeast: 3 },
  { of: 'one', to: 'one, nginx', atLeast: 0.25 },
  { of: 'one', to: 'one, stock', atLeast: 150 },
  { of: 'others', to: 'others, bare', atLeast: 0.6 },
  { of: 'others', to: 'one, stock', atLeast: 25 },
  { of: 'graphql', to: 'graphql, stock', atLeast: 15 },
  { of: '304', to: 'one', atLeast: 1 },
]

const mostMemory = 150e6

/** Prints the ratios with their targets, and whether each was met. */
export function printRatios(results: readonly Result[], say: Say): void {
  const byId = new Map(results.map((result) => [result.id, result]))
  say('| ratio | is | target | |')
  say('|---|--:|--:|---|')
  const line = (name: string, is: number, target: string, isMet: boolean): void => {
    say(`| ${name} | ${is.toFixed(2)} | ${target} | ${isMet ? 'met' : '**missed**'} |`)
  }
  for (const { of, to, atLeast } of targets) {
    const one = byId.get(of)
    const other = byId.get(to)
    if (!one || !other) continue
    const is = one.perSecond / other.perSecond
    line(`${of} ÷ ${to}`, is, `≥ ${String(atLeast)}`, is >= atLeast)
  }
  const own = results.filter(({ subject }) => subject === 'delivery plane')
  for (const { id, p50, p99 } of own) {
    // What takes less than the whole milliseconds of autocannon has no such ratio.
    if (p50 > 0) line(`${id}: p99 ÷ p50`, p99 / p50, '< 10', p99 < 10 * p50)
  }
  const memory = Math.max(...own.map((result) => result.memory))
  line('memory of the delivery plane, MB', memory / 1e6, '< 150', memory < mostMemory)
  say('')
}

/** A count with its thousands apart. */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en-US')
}
