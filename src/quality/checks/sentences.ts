import type { Finding } from '../findings/finding.ts'
import type { Sentence } from '../german/sentences.ts'
import type { Prose } from '../reading/prose.ts'

/**
 * More words than this are too many for a sentence. The Deutsche Presse-Agentur allows 30 at the most
 * (after W. Schneider: Deutsch für Profis, 1984).
 */
const mostWords = 30
/** The school grade from which on a text shuts out readers: what lies above is reading for academics. */
const highestGrade = 13

/** Sentences that are too long, field by field, and a text that is hard to read as a whole. */
export function inspectSentences({ passages, readability }: Prose): Finding[] {
  const long = passages.flatMap(({ path, sentences }) => findLong(path, sentences))
  if (readability === null || readability.grade < highestGrade) return long
  const grade = readability.grade.toFixed(1)
  return [
    ...long,
    {
      check: 'readability',
      severity: 'warn',
      path: 'sections',
      message: {
        de: `Der Text ist schwer zu lesen (Wiener Sachtextformel ${grade.replace('.', ',')}). Kürzen Sie Sätze und ersetzen Sie lange Hauptwörter durch Verben.`,
        en: `The text is hard to read (Wiener Sachtextformel ${grade}). Shorten sentences and put verbs in place of long nouns.`,
      },
    },
  ]
}

function findLong(path: string, sentences: readonly Sentence[]): Finding[] {
  const long = sentences.filter(({ words }) => words.length > mostWords)
  const longest = long.toSorted((a, b) => b.words.length - a.words.length)[0]
  if (longest === undefined) return []
  const beginning = longest.words.slice(0, 5).join(' ')
  const count = String(longest.words.length)
  const sum = String(long.length)
  const most = String(mostWords)
  return [
    {
      check: 'longSentences',
      severity: 'warn',
      path,
      message:
        long.length === 1
          ? {
              de: `Ein Satz ist zu lang: „${beginning} …“ hat ${count} Wörter. Teilen Sie ihn; höchstens ${most} sind gut zu lesen.`,
              en: `One sentence is too long: “${beginning} …” has ${count} words. Split it; up to ${most} read well.`,
            }
          : {
              de: `${sum} Sätze sind zu lang, der längste („${beginning} …“) hat ${count} Wörter. Teilen Sie sie; höchstens ${most} sind gut zu lesen.`,
              en: `${sum} sentences are too long, the longest (“${beginning} …”) has ${count} words. Split them; up to ${most} read well.`,
            },
    },
  ]
}
