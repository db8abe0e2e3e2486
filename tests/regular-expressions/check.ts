import { check } from 'recheck'
import { findLiterals, findMade, type Found } from './find.ts'
import { findSlowText } from './growth.ts'

// `npm run expressions`: no regular expression of the product takes by the square of a text, whatever the text.
// What texts are read with is tried by analysis (recheck) and by texts of its own words, since analysis sees
// little where an expression looks around itself. `npm test` holds the readers as a whole (growth.test.ts).

const analysing = 10_000
/**
 * Tried by texts alone: analysis comes to no end, or takes what may be repeated up to so many times for something
 * that may be repeated without end.
 */
const beyondAnalysis: readonly string[] = [
  '(?:ohne|kaum|wenig|geringer?|noch keine|erster?)',
  'was (?!.{0,80}besonders).{0,40}',
  String.raw`(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,5}`,
]

const all = [
  ...findLiterals(['src', 'collections']),
  ...(await findMade(['src/importing', 'src/portrait', 'src/quality', 'src/model'])),
]
const seen = new Set<string>()
const expressions = all.filter(({ source, flags }) => {
  const name = `/${source}/${flags}`
  return !seen.has(name) && seen.add(name)
})
const problems: string[] = []
for (const [number, expression] of expressions.entries()) {
  if (number % 100 === 0) console.log(`${String(number)} of ${String(expressions.length)} …`)
  problems.push(...(await problemsOf(expression)))
}
for (const problem of problems) console.error(problem)
console.log(
  `${String(expressions.length)} regular expressions, ${String(problems.length)} problems.`,
)
process.exitCode = problems.length === 0 ? 0 : 1

async function problemsOf(expression: Found): Promise<string[]> {
  const { source, flags, at } = expression
  const slow = findSlowText(expression)
  const name = `${at} /${source.slice(0, 80)}/${flags}`
  if (slow) return [`${name}: ${String(Math.round(slow.took))} ms for ${JSON.stringify(slow.text)}`]
  if (beyondAnalysis.some((part) => source.includes(part))) return []
  const found = await check(source, flags, { timeout: analysing })
  return found.status === 'vulnerable'
    ? [`${name}: ${found.complexity.summary}, as for ${found.attack.pattern.slice(0, 120)}`]
    : []
}
