import type { Document } from './kinds/field.ts'
import { fieldEntries } from './registry.ts'

// Some values are delivered up to a day only. What an approval covers does not change on that day, what
// sites see does. Days are days in Berlin, as YYYY-MM-DD.

/** A text without what has lapsed before a day. */
export function leftOn(day: string, document: Document): Document {
  const left = lapsing().map(([name, { left }]) => [name, left(document[name], day)] as const)
  return { ...document, ...Object.fromEntries(left) }
}

/** The last day on which everything that is left on a day still is; null: nothing ends. */
export function lastDayAsOn(day: string, document: Document): string | null {
  const days = lapsing().flatMap(([name, { lastDays }]) => lastDays(document[name]))
  return days.filter((last) => last >= day).sort()[0] ?? null
}

/** The fields of which something has lapsed since a day. */
export function fieldsLapsed(document: Document, { from, to }: { from: string; to: string }) {
  return lapsing().flatMap(([name, { lastDays }]) =>
    lastDays(document[name]).some((last) => last >= from && last < to) ? [name] : [],
  )
}

function lapsing() {
  return fieldEntries().flatMap(([name, { kind }]) =>
    kind.lapses ? [[name, kind.lapses] as const] : [],
  )
}
