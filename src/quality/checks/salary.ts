import { relationId } from '#model/documents.ts'
import { findSalaryProblems } from '#model/salary.ts'
import type { BilingualText } from '#model/text.ts'
import { isFilled, rowsOf, type PlainDocument } from '../reading/document.ts'
import type { Finding } from '../findings/finding.ts'

/** Each salary figure by itself: its amounts, its kind and period, its source. */
export function inspectSalaryFigures(document: PlainDocument): Finding[] {
  return rowsOf(document.salaryFigures).flatMap(inspectSalaryFigure)
}

const missing: Readonly<Record<'kind' | 'period', BilingualText>> = {
  kind: { de: 'Die Art der Gehaltsangabe fehlt.', en: 'The kind of the salary figure is missing.' },
  period: {
    de: 'Der Zeitraum der Gehaltsangabe fehlt.',
    en: 'The period of the salary figure is missing.',
  },
}

function inspectSalaryFigure(figure: Record<string, unknown>, index: number): Finding[] {
  const path = `salaryFigures.${String(index)}`
  const findings = findSalaryProblems(figure).map(({ amount, message }): Finding => ({
    check: 'salary',
    severity: 'block',
    path: `${path}.${amount}`,
    message,
  }))
  for (const name of ['kind', 'period'] as const) {
    if (isFilled(figure[name])) continue
    findings.push({
      check: 'salary',
      severity: 'block',
      path: `${path}.${name}`,
      message: missing[name],
    })
  }
  if (relationId(figure.source) === null) {
    findings.push({
      check: 'unsourcedSalary',
      severity: 'warn',
      path: `${path}.source`,
      message: {
        de: 'Diese Gehaltsangabe hat keine Quelle.',
        en: 'This salary figure has no source.',
      },
    })
  }
  return findings
}
