import { lettersOf } from './words.ts'

/**
 * The number of spoken syllables of a German word: one for each vowel or diphthong. Of the pairs of
 * vowels that German writes, most are one sound (`ei`, `ie`, `oo`) and some are two in certain words
 * (Fe-ri-en, Ko-or-di-na-ti-on); those are told apart by the endings and stems below. Capitals are spelt
 * out (IT, EDV). A text without letters has none.
 */
export function countSyllables(word: string): number {
  return word
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '')
    .reduce((sum, part) => sum + countOfPart(part), 0)
}

function countOfPart(part: string): number {
  if (part.length > longestWord) return Math.ceil(part.length / lettersOfSyllable)
  if (part.length > 1 && part.length <= 5 && part === part.toUpperCase()) return spelt(part)
  const lower = withoutSilentVowels(part.toLowerCase())
  const split = twoSounds.reduce((text, pattern) => text.replace(pattern, '$1|$2'), lower)
  return Math.max(1, split.match(vowels)?.length ?? 0)
}

/** No word that people write is longer; of what is, the syllables are not worth the search. */
const longestWord = 100
const lettersOfSyllable = 3

/** Every letter is one syllable, but for Ypsilon. */
function spelt(capitals: string): number {
  return lettersOf(capitals).length + 2 * (capitals.match(/Y/g)?.length ?? 0)
}

/** A vowel or what is spoken as one; `y` before a vowel is a consonant, as is the u of `qu`. */
const vowels =
  /(?:aa|ai|au|ay|ee|ei|eu|ey|äu|ie|oi|oo|ou|oy|ui(?!n)|(?<!q)[aeiouäöüàéè]|(?<=q)[aeioäöü]|y(?![aeiouäöü]))/gu

/** Pairs of vowels that are two syllables; each pattern captures what stands before and after. */
const twoSounds: readonly RegExp[] = [
  // Li-ni-en, Ma-te-ri-a-li-en, but not Wien.
  /(i)(en)$(?<=[aeiouäöüy].*ien)/u,
  // Within compounds: Me-di-en-haus, Stu-di-en-gang, Ser-vice-li-ni-e; not stu-die-ren, se-riell.
  /((?:famil|kriter|immobil|bakter|mater|stud|fer|ser|lin|akt|präm|med|ital|span|austral)i)(e(?!r|ll|f|b))/gu,
  /(i)(ell|enz|erarch)/gu,
  /((?:[tzk]|l|or|grad)i)(ent)/gu,
  /((?:hyg|var|soz)i)(en(?=e)|et|ät)/gu,
  // Mu-se-um, Ju-bi-lä-um.
  /(e)(um)$/u,
  /(ä)(um)$/u,
  // Prefixes: be-ur-tei-len, be-in-hal-ten, be-en-den, ge-ehrt, ge-eig-net.
  /^(be)(ur|inh|inf|ein|end|eng|eil)/u,
  /^(ge)(ei|eh|ent|ur|imp)/u,
  // Ko-or-di-na-ti-on, Ko-o-pe-ra-ti-on, I-de-en.
  /(ko)(ord|op)/gu,
  /(zo)(olog)/gu,
  /(ide)(en)/gu,
]

/** Borrowed words whose written vowels are partly silent. */
const borrowed: readonly (readonly [pattern: RegExp, spoken: string])[] = [
  [/(?<=soft|hard|firm|middle)ware/gu, 'war'],
  [/service/gu, 'servis'],
  [/online/gu, 'onlin'],
  [/offline/gu, 'offlin'],
  [/office/gu, 'offis'],
  [/manage(?=ment)/gu, 'manag'],
  [/home/gu, 'hom'],
  [/team/gu, 'tim'],
  [/lead/gu, 'lid'],
  [/trainee/gu, 'traini'],
  [/site(?=$|s$)/gu, 'seit'],
  [/coach/gu, 'koch'],
]

function withoutSilentVowels(word: string): string {
  return borrowed.reduce((text, [pattern, spoken]) => text.replace(pattern, spoken), word)
}
