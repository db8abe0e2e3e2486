import type { Clause } from './clauses.ts'

const more =
  /^\s*(?:brutto\s+|netto\s+)?(?:mehr|weniger|höher|niedriger|aufschlag|unterschied|zusätzlich|extra|obendrauf|(?:über|unter) de[mnr](?!\p{L}))/iu
/** "um rund 200 €"; "um die 3.000 €" says how much, not how much more. */
const by =
  /(?<!\p{L})um\s+(?:(?:rund|etwa|ca\.|circa|ungefähr|bis zu|gut|knapp|fast|über|mindestens|maximal|höchstens|sogar|satte|stolze|ganze|weitere|jeweils|je|noch einmal|monatlich|jährlich|im (?:schnitt|monat|jahr)|pro (?:monat|jahr))\s+)*$/iu
const onTo = /^\s*(?:(?:brutto|netto|monatlich|jährlich|im monat|im jahr)\s+)?auf\s/iu

const rising = '(?<!ein|auf|um)steig|(?<!\\p{L})(?:an)?stieg(?:en)?(?!\\p{L})|gestiegen'
const changing =
  'erhöh|sink|(?<!\\p{L})sank(?:en)?(?!\\p{L})|gesunken|wachs|wächst|(?<!\\p{L})wuchs(?:en)?(?!\\p{L})|' +
  'höher|niedriger|unterscheid|schwank|anheb|angehoben|(?<!\\p{L})h[eo]b(?:t|en)?(?!\\p{L})|zuleg|' +
  'zugelegt|(?<!\\p{L})legt(?:e|en)?(?!\\p{L})|kletter|aufstock|aufgestockt|schrumpf|gekürzt|' +
  '(?<!\\p{L})(?:fiel(?:en)?|fällt|fallen)(?!\\p{L})|mehr(?!\\p{L})'
const change = new RegExp(`${rising}|${changing}`, 'iu')

/**
 * Says whether an amount is the difference between two pays: "200 € mehr", "steigt um 200 €", "um
 * 200 € auf 3.000 €".
 */
export function isDifference({ text, start, end, amount }: Clause, sentence: string): boolean {
  if (more.test(text.slice(end))) return true
  if (!by.test(text.slice(0, start))) return false
  return change.test(text) || onTo.test(sentence.slice(amount.end))
}
