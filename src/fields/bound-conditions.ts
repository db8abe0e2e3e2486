import { isRecord } from '#model/documents.ts'
import { InvalidRequest } from '#model/errors.ts'
import { inDigits } from '#model/json-limits.ts'

/** Of one `where`; lists of values are one condition each. */
const mostConditions = 60
/** Values in all lists of one `where`: each is a parameter of the statement. */
const mostValues = 2000

/**
 * A condition on a field names an operator: Payload takes a text in its place for a list of operators, one a
 * character, and looks each of them up. And there are not so many of them that the database, which joins a table for
 * each, has no end of planning.
 *
 * @param by.isOurs the house's own question names as many values as it has
 * @throws InvalidRequest 400 naming the field
 */
export function judgeWhere(where: unknown, { isOurs }: { isOurs: boolean }): void {
  const left: unknown[] = [where]
  let count = 0
  let values = 0
  while (left.length > 0) {
    const part = left.pop()
    if (!isRecord(part)) continue
    for (const [name, value] of Object.entries(part)) {
      if (/^(?:and|or)$/iu.test(name)) {
        left.push(...(Array.isArray(value) ? (value as unknown[]) : []))
        continue
      }
      if (typeof value === 'string' || Array.isArray(value)) {
        const field = name.slice(0, 100)
        throw new InvalidRequest(`The condition on "${field}" names no operator.`, [
          { path: 'where', reason: `${field}: a field, an operator and a value.` },
        ])
      }
      count += isRecord(value) ? Object.keys(value).length : 1
      values += countValues(value)
      if (!isOurs && values > mostValues) {
        const most = inDigits(mostValues)
        throw new InvalidRequest(
          {
            de: `Die Bedingungen einer Anfrage nennen höchstens ${most.de} Werte.`,
            en: `The conditions of a request name at most ${most.en} values.`,
          },
          [{ path: 'where', reason: `More than ${most.en} values.` }],
        )
      }
      if (count > mostConditions) {
        const most = String(mostConditions)
        throw new InvalidRequest(`A request has at most ${most} conditions.`, [
          { path: 'where', reason: `More than ${most} conditions.` },
        ])
      }
    }
  }
}

/** Values in the lists of a condition: Payload takes a text with commas for one. */
function countValues(condition: unknown): number {
  if (!isRecord(condition)) return 0
  return Object.values(condition).reduce<number>((sum, value) => {
    if (Array.isArray(value)) return sum + value.length
    // A long list in an address is read as an object.
    if (isRecord(value)) return sum + Object.keys(value).length
    return typeof value === 'string' ? sum + value.split(',', mostValues + 1).length : sum
  }, 0)
}
