import type { EditorialCollection } from '#model/documents.ts'
import { sectionKindHints, sectionKindLabels, type SectionKind } from '#model/section-kinds.ts'
import { rowsOf, type PlainDocument } from '../reading/document.ts'
import type { Finding } from '../findings/finding.ts'

/**
 * What a reader expects of each text. A career profile tells everything that holds nationwide; a
 * regional section stands by itself on a site's page, so it repeats the essentials beside what is
 * particular to the place.
 */
export const expectedKinds: Readonly<Record<EditorialCollection, readonly SectionKind[]>> = {
  'career-profiles': [
    'aufgaben',
    'anforderungen',
    'arbeitsumfeld',
    'zugang',
    'verdienst',
    'weiterbildung',
    'perspektive',
  ],
  'regional-sections': ['aufgaben', 'anforderungen', 'zugang', 'regionales', 'verdienst'],
}

/** The expected kinds of section that a document lacks, each a hint to add one. */
export function findMissingKinds(
  collection: EditorialCollection,
  document: PlainDocument,
): Finding[] {
  const present = new Set(rowsOf(document.sections).map(({ kind }) => kind))
  return expectedKinds[collection]
    .filter((kind) => !present.has(kind))
    .map((kind): Finding => {
      const label = sectionKindLabels[kind]
      const hint = sectionKindHints[kind]
      return {
        check: 'sectionKinds',
        severity: 'warn',
        path: 'sections',
        message: {
          de: `Es fehlt ein Abschnitt „${label.de}“. Hinein gehört: ${hint.de}`,
          en: `There is no section “${label.en}”. It would hold: ${hint.en}`,
        },
      }
    })
}
