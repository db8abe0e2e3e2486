import { risks, type Risk } from '#model/risk.ts'
import { tokensOf, type WordChange } from './words.ts'

/** What a change of words puts at risk, and how many misspelt words it mends. */
export interface WordRisk {
  risk: Risk
  typos: number
}

/** More mended words than this in one document are no matter of typing any more. */
export const mostTypos = 3

/** Words that make an amount of pay or a share of a number beside them. */
const money =
  /^(?:€|eur|euro|cent|%|prozent|prozentpunkte?|brutto|netto|(?:jahres|monats|stunden|brutto|netto|einstiegs)?(?:gehalt|gehälter|gehalts|lohn|löhne|verdienst|einkommen|vergütung))$/iu

/** How many tokens (white space aside) around a changed number are looked at. */
const surroundings = 4

/** Words whose change turns a sentence round, however little is typed. */
const negations = /^(?:nichts?|nie|niemals|niemand|ohne|kein(?:e[mnrs]?)?|weder|kaum)$/iu

/** The graver of some risks; undefined of none. */
export function gravest(found: readonly Risk[]): Risk | undefined {
  return risks.find((risk) => found.includes(risk))
}

/**
 * Judges a change of words. Amounts of money and percentages are facts; white space, punctuation and
 * mended spelling are cosmetic; all else is text. A number or a negation is never cosmetic.
 */
export function riskOfWords(words: readonly WordChange[]): WordRisk {
  const judged = hunksOf(words).map(judge)
  return {
    risk: gravest(judged.map(({ risk }) => risk)) ?? 'cosmetic',
    typos: judged.reduce((sum, { typos }) => sum + typos, 0),
  }
}

/** What is taken out and put in at one place, with the tokens before and after it. */
interface Hunk {
  deleted: string[]
  inserted: string[]
  before: string[]
  after: string[]
}

function hunksOf(words: readonly WordChange[]): Hunk[] {
  const hunks: Hunk[] = []
  let before: string[] = []
  let open: Hunk | undefined
  for (const { op, text } of words) {
    const tokens = tokensOf(text).filter((token) => token.trim() !== '')
    if (op === 'equal') {
      if (open && tokens.length > 0) {
        open.after = tokens.slice(0, surroundings)
        open = undefined
      }
      before = [...before, ...tokens].slice(-surroundings)
      continue
    }
    if (!open) {
      open = { deleted: [], inserted: [], before, after: [] }
      hunks.push(open)
    }
    open[op === 'delete' ? 'deleted' : 'inserted'].push(...tokens)
    before = [...before, ...(op === 'insert' ? tokens : [])].slice(-surroundings)
  }
  return hunks
}

function judge(hunk: Hunk): WordRisk {
  const { deleted, inserted, before, after } = hunk
  const changed = [...deleted, ...inserted]
  if (changed.some((token) => money.test(token))) return { risk: 'facts', typos: 0 }
  if (changed.some(hasDigit)) {
    const isAmount = [...before, ...after].some((token) => money.test(token))
    return { risk: isAmount ? 'facts' : 'text', typos: 0 }
  }
  const [from, to] = [deleted.filter(isWord), inserted.filter(isWord)]
  if (from.join(' ') === to.join(' ')) {
    const isBesideNumber = [before.at(-1), after[0]].some((token) => token && hasDigit(token))
    return { risk: changed.length > 0 && isBesideNumber ? 'text' : 'cosmetic', typos: 0 }
  }
  const isSpelling =
    from.length === to.length && from.every((word, index) => isTypo(word, to[index] ?? ''))
  return isSpelling ? { risk: 'cosmetic', typos: from.length } : { risk: 'text', typos: 0 }
}

/** Says whether one word is the other, misspelt: one slip, or two in a long word. */
function isTypo(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()]
  const length = Math.min(a.length, b.length)
  if (length < 5 || a[0] !== b[0] || negations.test(a) || negations.test(b)) return false
  return slipsBetween(a, b) <= (length >= 9 ? 2 : 1)
}

/**
 * The Damerau–Levenshtein distance in its restricted form (optimal string alignment): letters left
 * out, added, exchanged, or two neighbours swapped.
 */
export function slipsBetween(a: string, b: string): number {
  const width = b.length + 1
  const cells = Array.from({ length: (a.length + 1) * width }, () => 0)
  const at = (i: number, j: number) => cells[i * width + j] ?? 0
  for (let i = 0; i <= a.length; i += 1) {
    for (let j = 0; j <= b.length; j += 1) {
      if (i === 0 || j === 0) {
        cells[i * width + j] = i + j
        continue
      }
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      const candidates = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + cost]
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        candidates.push(at(i - 2, j - 2) + 1)
      }
      cells[i * width + j] = Math.min(...candidates)
    }
  }
  return at(a.length, b.length)
}

function hasDigit(token: string): boolean {
  return /\p{N}/u.test(token)
}

function isWord(token: string): boolean {
  return /^[\p{L}\p{M}\p{N}\p{Sc}%]/u.test(token)
}
