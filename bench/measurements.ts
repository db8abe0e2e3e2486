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
  /** What stands in an answer that is not a refusal or an empty list. */
  holds?: string
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
 *
 * @throws where a subject does not answer as it should: to refuse takes another time than to answer
 */
export async function measureAll(
  measurements: readonly Measurement[],
  options: { rounds: number; seconds: number; say: (line: string) => void },
): Promise<Result[]> {
  const { rounds, seconds, say } = options
  const figures = new Map<string, Figures[]>()
  const memory = new Map<string, number>()
  for (const measurement of measurements) await tryOnce(measurement)
  for (let round = 0; round <= rounds; round += 1) {
    say(round === 0 ? 'Warming up …' : `Round ${String(round)} of ${String(rounds)} …`)
    for (const { id, subject, load } of measurements) {
      const found = await measure({ ...load, origin: subject.origin }, round === 0 ? 2 : seconds)
      memory.set(id, memoryOf(subject.pid))
      if (round > 0) figures.set(id, [...(figures.get(id) ?? []), found])
    }
  }
  return measurements.map(({ id, what, subject }) => {
    const found = figures.get(id) ?? []
    const asked = found.reduce((sum, { perSecond }) => sum + perSecond * seconds, 0)
    const result = { id, what, subject: subject.name, ...medianOf(found) }
    if (result.failed > asked / 100) {
      throw new Error(`${subject.name}, ${what}: ${String(result.failed)} requests failed.`)
    }
    return { ...result, memory: memory.get(id) ?? 0 }
  })
}

async function tryOnce({ what, subject, load, holds = '' }: Measurement): Promise<void> {
  const { paths, headers, body } = load
  const type = body === undefined ? {} : { 'content-type': 'application/json' }
  const response = await fetch(`${subject.origin}${paths[0]}`, {
    headers: { ...headers, ...type },
    ...(body === undefined ? {} : { method: 'POST', body }),
  })
  const text = await response.text()
  if (response.status < 400 && text.includes(holds)) return
  throw new Error(`${subject.name}, ${what}: ${String(response.status)} ${text.slice(0, 300)}`)
}

function medianOf(rounds: readonly Figures[]): Figures {
  const sorted = [...rounds].sort((a, b) => a.perSecond - b.perSecond)
  const median = sorted[Math.floor(sorted.length / 2)]
  if (!median) throw new Error('Nothing was measured.')
  return { ...median, failed: rounds.reduce((sum, { failed }) => sum + failed, 0) }
}
