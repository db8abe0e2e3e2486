/**
 * How an amount is bounded by the words around it. `towards`: where the text points without standing
 * for it ("Richtung 90.000 €").
 */
export type Bound = 'exact' | 'from' | 'upTo' | 'towards'

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
  { bound: 'towards', pattern: /luft nach oben[^.;!?]*$|nach oben offen[^.;!?]*$/iu },
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
const moreAfter =
  /^\s*(?:brutto\s*)?(?:(?:und|oder)\s+(?:sogar\s+|gar\s+|deutlich\s+)?(?:mehr|darüber|höher)|aufwärts|\+)(?!\p{L})/iu
const untilAfter = /^\s*(?:brutto\s+)?bis(?!\p{L})/iu
const rare =
  /^[^.;]*(?<!\p{L})(?:selten|ausnahmen?|kaum|vereinzelt|rar|einzelfall|(?:nur )?wenige)(?!\p{L})/iu
const isRare =
  /^\s+(?:sind|ist|bleiben|bleibt|wären)\s+(?:(?:die|eine|eher|aber|sehr|dabei)\s+)*(?:ausnahmen?|selten|rar)(?!\p{L})/iu

/** Says how the words before and after an amount bound it. */
export function boundOf(textBefore: string, textAfter: string): Bound {
  if (markAfter.test(textAfter) || isRare.test(textAfter)) return 'towards'
  const stated = before.find(({ pattern }) => pattern.test(textBefore))?.bound
  if (stated === 'from' && rare.test(textAfter)) return 'towards'
  if (stated !== undefined) return stated
  return moreAfter.test(textAfter) || untilAfter.test(textAfter) ? 'from' : 'exact'
}

function words(alternatives: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${alternatives})${about}`, 'iu')
}
