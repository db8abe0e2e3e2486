import { check } from 'recheck'
import { findLiterals, findMade, type Found } from './find.ts'
import { findSlowText } from './growth.ts'

// `npm run expressions`: no regular expression of the product takes by the square of a text, whatever the text.
// What texts are read with is tried by analysis (recheck) and by texts of its own words, since analysis sees
// little where an expression looks around itself. `npm test` holds the readers as a whole (growth.test.ts).

const analysing = 10_000
/** So many are analysed, in a process of its own, while one is tried. */
const ahead = 8
/**
 * Tried by texts alone: analysis comes to no end, or takes what may be repeated up to so many times for something
 * that may be repeated without end.
 */
const beyondAnalysis: readonly string[] = [
  '(?:ohne|kaum|wenig|geringer?|noch keine|erster?)',
  'was (?!.{0,80}besonders).{0,40}',
  String.raw`führerschein|prüfung|zertifikat)\p{L}{0,30}\s+`,
  String.raw`(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,5}`,
]

const all = [
  ...findLiterals(['src', 'collections']),
  ...(await findMade(['src/importing', 'src/portrait', 'src/quality', 'src/model'])),
]
const expressions = [...new Map(all.map((found) => [nameOf(found), found])).values()]
const analyses: Promise<string | undefined>[] = []
const problems: string[] = []
for (const [number, expression] of expressions.entries()) {
  if (number % 100 === 0) console.log(`${String(number)} of ${String(expressions.length)} …`)
  while (analyses.length <= number + ahead) {
    const next = expressions[analyses.length]
    if (!next) break
    analyses.push(analyse(next))
  }
  const found = trial(expression) ?? (await analyses[number])
  if (found !== undefined)
    problems.push(`${expression.at} ${nameOf(expression).slice(0, 80)}: ${found}`)
}
for (const problem of problems) console.error(problem)
console.log(
  `${String(expressions.length)} regular expressions, ${String(problems.length)} problems.`,
)
process.exitCode = problems.length === 0 ? 0 : 1

function nameOf({ source, flags }: Found): string {
  return `/${source}/${flags}`
}

function trial(expression: Found): string | undefined {
  const slow = findSlowText(expression)
  return slow && `${String(Math.round(slow.took))} ms for ${JSON.stringify(slow.text)}`
}

async function analyse({ source, flags }: Found): Promise<string | undefined> {
  if (beyondAnalysis.some((part) => source.includes(part))) return undefined
  const found = await check(source, flags, { timeout: analysing })
  if (found.status !== 'vulnerable') return undefined
  return `${found.complexity.summary}, as for ${found.attack.pattern.slice(0, 120)}`
}
