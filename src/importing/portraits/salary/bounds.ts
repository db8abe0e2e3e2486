/**
 * How an amount is bounded by the words around it. `towards`: where the text points without standing
 * for it ("Richtung 90.000 €"); `open`: a range whose upper end is such a hint ("… und mehr").
 */
export type Bound = 'exact' | 'from' | 'upTo' | 'towards' | 'open'

const about =
  '(?:\\s+(?:rund|etwa|ca\\.|circa|knapp|gut|ungefähr|fast|nahezu|beinahe|sogar|auch|einem|einer|von|die|den|der))*\\s*$'

/** The words right before an amount; the first that fits decides. */
const before: readonly { bound: Bound; pattern: RegExp }[] = [
  {
    bound: 'towards',
    pattern: words(
      'richtung|jenseits(?: von)?|kurs auf|tendenz(?: zu)?|nahe(?: an| bei)?|gen|' +
        '(?:in die|in der) nähe(?: von)?|hin zu',
    ),
  },
  { bound: 'towards', pattern: /(?<!\p{L})(?:an die|bis an)\s*$/iu },
  { bound: 'towards', pattern: /$(?<=(?:luft nach oben|nach oben offen)[^.;!?]*)/iu },
  {
    bound: 'towards',
    pattern:
      /(?<!\p{L})(?:überschreit|übersteig|knack|kratz|schramm)\p{L}*(?:\s+\p{L}+){0,2}\s+(?:die|an den)\s*$/iu,
  },
  { bound: 'from', pattern: words('nicht (?:unter|weniger als)') },
  { bound: 'upTo', pattern: words('nicht mehr als|unter|weniger als') },
  { bound: 'upTo', pattern: words('bis(?: zu| maximal| höchstens)?|maximal|höchstens|max\\.') },
  { bound: 'from', pattern: words('ab|mindestens|wenigstens|mehr als|über|min\\.|mind\\.') },
]

const markAfter = /^-(?:marke|grenze|schwelle|hürde)|^\s+(?:sind|ist|wären|erscheinen)\s+denkbar/iu
const perPeriod =
  '(?:\\s*(?:brutto|netto|jährlich|monatlich|p\\.\\s?[am]\\.|(?:im|pro|je|die)\\s+(?:jahr|monat|stunde)|' +
  '\\/\\s?(?:jahr|monat|stunde|h)))*\\s*'
const moreAfter = new RegExp(
  `^${perPeriod}(?:(?:und|oder)\\s+(?:(?:sogar|gar|auch|noch|deutlich)\\s+)*` +
    `(?:mehr|höher|(?<above>darüber)(?!\\s+hinaus))|aufwärts|\\+)(?!\\p{L})`,
  'iu',
)
/** What can be had, not what is paid: "kommt auf 90.000 € und mehr", "… und mehr sind möglich". */
const withinReach =
  /$(?<=(?<!\p{L})(?:kann|können|könnten?|möglich|drin|erreich\p{L}*|auf)(?!\p{L})[^,.;:]*)/iu
const isWithinReach =
  /^[^,.;:]*(?<!\p{L})(?:möglich|drin|erreichbar|denkbar|realistisch|winken|locken)(?!\p{L})/iu
const untilAfter = /^\s*(?:brutto\s+)?bis(?!\p{L})/iu
const rare =
  /^[^.;]*(?<!\p{L})(?:selten|ausnahmen?|kaum|vereinzelt|rar|einzelfall|(?:nur )?wenige)(?!\p{L})/iu
const isRare =
  /^\s+(?:sind|ist|bleiben|bleibt|wären)\s+(?:(?:die|eine|eher|aber|sehr|dabei)\s+)*(?:ausnahmen?|selten|rar)(?!\p{L})/iu

/** Says how the words before and after an amount bound it. */
export function boundOf(textBefore: string, textAfter: string): Bound {
  const stated = statedBound(textBefore, textAfter)
  const more = moreAfter.exec(textAfter)
  if (more && stated !== 'from') {
    const isAbove = more.groups?.above !== undefined || stated === 'upTo'
    const isHint = isAbove || withinReach.test(textBefore) || isWithinReach.test(rest(more))
    if (isHint) return 'towards'
  }
  if (stated !== undefined) return stated
  return more || untilAfter.test(textAfter) ? 'from' : 'exact'
}

/** Says how the words before and after a range bound its upper end. */
export function boundOfRange(textBefore: string, textAfter: string): Bound {
  if (statedBound(textBefore, textAfter) === 'towards') return 'towards'
  return moreAfter.test(textAfter) ? 'open' : 'exact'
}

function statedBound(textBefore: string, textAfter: string): Bound | undefined {
  if (markAfter.test(textAfter) || isRare.test(textAfter)) return 'towards'
  const stated = before.find(({ pattern }) => pattern.test(textBefore))?.bound
  return stated === 'from' && rare.test(textAfter) ? 'towards' : stated
}

function rest({ input, 0: match }: RegExpExecArray): string {
  return input.slice(match.length)
}

function words(alternatives: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${alternatives})${about}`, 'iu')
}
