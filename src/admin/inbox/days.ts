import { berlinDay } from '#model/berlin-time.ts'

/** Parts what is sorted by time into days of Berlin, in its order. `day` is 2026-11-27. */
export function byDay<Entry extends { at: string }>(
  entries: readonly Entry[],
): { day: string; entries: Entry[] }[] {
  const days = new Map<string, Entry[]>()
  for (const entry of entries) {
    const day = berlinDay(new Date(entry.at))
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return [...days].map(([day, of]) => ({ day, entries: of }))
}

/** Says whether a day is the one of a moment, or the one before it. */
export function nearDay(day: string, now: Date): 'today' | 'yesterday' | null {
  if (day === berlinDay(now)) return 'today'
  // Noon of the day before: no change of the clock leads past it.
  const noon = new Date(`${berlinDay(now)}T12:00:00Z`)
  noon.setUTCDate(noon.getUTCDate() - 1)
  return day === noon.toISOString().slice(0, 10) ? 'yesterday' : null
}
