import { describe, expect, it } from 'vitest'
import { hostileTexts } from '#support/growth/hostile-texts.ts'
import { readers } from '#support/growth/readers.ts'

// What reads texts takes time by their length, not by its square, whatever they are: `npm run bench -- --readers`
// shows it up to 4 MB. Here a text that takes long enough to be measured is held against a quarter of it, and
// what looks steep against one that is four times as long: there a pause of the engine counts for little. Times
// are the processor's own and held against each other, so that a slow or busy machine changes nothing.

const quarter = 4000
const whole = 4 * quarter
const long = 4 * whole
/** Below this a time says nothing, in milliseconds. */
const measurable = 4
/** By the length it is four, by its square sixteen. */
const steep = 9

describe.each(Object.entries(readers))('%s', { retry: 1 }, (_, read) => {
  it.each(Object.entries(hostileTexts))('grows with the length of %s', (__, make) => {
    expect(takesTheSquare(read, make)).toBe(false)
  })
})

describe('what is held', { retry: 1 }, () => {
  const make = (length: number) => 'a'.repeat(length)
  const reading = (steps: (length: number) => number) => (text: string) => {
    let sum = 0
    for (let step = 0; step < steps(text.length); step += 1) sum = (sum * 31 + step) % 1_000_003
    return sum
  }

  it('is found of a reader by the square, also where it is quick up to here', () => {
    expect(
      takesTheSquare(
        reading((length) => length ** 2 / 50),
        make,
      ),
    ).toBe(true)
  })

  it('is not found of one by the length, however slow it is', () => {
    expect(
      takesTheSquare(
        reading((length) => length * 200),
        make,
      ),
    ).toBe(false)
  })
})

function takesTheSquare(
  read: (text: string) => unknown,
  make: (length: number) => string,
): boolean {
  return (
    isSteep(read, { short: make(quarter), long: make(whole) }) &&
    isSteep(read, { short: make(whole), long: make(long) })
  )
}

/** What the engine does beside makes a time longer, never shorter: the shortest of several is the reader's own. */
function isSteep(
  read: (text: string) => unknown,
  { short, long }: { short: string; long: string },
): boolean {
  const once = timeOf(read, long)
  if (once < measurable || once <= steep * shortest(read, short)) return false
  const least = Math.min(once, shortest(read, long))
  return least >= measurable && least > steep * shortest(read, short)
}

/** In milliseconds, of several times. */
function shortest(read: (text: string) => unknown, text: string): number {
  return Math.min(...[1, 2, 3].map(() => timeOf(read, text)))
}

/** What the processor has worked for it: what else it does meanwhile does not count. */
function timeOf(read: (text: string) => unknown, text: string): number {
  const before = process.cpuUsage()
  read(text)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
