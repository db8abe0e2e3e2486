import { createContext, Script } from 'node:vm'
import type { Found } from './find.ts'

/** Characters of a text that is tried; by the square, that is some hundred million steps. */
const length = 25_000
/** What a regular expression may take for it, in milliseconds; in a line it takes a tenth of one. */
const most = 30
const asked = 2_000

/** What stands between the words of a text that somebody repeats. */
const between = ['', ' ', '-', ', ', '. ', '\n', '/', '"', '(', '1', 'x', ' x ', '\t\t']
const alone = [
  ' ',
  '\t',
  '\n',
  '-',
  '"',
  '.',
  ',',
  '1',
  'x',
  'ä',
  'X',
  '(',
  '<',
  '[',
  '/',
  ':',
  '#',
  '*',
  '_',
  'a b ',
  '1 ',
  '1.',
  '\\"',
]

/** What no repetition goes on with. */
const ends = ['\0', '.\0', ',']

/**
 * The text of its own words, repeated, for which a regular expression takes longer than it should; undefined
 * where none was found. What cannot be shown by analysis where it looks around itself, is tried.
 */
export function findSlowText({ source, flags }: Found): { text: string; took: number } | undefined {
  // What repeats nothing without end walks on from each place only so far.
  if (!/[*+]|\{\d+,\}/u.test(source)) return undefined
  const words = wordsOf(source)
  const units = [...alone, ...words.flatMap((word) => between.map((sign) => word + sign))]
  const starts = ['', '\0', ...words.slice(0, 4).map((word) => `${word} `)]
  const edges = starts.flatMap((start) => ends.map((end) => [start, end] as const))
  const measure = stopwatch(new RegExp(source, flags.includes('g') ? flags : `${flags}g`))
  for (const unit of units) {
    const many = unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
    const texts = edges.map(([start, end]) => `${start}${many}${end}`)
    let took = measure(texts)
    // What else the machine does makes it longer, never shorter.
    for (let again = 0; Math.max(...took) > most && again < 3; again += 1) {
      const anew = measure(texts)
      took = took.map((before, index) => Math.min(before, anew[index] ?? before))
    }
    const slowest = took.indexOf(Math.max(...took))
    const [start, end] = edges[slowest] ?? ['', '']
    if ((took[slowest] ?? 0) > most) {
      return { text: `${start}(${unit})*${end}`, took: took[slowest] ?? 0 }
    }
  }
  return undefined
}

/** The words that a regular expression speaks of, as a text may have them. */
function wordsOf(source: string): string[] {
  const plain = source
    .replace(/\\p\{[^}]*\}|\\[dDsSwWbB]|\[[^\]]*\]|\{\d*,?\d*\}|\(\?<?[=!:]|\(\?<\w+>/gu, '|')
    .replace(/\\(.)/gu, '$1')
  return [...new Set(plain.split(/[|()?*+^$\s]+/u))].filter((word) => word !== '').slice(0, 24)
}

/** Measures how long a regular expression takes for each text, in milliseconds, and ends what has no end. */
function stopwatch(expression: RegExp): (texts: readonly string[]) => number[] {
  const times: number[] = []
  const context = createContext({
    expression,
    texts: [],
    tell: (took: number) => times.push(took),
    now: () => performance.now(),
  })
  const script = new Script(`
    for (const text of texts) {
      const startedAt = now()
      text.replace(expression, '')
      tell(now() - startedAt)
    }`)
  return (texts) => {
    times.length = 0
    context.texts = texts
    try {
      script.runInContext(context, { timeout: asked })
    } catch {
      // The one that it stood at had no end; those after it were not asked.
      times.push(asked)
    }
    return [...times]
  }
}
