import type { BilingualText } from '#model/text.ts'

/** What somebody can do about a text that is no portrait: have the missing entries made. */
export type PortraitTextProblem = 'unknown_entry'

/** Says why a text is no portrait, at the line (1-based) where an editor would look for it. */
export class PortraitTextError extends Error {
  override readonly name = 'PortraitTextError'
  readonly line: number | null
  readonly reason: BilingualText
  readonly problem: PortraitTextProblem | null

  constructor(
    line: number | null,
    reason: BilingualText,
    problem: PortraitTextProblem | null = null,
  ) {
    super(reason.en)
    this.line = line
    this.reason = reason
    this.problem = problem
  }
}
