const folds: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

/** "(m/w/d)", "w/m/x", "(gn)" and the like beside a job title. */
const genderMark =
  /\(?(?<![\p{L}\p{N}])[mwfdxi](?:\s*[/|,*]\s*[mwfdxi]){1,3}(?![\p{L}\p{N}])\)?|\(\s*(?:gn|a|mensch|mwd|all genders?|alle geschlechter|alle)\s*\)/giu

/**
 * A name as it is compared: lower case, umlauts folded (ü → ue), accents, hyphens, spaces, dots and
 * all other signs left out. "IT-Leiter" and "IT Leiter" are the same, "Köln" and "koeln" too.
 */
export function foldName(name: string): string {
  return foldLetters(name).replace(/[^\p{L}\p{N}]+/gu, '')
}

/**
 * A name as it is compared when the gender form matters: like `foldName`, but the signs of a gender
 * form are kept, so that "Lehrer*in" is not yet "Lehrerin".
 */
export function foldExactly(name: string): string {
  return foldLetters(name).replace(/[^\p{L}\p{N}/*:_()]+/gu, '')
}

/**
 * A job title as it is compared when the gender form does not matter: "IT-Leiterin", "IT-Leiter/in",
 * "IT-Leiter:in" and "IT Leiter (m/w/d)" fold alike, "Koch" and "Köchin", "Logopäde" and "Logopädin"
 * too.
 */
export function foldJobTitle(title: string): string {
  const folded = withoutGenderSigns(title)
    .replace(/(?<!\s)\s*\/\s*|(?<=\p{L})\s+(?:oder|bzw\.?)\s+/gu, '/')
    .replace(/\s&\s/gu, ' und ')
    .split(/[\s-]+/u)
    .map(foldTitleWord)
    .join('')
  return foldName(folded)
}

/** A job title without "(m/w/d)" and without "/in", "*in", ":in" and the like at its words. */
export function withoutGenderSigns(title: string): string {
  return title
    .normalize('NFC')
    .replace(genderMark, ' ')
    .replace(/(\p{L})(?:\s?\/\s?-?|[*:_·’'])(?:innen|in|frau|mann|r|n)(?!\p{L})/giu, '$1')
    .replace(/(\p{L})\(-?(?:innen|in|frau|mann|r|n)\)/giu, '$1')
    .replace(/(\p{Ll})In(?:nen)?(?!\p{L})/gu, '$1')
}

function foldTitleWord(word: string): string {
  const [first = '', ...others] = word.split('/').map(foldGender)
  return others.every((other) => other === first) ? first : [first, ...others].join('')
}

/** The stem of one word; the umlaut goes as well, since the feminine form often brings it. */
function foldGender(word: string): string {
  return foldName(word)
    .replace(/^(.{2,}[^aeiou])(?:innen|in)$/u, '$1')
    .replace(/^(.{3,})(?:mann|frau|leute)$/u, '$1')
    .replace(
      /(angestellte|beauftragte|beamte|bedienstete|sachverstaendige|selbststaendige)r$/u,
      '$1',
    )
    .replace(/^(.{3,}[^aeiou])e$/u, '$1')
    .replace(/ae/gu, 'a')
    .replace(/oe/gu, 'o')
    .replace(/ue/gu, 'u')
}

function foldLetters(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]/gu, (letter) => folds[letter] ?? letter)
    .normalize('NFKD')
}
