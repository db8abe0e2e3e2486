import { withoutGenderSigns } from './fold.ts'

const smallWords = new Set(
  'in im am an der dem den die das bei ob auf vor unter über und zu zur für mit von vom'.split(' '),
)

/** Stems that a sign such as ":in" leaves of titles whose masculine form differs. */
const stems: readonly [pattern: RegExp, masculine: string][] = [
  [/([Kk])öch$/u, '$1och'],
  [/Ärzt$/u, 'Arzt'],
  [/ärzt$/u, 'arzt'],
  [/([Aa])nwält$/u, '$1nwalt'],
  [/([Bb])äuer$/u, '$1auer'],
  [/(agog|olog|päd|olleg)$/u, '$1e'],
]

/**
 * The name under which a profession is made that a text names first: without "(m/w/d)" and signs of
 * gender forms, with capitals where an address had none. "IT-Leiter/in" gives "IT-Leiter".
 */
export function nameOfProfession(title: string): string {
  const words = withoutGenderSigns(title)
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => stems.reduce((text, [stem, masculine]) => text.replace(stem, masculine), word))
  const name = words.join(' ').replace(/^[\s,;:()–-]+|(?<![\s,;:(–-])[\s,;:(–-]+$/gu, '')
  return isLowerCase(name) ? capitalise(name) : name
}

/**
 * The name under which a region is made that a text names first: as it stands there, with capitals
 * and spaces where an address had none ("weiden-in-der-oberpfalz").
 */
export function nameOfRegion(place: string): string {
  const name = place.replace(/\s+/gu, ' ').trim()
  if (!isLowerCase(name)) return name
  const hasSmallWord = name
    .split('-')
    .slice(1, -1)
    .some((word) => smallWords.has(word))
  return capitalise(hasSmallWord ? name.replaceAll('-', ' ') : name)
}

function isLowerCase(name: string): boolean {
  return name === name.toLowerCase()
}

function capitalise(name: string): string {
  return name.replace(/\p{L}+/gu, (word) =>
    smallWords.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  )
}
