import { createHash } from 'node:crypto'

/** What `work` takes on a machine of today that has nothing else to do, in milliseconds. */
const usual = 25
const bytes = Buffer.alloc(1_000_000)

/**
 * A time that a test allows, in milliseconds, on this machine at this moment: longer where the processor is slow or
 * has other things to do. What a test holds by it is an order of magnitude (an answer in two seconds, not in twenty);
 * how fast something is, is measured by `npm run bench`.
 *
 * @param milliseconds what is allowed on a machine of today
 */
export function allowed(milliseconds: number): number {
  const startedAt = performance.now()
  work()
  return milliseconds * Math.max(1, (performance.now() - startedAt) / usual)
}

/** Half of it is what a processor does with numbers, half what it does with text. */
function work(): void {
  const hash = createHash('md5')
  for (let time = 0; time < 8; time += 1) hash.update(bytes)
  hash.digest('hex')
  const words: string[] = []
  for (let number = 0; number < 60_000; number += 1) words.push(`word ${String(number % 977)}`)
  words.join(' ').split(' ').sort()
}
