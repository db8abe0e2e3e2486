import { hostileTexts } from '../tests/support/growth/hostile-texts.ts'
import { readers } from '../tests/support/growth/readers.ts'

const megabyte = 1_000_000
const sizes = [megabyte, 2 * megabyte, 4 * megabyte]

/**
 * Measures what reads the words of a text (importer, checks, renderings, differences) on texts of 1, 2 and
 * 4 MB: for each reader the kind of text on which it takes longest for 4 MB, and by how much that grows.
 * Twice the text takes twice the time; by the square it would be four times.
 */
export function measureReaders(say: (line: string) => void): void {
  say(
    'seconds for 1, 2 and 4 MB, and the growth from 1 to 4 MB (4: by the length, 16: by its square)',
  )
  for (const [reader, read] of Object.entries(readers)) {
    const found = Object.entries(hostileTexts).map(([kind, make]) => {
      const times = sizes.map((size) => secondsOf(() => read(make(size))))
      return { kind, times, growth: (times.at(-1) ?? 0) / (times[0] ?? 1) }
    })
    const [slowest] = found.toSorted(
      (left, right) => (right.times.at(-1) ?? 0) - (left.times.at(-1) ?? 0),
    )
    const noticed = found.filter(({ times }) => (times.at(-1) ?? 0) > 1)
    const [steepest] = noticed.toSorted((left, right) => right.growth - left.growth)
    for (const [name, one] of [
      ['slowest', slowest],
      ['steepest', steepest],
    ] as const) {
      if (!one) continue
      const times = one.times.map((time) => time.toFixed(2).padStart(7)).join(' ')
      say(
        `${reader.padEnd(24)} ${name.padEnd(9)} ${times}  × ${one.growth.toFixed(1)}  ${one.kind}`,
      )
    }
  }
}

function secondsOf(work: () => unknown): number {
  const startedAt = performance.now()
  work()
  return (performance.now() - startedAt) / 1000
}
