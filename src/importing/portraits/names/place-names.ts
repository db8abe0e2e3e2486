import { foldName } from './fold.ts'

const smallWords =
  'in|im|am|an|a|der|dem|den|die|bei|ob|auf|vor|unter|über|und|zu|zur|d|i|b|v|o|h|hinter'
const small = new RegExp(`^(?:${smallWords})\\.?$`, 'iu')

/** Abbreviations in names of places, written out. */
const abbreviations: readonly [pattern: RegExp, words: string][] = [
  [/(?<!\p{L})i\.\s*d\.\s*(?=o?pf\.?|\p{Lu})/giu, 'in der '],
  [/(?<!\p{L})a\.\s*d\.\s*/giu, 'an der '],
  [/(?<!\p{L})o\.\s*d\.\s*/giu, 'ob der '],
  [/(?<!\p{L})v\.\s*d\.\s*/giu, 'vor der '],
  [/(?<!\p{L})a\.\s*m\.?(?!\p{L})/giu, 'am Main'],
  [/(?<!\p{L})a\.\s*(?=\p{Lu})/gu, 'am '],
  [/(?<!\p{L})i\.\s*(?=\p{Lu})/gu, 'im '],
  [/(?<!\p{L})b\.\s*(?=\p{Lu})/gu, 'bei '],
  [/(?<!\p{L})opf\.?(?!\p{L})/giu, 'Oberpfalz'],
  [/(?<!\p{L})st\.\s*/giu, 'Sankt '],
]

/** What kind of place it is says nothing about which one. */
const kindOfTown =
  /,\s*(?:\p{L}+\s+und\s+)?(?:\p{L}*-)?\p{L}*stadt$|^(?:(?:kreisfreie|freie|hanse|landeshaupt|universitäts|die)[\s-]*)*stadt\s+/giu

const laender =
  'nrw|nordrhein-westfalen|bayern|hessen|sachsen|thüringen|saarland|baden-württemberg|bw|' +
  'rheinland-pfalz|rlp|niedersachsen|schleswig-holstein|brandenburg|mecklenburg-vorpommern|' +
  'sachsen-anhalt|deutschland'
const land = new RegExp(`(?<!\\s)\\s*(?:,\\s*(?:${laender})|\\(\\s*(?:${laender})\\s*\\))$`, 'iu')
const surroundings = /(?<!\s)\s+(?:und|&|u\.|\+)\s+(?:nähere\s+)?(?:umgebung|umland|umkreis)$/iu
const noPlace = /^(?:voll|teil)zeit|^(?:festanstellung|homeoffice|ausbildung|schicht)/iu
const area = /^(?:dem\s+)?(?:groß)?raum\s+/iu
const region = /^(?:der\s+)?(?:metropol)?region\s+/iu

/** A name of a place as it is compared; "Frankfurt a. M." and "Stadt Frankfurt am Main" are one. */
export function foldPlace(name: string): string {
  return foldName(writeOut(name))
}

/** A name of a place without its small words: "Halle (Saale)" and "Halle an der Saale" are one. */
export function foldPlaceWords(name: string): string {
  return foldName(wordsOf(name).join(' '))
}

/** The name without what tells it from others of the same name: "Halle" of "Halle (Saale)". */
export function foldPlaceBase(name: string): string {
  return foldName(baseOf(name))
}

/** Says whether a name has something that tells it from others: "am Main", "(Saale)". */
export function isQualified(name: string): boolean {
  return foldPlaceBase(name) !== foldPlace(name)
}

/** The names that the words after "in" may stand for, the likeliest first. */
export function placeReadings(words: string): string[] {
  const place = words
    .replace(/\s+/gu, ' ')
    .replace(/^\d{5}\s+|(?<!\s)\s+\d{5}$/gu, '')
    .replace(/^(?:der|dem|den)\s+(?=(?:\p{L}*region|\p{L}*kreis|stadt|insel|raum)(?!\p{L}))/iu, '')
    .trim()
  const plain = place.replace(surroundings, '').replace(land, '').replace(area, '')
  const readings = [plain, plain.replace(region, ''), place]
  return [...new Set(readings)].filter((name) => name !== '')
}

/** Says whether words look like the name of a place: capitals but for the small words, or a slug. */
export function isPlaceLike(place: string): boolean {
  if (place.length < 2 || place.length > 60 || /[;:!?…"„“]/u.test(place)) return false
  if (noPlace.test(place)) return false
  if (/^[\p{Ll}\p{N}-]+$/u.test(place)) return true
  const words = place.split(/[\s/]+/u)
  return (
    words.length <= 8 &&
    /^[\p{Lu}\d(]/u.test(words.find((word) => !small.test(word)) ?? '') &&
    words.every((word) => /^[(\p{Lu}\d&]/u.test(word) || small.test(word))
  )
}

function writeOut(name: string): string {
  const written = abbreviations.reduce(
    (text, [pattern, words]) => text.replace(pattern, words),
    name.normalize('NFC'),
  )
  return written.replace(kindOfTown, '').trim()
}

function wordsOf(name: string): string[] {
  return writeOut(name)
    .split(/[\s/(),-]+/u)
    .filter((word) => word !== '' && !small.test(word))
}

function baseOf(name: string): string {
  const [base = ''] = writeOut(name).split(
    /(?<!\s)(?:\s*[(/,]|\s+(?:am|an|in|im|bei|ob|vor|auf|unter)\s)/iu,
  )
  return base
}
