import { memoryOf } from './machine.ts'
import { measure, type Figures, type Load } from './load.ts'
import type { Subject } from './subjects.ts'

/** One thing that is measured of one subject. */
export interface Measurement {
  /** By which ratios name it. */
  id: string
  what: string
  subject: Subject
  load: Omit<Load, 'origin'>
}

/** What a measurement came to: the median round by throughput. */
export interface Result extends Figures {
  id: string
  what: string
  subject: string
  /** Resident memory of the subject right after its last round, in bytes. */
  memory: number
}

/**
 * Measures everything in rounds, each measurement once a round, so that whatever else the machine does
 * meets all of them alike. A short round before the first one warms up.
 */
export async function measureAll(
  measurements: readonly Measurement[],
  options: { rounds: number; seconds: number; say: (line: string) => void },
): Promise<Result[]> {
  const { rounds, seconds, say } = options
  const figures = new Map<string, Figures[]>()
  const memory = new Map<string, number>()
  for (let round = 0; round <= rounds; round += 1) {
    say(round === 0 ? 'Warming up …' : `Round ${String(round)} of ${String(rounds)} …`)
    for (const { id, subject, load } of measurements) {
      const found = await measure({ ...load, origin: subject.origin }, round === 0 ? 2 : seconds)
      memory.set(id, memoryOf(subject.pid))
      if (round > 0) figures.set(id, [...(figures.get(id) ?? []), found])
    }
  }
  return measurements.map(({ id, what, subject }) => ({
    id,
    what,
    subject: subject.name,
    ...medianOf(figures.get(id) ?? []),
    memory: memory.get(id) ?? 0,
  }))
}

function medianOf(rounds: readonly Figures[]): Figures {
  const sorted = [...rounds].sort((a, b) => a.perSecond - b.perSecond)
  const median = sorted[Math.floor(sorted.length / 2)]
  if (!median) throw new Error('Nothing was measured.')
  return { ...median, failed: rounds.reduce((sum, { failed }) => sum + failed, 0) }
}
