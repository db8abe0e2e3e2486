import { isRecord } from '#model/documents.ts'
import { sectionKindLabels, sectionKinds } from '#model/section-kinds.ts'
import type { BilingualText } from '#model/text.ts'

const fields: Readonly<Record<string, BilingualText>> = {
  profession: { de: 'Beruf', en: 'Profession' },
  region: { de: 'Region', en: 'Region' },
  headline: { de: 'Überschrift', en: 'Headline' },
  intro: { de: 'Einleitung', en: 'Introduction' },
  sections: { de: 'Abschnitte', en: 'Sections' },
  salaryFigures: { de: 'Gehaltsangaben', en: 'Salary figures' },
  seo: { de: 'Suchmaschinen', en: 'Search engines' },
  provenance: { de: 'Herkunft', en: 'Provenance' },
}

/** What people call the place of a finding: `sections.2.body` is "Abschnitt 3 · Verdienst". */
export function nameOfPlace(
  path: string,
  document: Readonly<Record<string, unknown>>,
): BilingualText {
  const [field = '', row] = path.split('.')
  const number = row !== undefined && /^\d+$/.test(row) ? Number(row) : null
  if (field === 'sections' && number !== null) {
    const kind = kindOf(document, number)
    return {
      de: `Abschnitt ${String(number + 1)}${kind ? ` · ${kind.de}` : ''}`,
      en: `Section ${String(number + 1)}${kind ? ` · ${kind.en}` : ''}`,
    }
  }
  if (field === 'salaryFigures' && number !== null) {
    return {
      de: `Gehaltsangabe ${String(number + 1)}`,
      en: `Salary figure ${String(number + 1)}`,
    }
  }
  return fields[field] ?? { de: field, en: field }
}

function kindOf(
  { sections }: Readonly<Record<string, unknown>>,
  index: number,
): BilingualText | null {
  const row: unknown = Array.isArray(sections) ? sections[index] : undefined
  const kind = isRecord(row) ? sectionKinds.find((name) => name === row.kind) : undefined
  return kind === undefined ? null : sectionKindLabels[kind]
}
