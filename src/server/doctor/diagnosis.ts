/** What the doctor has found out about one thing. */
export interface Diagnosis {
  /** What was looked at. */
  about: string
  verdict: 'well' | 'worth knowing' | 'ill'
  /** What there is, in a sentence or less. */
  found: string
  /** What to do, where something is to be done. */
  advice?: string
}

export function well(about: string, found: string): Diagnosis {
  return { about, verdict: 'well', found }
}

export function worthKnowing(about: string, found: string, advice: string): Diagnosis {
  return { about, verdict: 'worth knowing', found, advice }
}

export function ill(about: string, found: string, advice: string): Diagnosis {
  return { about, verdict: 'ill', found, advice }
}
