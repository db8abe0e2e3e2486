import { berlinDay } from '#model/berlin-time.ts'
import type { EditorialCollection } from '#model/documents.ts'
import { inspectCodes } from './checks/codes.ts'
import { inspectConsents } from './checks/consents.ts'
import { findMissingFields } from './checks/completeness.ts'
import { inspectSalaryFigures } from './checks/salary.ts'
import { inspectSearchEngines } from './checks/search-engines.ts'
import { findMissingKinds } from './checks/section-kinds.ts'
import { inspectSections } from './checks/sections.ts'
import { inspectSentences } from './checks/sentences.ts'
import { findUnsourcedFigures } from './checks/unsourced-figures.ts'
import type { PlainDocument } from './reading/document.ts'
import type { Finding } from './findings/finding.ts'
import { measure, type Measures } from './measure.ts'
import { readProse, type Prose } from './reading/prose.ts'

/**
 * Every finding on one document: what blocks a transition and what only warns. Takes the document
 * as plain data, in whatever state of completeness. Codes are looked at where the profession and the
 * region stand in it as entries, not as ids.
 *
 * @param at when: some findings come with time
 */
export function inspect(
  collection: EditorialCollection,
  document: PlainDocument,
  at = new Date(),
): Finding[] {
  return inspectWith(collection, document, { prose: readProse(document), at })
}

/** The findings that `inspect` gives, with what can be counted: for whoever is writing the text. */
export function examine(
  collection: EditorialCollection,
  document: PlainDocument,
): { findings: Finding[]; measures: Measures } {
  const prose = readProse(document)
  return {
    findings: inspectWith(collection, document, { prose, at: new Date() }),
    measures: measure(document, prose),
  }
}

function inspectWith(
  collection: EditorialCollection,
  document: PlainDocument,
  { prose, at }: { prose: Prose; at: Date },
): Finding[] {
  return [
    ...findMissingFields(collection, document),
    ...findMissingKinds(collection, document),
    ...inspectSections(document),
    ...inspectSalaryFigures(document),
    ...findUnsourcedFigures(document, prose),
    ...inspectSentences(prose),
    ...inspectSearchEngines(document),
    ...inspectConsents(document, berlinDay(at)),
    ...inspectCodes(document),
  ]
}
