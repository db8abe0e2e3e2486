'use client'

import type { composeReport } from './report.ts'

/** Loads what composes a report, with its library for CSV: only who asks for a report needs it. */
export async function loadReport(): Promise<typeof composeReport> {
  // eslint-disable-next-line no-restricted-syntax -- Leads to a file beside this one.
  return (await import('./report.ts')).composeReport
}
