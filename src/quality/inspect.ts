import { isRecord, relationId, type EditorialCollection } from '#model/documents.ts'
import { findSalaryProblems } from '#model/salary.ts'
import { sectionKinds } from '#model/section-kinds.ts'
import { findForbiddenNodes, hasText } from './rich-text.ts'
import type { Finding } from './finding.ts'

/**
 * Every finding on one document: what blocks a transition and what only warns. Takes the document
 * as plain data, in whatever state of completeness.
 */
export function inspect(
  collection: EditorialCollection,
  document: Readonly<Record<string, unknown>>,
): Finding[] {
  return [
    ...findMissing(collection, document),
    ...rowsOf(document.sections).flatMap(inspectSection),
    ...rowsOf(document.salaryFigures).flatMap(inspectSalaryFigure),
  ]
}

/** The findings that block a transition. */
export function findBlockers(
  collection: EditorialCollection,
  document: Readonly<Record<string, unknown>>,
): Finding[] {
  return inspect(collection, document).filter(({ severity }) => severity === 'block')
}

function findMissing(
  collection: EditorialCollection,
  document: Readonly<Record<string, unknown>>,
): Finding[] {
  const demands: [path: string, isThere: boolean, de: string, en: string][] = [
    [
      'profession',
      relationId(document.profession) !== null,
      'Der Beruf fehlt.',
      'The profession is missing.',
    ],
    ['headline', isFilled(document.headline), 'Die Überschrift fehlt.', 'The headline is missing.'],
    ['intro', isFilled(document.intro), 'Die Einleitung fehlt.', 'The introduction is missing.'],
    [
      'sections',
      rowsOf(document.sections).length > 0,
      'Es gibt keinen Abschnitt.',
      'There is no section.',
    ],
    [
      'provenance.origin',
      isRecord(document.provenance) && isFilled(document.provenance.origin),
      'Es fehlt, wodurch der Text entstanden ist.',
      'It is not said how the text was made.',
    ],
  ]
  if (collection === 'regional-sections') {
    demands.push([
      'region',
      relationId(document.region) !== null,
      'Die Region fehlt.',
      'The region is missing.',
    ])
  }
  return demands.flatMap(([path, isThere, de, en]): Finding[] =>
    isThere ? [] : [{ check: 'completeness', severity: 'block', path, message: { de, en } }],
  )
}

function inspectSection(section: Record<string, unknown>, index: number): Finding[] {
  const path = `sections.${String(index)}`
  const findings: Finding[] = []
  if (!sectionKinds.some((kind) => kind === section.kind)) {
    findings.push({
      check: 'completeness',
      severity: 'block',
      path: `${path}.kind`,
      message: {
        de: 'Die Art des Abschnitts fehlt oder ist unbekannt.',
        en: 'The kind of the section is missing or unknown.',
      },
    })
  }
  if (!hasText(section.body)) {
    findings.push({
      check: 'completeness',
      severity: 'block',
      path: `${path}.body`,
      message: { de: 'Der Abschnitt hat keinen Text.', en: 'The section has no text.' },
    })
  }
  const forbidden = findForbiddenNodes(section.body)
  if (forbidden.length > 0) {
    findings.push({
      check: 'richText',
      severity: 'block',
      path: `${path}.body`,
      message: {
        de: `Der Text enthält, was kein Porträt enthalten darf: ${forbidden.join(', ')}.`,
        en: `The text contains what no portrait may contain: ${forbidden.join(', ')}.`,
      },
    })
  }
  return findings
}

function inspectSalaryFigure(figure: Record<string, unknown>, index: number): Finding[] {
  const path = `salaryFigures.${String(index)}`
  const findings = findSalaryProblems(figure).map(({ amount, message }): Finding => ({
    check: 'salary',
    severity: 'block',
    path: `${path}.${amount}`,
    message,
  }))
  for (const name of ['kind', 'period']) {
    if (isFilled(figure[name])) continue
    findings.push({
      check: 'salary',
      severity: 'block',
      path: `${path}.${name}`,
      message: { de: `${name} fehlt.`, en: `${name} is missing.` },
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

function rowsOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

function isFilled(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== ''
}
