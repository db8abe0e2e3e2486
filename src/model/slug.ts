const folds: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  å: 'a',
}
const folded = new RegExp(`[${Object.keys(folds).join('')}]`, 'gu')

/**
 * The slug of a name: lower case, umlauts folded (ü → ue), the gender ending of a job title left
 * out ("IT-Leiter/in" → it-leiter), everything else that is no letter or digit a single hyphen.
 * A name without any letter or digit gives ''.
 */
export function slugify(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\(\s*[mwdfx](?:\s*[/|]\s*[mwdfx])+\s*\)/gu, ' ')
    .replace(/(\p{L})(?:\/-?|\*|:|_)(?:in|innen)(?!\p{L})/gu, '$1')
    .replace(folded, (letter) => folds[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
}

/** What a slug looks like: lower-case letters and digits in groups with single hyphens between. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
