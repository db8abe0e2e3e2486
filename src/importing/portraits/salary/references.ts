import { findAmounts } from './amounts.ts'

/** A source of figures of the CMS with all names a text may call it by. */
export interface KnownSource {
  id: string
  name: string
  aliases: string[]
}

/** What a figure rests on. */
export interface Reference {
  sourceId: string | null
  /** How the text names its source where the CMS does not know it. */
  unknownSource: string | null
  referenceYear: number | null
}

/** "Quelle: …", "Stand: …", "Alle Angaben laut …": notes on the figures before them. */
const note =
  /^[([]?(?:quellen?|stand|datenstand)(?!\p{L})|^alle (?:angaben|zahlen|werte|beträge)(?!\p{L})/iu
/** Words that take up the source of the sentence before. */
const sameSource =
  /(?<!\p{L})(?:danach|demnach|(?:nach |laut )?(?:der)?selben? (?:quelle|statistik|erhebung)|dieselbe quelle|ebenda)(?!\p{L})/iu

/** So many sentences, and paragraphs, after a figure a note may still be about it. */
export const reach = 30

/**
 * The source and year of a sentence: its own, else those of a note that follows in the paragraph or
 * in a paragraph after it, else those of the sentence before where it refers to that.
 */
export function referenceOf(options: {
  sentences: readonly string[]
  index: number
  /** Paragraphs after that of the sentences, where a note on the source may stand. */
  later?: readonly string[]
  sources: readonly KnownSource[]
}): Reference {
  const { sentences, index, later = [], sources } = options
  const own = sentences[index] ?? ''
  const notes = [...sentences.slice(index + 1, index + 1 + reach), ...later.slice(0, reach)].filter(
    (text) => note.test(text),
  )
  const before = sameSource.test(own) ? sentences.slice(Math.max(0, index - 1), index) : []
  const texts = [own, ...notes, ...before]
  return {
    sourceId: firstOf(texts, (text) => sourceOf(text, sources)),
    unknownSource: firstOf(texts, namedSource),
    referenceYear: firstOf(texts, yearOf),
  }
}

function firstOf<Value>(texts: string[], read: (text: string) => Value | null): Value | null {
  for (const text of texts) {
    const value = read(text)
    if (value !== null) return value
  }
  return null
}

function sourceOf(text: string, sources: readonly KnownSource[]): string | null {
  const words = stemmed(text)
  const named = namesOf(sources).find(({ names }) => names.some((own) => words.includes(own)))
  return named?.id ?? null
}

const namesBySources = new WeakMap<
  readonly KnownSource[],
  readonly { id: string; names: string[] }[]
>()

/** The names of sources as they are looked for, made once for all sentences of a run. */
function namesOf(sources: readonly KnownSource[]): readonly { id: string; names: string[] }[] {
  const known = namesBySources.get(sources)
  if (known) return known
  const made = sources.map(({ id, name, aliases }) => ({
    id,
    names: [name, ...aliases].map(stemmed).filter((own) => own.trim() !== ''),
  }))
  namesBySources.set(sources, made)
  return made
}

/** Without the endings of cases: "des Statistischen Bundesamtes" is the Statistisches Bundesamt. */
function stemmed(text: string): string {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  return ` ${words
    .filter((word) => word !== '')
    .map((word) => (word.length > 5 ? word.replace(/(?:es|en|er|em|e|s|n)$/u, '') : word))
    .join(' ')} `
}

/** "laut", "nach Angaben", "Quelle:"; "Quelle" alone only where a remark begins with it. */
const naming =
  '(?:(?<!\\p{L})(?:[Ll]aut|[Gg]emäß|[Nn]ach (?:[Aa]ngaben|[Dd]aten)|so)\\s+|^So\\s+|' +
  '(?<!\\p{L})\\p{L}*[Qq]uellen?:\\s*|(?:^|[([,;–—-]\\s*)Quellen?\\s+)'
const articles = '(?:der\\s+|des\\s+|dem\\s+|die\\s+|das\\s+)?'
const inName = '(?:(?:der|des|für|die|und|von|im|den)\\s+)*'
const capitalised = '\\p{Lu}[\\p{L}\\p{N}-]*'
const sourceName = new RegExp(
  `${naming}${articles}["„“»‚']?(${capitalised}(?:\\s+${inName}${capitalised})*)`,
  'u',
)

/** What stands after "laut" or "Quelle:", as far as it reads like a name. */
function namedSource(text: string): string | null {
  const name = sourceName.exec(text)?.[1] ?? null
  return name === null || /^(?:Tarif|Erfahrung|Gesetz|Vertrag)$/u.test(name) ? null : name
}

/** A year that the figures may be of; "seit 1995" and "bis 2030" speak of something else. */
function yearOf(text: string): number | null {
  const amounts = findAmounts(text)
  const years = [
    ...text.matchAll(
      /(?=199|20\d)(?<!(?:seit|bis|ab)\s+)(?<![\d.,])(?:199|20\d)\d(?![\d]|[.,]\d)/giu,
    ),
  ]
  const year = years.find(
    ({ index }) => !amounts.some(({ start, end }) => start <= index && index < end),
  )
  return year ? Number(year[0]) : null
}
