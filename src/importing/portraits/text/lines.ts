import { withoutInvisible } from '../file/invisible.ts'

/** One line of a file, at its number (1-based), without the white space around it. */
export interface Line {
  line: number
  text: string
  /** Columns of white space before the text. */
  indent: number
  /** The level (1 is the highest) where the line is marked up as a heading; null where it is not. */
  headingLevel: number | null
}

/** The level of a heading that is marked by bold letters only: below all others. */
const boldLevel = 6
const maxMarked = 160

/**
 * Splits a text into groups of lines, parted by blank lines. Form feeds part lines as well. Rules
 * ("-----") count as blank lines; the marks of headings (Markdown, bold, underlined) are taken off.
 */
export function groupLines(text: string): Line[][] {
  const groups: Line[][] = []
  let current: Line[] = []
  for (const [index, raw] of text.split('\n').entries()) {
    for (const part of raw.split(/[\f\v\u0085\u2028\u2029]/u)) {
      const entry = toLine(index + 1, part)
      if (entry && !isRule(entry.text)) {
        if (current.length === 0) groups.push(current)
        current.push(entry)
      } else {
        const above = current.at(-1)
        if (entry && above) underline(above, entry.text)
        current = []
      }
    }
  }
  return groups
}

function toLine(line: number, raw: string): Line | null {
  const text = raw.trim()
  if (withoutInvisible(text).trim() === '') return null
  const indent = /^\s*/u.exec(raw)?.[0].replaceAll('\t', '    ').length ?? 0
  return { line, indent, ...readHeading(text) }
}

function readHeading(text: string): Pick<Line, 'text' | 'headingLevel'> {
  const [, signs, heading] = /^(#{1,6})\s+(\S.*)$/u.exec(text) ?? []
  if (signs !== undefined && heading !== undefined) {
    const own = heading.replace(/(?<!\s)\s+#+$/u, '')
    return { text: withoutBold(own) ?? own, headingLevel: signs.length }
  }
  const bold = text.length > maxMarked ? null : withoutBold(text)
  return bold === null ? { text, headingLevel: null } : { text: bold, headingLevel: boldLevel }
}

function withoutBold(text: string): string | null {
  const match = /^(\*\*|__)(?=\S)((?:(?!\1).)+?)\1(:?)$/u.exec(text)
  return match ? `${match[2] ?? ''}${match[3] ?? ''}` : null
}

function isRule(text: string): boolean {
  return /^([=\-_~*#+·.•–—])(?:\s*\1){2,}$/u.test(text)
}

function underline(above: Line, rule: string): void {
  const isSentence = /[.,;]$/u.test(above.text)
  if (above.headingLevel !== null || above.text.length > maxMarked || isSentence) return
  if (rule.startsWith('=')) above.headingLevel = 1
  else if (/^[-~]/u.test(rule)) above.headingLevel = 2
}
