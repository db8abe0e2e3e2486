import type { SalaryKind, SalaryPeriod } from '#model/salary.ts'
import type { SectionKind } from '#model/section-kinds.ts'
import type { MappedPortrait } from '../reading/map.ts'
import { isDoubtful, shorten } from '../reading/warnings.ts'

/** What was recognised in a file, for somebody to look at before it is written. */
export interface FoundContent {
  headline: string
  sections: { kind: SectionKind; heading: string | null; isDoubtful: boolean }[]
  figures: { kind: SalaryKind; period: SalaryPeriod; statedAs: string; isSourced: boolean }[]
}

/** Says what was recognised, in short. */
export function describeFound({ headline, sections, salaryFigures }: MappedPortrait): FoundContent {
  return {
    headline,
    sections: sections.map(({ kind, heading, kindConfidence }) => ({
      kind,
      heading,
      isDoubtful: isDoubtful(kindConfidence),
    })),
    figures: salaryFigures.map(({ kind, period, statedAs, source }) => ({
      kind,
      period,
      statedAs: shorten(statedAs),
      isSourced: source !== null,
    })),
  }
}
