import type { BilingualText } from '#model/text.ts'

/** Says why a text is no portrait, at the line (1-based) where an editor would look for it. */
export class PortraitTextError extends Error {
  override readonly name = 'PortraitTextError'
  readonly line: number | null
  readonly reason: BilingualText

  constructor(line: number | null, reason: BilingualText) {
    super(reason.en)
    this.line = line
    this.reason = reason
  }
}
