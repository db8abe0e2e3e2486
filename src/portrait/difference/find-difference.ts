import type { Document } from '../kinds/field.ts'
import { fieldEntries } from '../registry.ts'
import { gravestOf, type Change, type Difference, type Finding } from './change.ts'
import { compareField } from './compare-field.ts'
import { placeOfField } from './place.ts'
import { typoLimit } from './prose.ts'

/**
 * Everything that changed from one version of an editorial document to another, for a reviewer who
 * approves the difference: at least one change whenever the canonical form differs, none when it does
 * not. Takes plain data with relations as ids or populated; null stands for no version before.
 */
export function findDifference(from: Document | null, to: Document): Difference {
  const findings = fieldEntries()
    .filter(([, { inDigest }]) => inDigest)
    .flatMap(([name, field]) =>
      compareField(placeOfField(name, field), { before: from?.[name], after: to[name] }),
    )
  const changes = withinTypoLimit(findings)
  return { changes, risk: gravestOf(changes.map(({ risk }) => risk)) }
}

/** Many words changed a little are no typos any more, however alike each is to what it was. */
function withinTypoLimit(findings: readonly Finding[]): Change[] {
  const isRevision = findings.reduce((sum, { typos }) => sum + typos, 0) > typoLimit
  return findings.map(({ change, typos }) =>
    isRevision && typos > 0 ? { ...change, risk: 'text' } : change,
  )
}
