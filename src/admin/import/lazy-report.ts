'use client'

import type { composeReport } from './report.ts'

/** Loads what composes a report, with its library for CSV: only who asks for a report needs it. */
export async function loadReport(): Promise<typeof composeReport> {
  return (await import('./report.ts')).composeReport
}
