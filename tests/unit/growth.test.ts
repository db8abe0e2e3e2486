import { describe, expect, it } from 'vitest'
import { hostileTexts } from '#support/growth/hostile-texts.ts'
import { readers } from '#support/growth/readers.ts'

// What reads texts takes time by their length, not by its square, whatever they are: `npm run bench:growth`
// shows it up to 4 MB; here up to what is still quick.

const short = 4000
const growth = 4
/** Below this a measurement is noise, in milliseconds; by the square it would be sixteen times the first. */
const noise = 200
const steep = 11

// A machine that is busy with other things makes a measurement longer, never shorter.
describe.each(Object.entries(readers))('%s', { retry: 2 }, (_, read) => {
  it.each(Object.entries(hostileTexts))('grows with the length of %s', (__, make) => {
    const then = timeOf(read, make(short * growth))
    if (then < noise) return
    // What else the machine does makes it slower: the better of two.
    const again = Math.min(then, timeOf(read, make(short * growth)))
    const first = Math.min(timeOf(read, make(short)), timeOf(read, make(short)))
    expect(again).toBeLessThan(Math.max(noise, first * steep))
  })
})

/** In milliseconds. */
function timeOf(read: (text: string) => unknown, text: string): number {
  const startedAt = performance.now()
  read(text)
  return performance.now() - startedAt
}
