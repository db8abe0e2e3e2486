import type { SalaryKind } from '#model/salary.ts'
import type { Clause } from './clauses.ts'

const entry =
  /einst(?:ieg|eig)|anfänger|(?<!\p{L})anfangs|anfangsgehalt|am anfang|zu anfang|startet|starten|startgehalt|zum start|berufsstart|berufsbeginn|zu beginn|neuling|los geht|(?<!\p{L})(?:beginnen|fängt|fangen)(?!\p{L})|(?<!spanne )beginnt(?!\p{L})/iu
const experience =
  /erfahr(?:en|ung)|langjährig|später|berufsjahren|nach \p{L}+ jahren|nach (?:ein paar|einigen|mehreren) jahren|routinier|gestanden|altgedient|senior/iu
const inexperience =
  /(?:ohne|kaum|wenig|geringer?|noch keine|erster?)\s+(?:\p{L}+\s+)?\p{L}*erfahrung/giu

/** How a sentence begins that answers the one before it. */
const followUp =
  /^(?:das|es|sie|hier|da|dann|rund|etwa|ca\.|circa|üblich|meist|oft|in der regel|zwischen|mit \d|\d)/iu
/** How a clause begins that gives the amount before it once more, for another period. */
const restatement =
  /^[\s,;–—]*(?:\(|(?:oder |und )?(?:das (?:sind|entspricht|macht|ergibt)|also|umgerechnet|entspricht|im (?:monat|jahr)|pro (?:monat|jahr|stunde)|monatlich|jährlich|aufs jahr)(?!\p{L}))/iu

/**
 * What the amounts of a sentence are: the pay of beginners, a median, or a range for all. Where the
 * words of an amount say nothing, those before it do that it gives once more for another period, or
 * a sentence before that is about beginners and has no amount ("Und zum Einstieg?").
 */
export function kindsOf(
  clauses: readonly Clause[],
  sentence: string,
  before: string,
): SalaryKind[] {
  const kinds: SalaryKind[] = []
  for (const clause of clauses) {
    const stated = statedKind(clause)
    const isRestated = kinds.length > 0 && restatement.test(clause.text)
    const isFollowUp =
      kinds.length === 0 && followUp.test(sentence) && !/\d\s*(?:€|euro|eur)/iu.test(before)
    const inherited = isRestated ? kinds.at(-1) : isFollowUp && isEntry(before) ? 'einstieg' : null
    kinds.push(stated ?? inherited ?? 'spanne')
  }
  return kinds
}

function statedKind(clause: Clause): SalaryKind | null {
  if (isMedian(clause)) return 'median'
  if (clause.amount.bound === 'towards') return 'spanne'
  const own = isEntry(clause.text)
  return own === null ? null : own ? 'einstieg' : 'spanne'
}

/** Says whether an amount is a median: one number, no bound, and the word. */
export function isMedian({ text, amount: { isRange, bound } }: Clause): boolean {
  return !isRange && bound === 'exact' && /median/iu.test(text)
}

/** Whether words are about beginners; null where they are neither about them nor about others. */
function isEntry(text: string): boolean | null {
  const isNew = text.search(inexperience) !== -1
  const plain = text.replace(inexperience, ' ')
  if (experience.test(plain)) return false
  return isNew || entry.test(plain) ? true : null
}
