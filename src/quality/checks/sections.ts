import { sectionKinds } from '#model/section-kinds.ts'
import { isFilled, rowsOf, type PlainDocument } from '../reading/document.ts'
import type { Finding } from '../findings/finding.ts'
import { findForbiddenNodes, hasText } from '../reading/rich-text.ts'

/** Each section by itself: its kind, its text, its heading. */
export function inspectSections(document: PlainDocument): Finding[] {
  return rowsOf(document.sections).flatMap(inspectSection)
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
  if (!isFilled(section.heading)) {
    findings.push({
      check: 'headings',
      severity: 'warn',
      path: `${path}.heading`,
      message: {
        de: 'Dem Abschnitt fehlt die Zwischenüberschrift. Geben Sie ihm eine, damit man ihn beim Überfliegen findet.',
        en: 'The section has no heading. Give it one, so that it is found at a glance.',
      },
    })
  }
  return findings
}
