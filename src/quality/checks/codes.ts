import type { CodeKind } from '#model/codes/code.ts'
import { kldb2010 } from '#model/codes/kldb.ts'
import { escoOccupation, isco08 } from '#model/codes/occupation.ts'
import { ags, ars, nuts3 } from '#model/codes/region.ts'
import { isRecord } from '#model/documents.ts'
import type { PlainDocument } from '../reading/document.ts'
import type { Finding } from '../findings/finding.ts'

interface CodeField {
  name: string
  code: CodeKind
  /** Without it sites and statistics cannot place the text. */
  isExpected: boolean
}

const professionCodes: readonly CodeField[] = [
  { name: 'kldb2010', code: kldb2010, isExpected: true },
  { name: 'isco08', code: isco08, isExpected: false },
  { name: 'escoUri', code: escoOccupation, isExpected: false },
]
const regionCodes: readonly CodeField[] = [
  { name: 'ags', code: ags, isExpected: true },
  { name: 'ars', code: ars, isExpected: false },
  { name: 'nuts3', code: nuts3, isExpected: false },
]

/** The codes of the profession and of the region, where these stand in the document as entries. */
export function inspectCodes(document: PlainDocument): Finding[] {
  return [
    ...inspectEntry('profession', document.profession, professionCodes),
    ...inspectEntry('region', document.region, regionCodes),
  ]
}

function inspectEntry(path: string, entry: unknown, fields: readonly CodeField[]): Finding[] {
  if (!isRecord(entry)) return []
  return fields.flatMap(({ name, code, isExpected }): Finding[] => {
    const value = entry[name]
    if (value === undefined || value === null || value === '') {
      if (!isExpected) return []
      return [warn(path, missing(path, code))]
    }
    const problem = code.findProblem(value)
    return problem ? [warn(path, problem)] : []
  })
}

function missing(path: string, { name }: CodeKind): Finding['message'] {
  return path === 'profession'
    ? {
        de: `Dem Beruf fehlt der Code ${name.de}. Tragen Sie ihn beim Beruf nach.`,
        en: `The profession lacks its ${name.en}. Add it at the profession.`,
      }
    : {
        de: `Der Region fehlt der Code ${name.de}. Tragen Sie ihn bei der Region nach.`,
        en: `The region lacks its ${name.en}. Add it at the region.`,
      }
}

function warn(path: string, message: Finding['message']): Finding {
  return { check: 'codes', severity: 'warn', path, message }
}
