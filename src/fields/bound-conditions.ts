import { isRecord } from '#model/documents.ts'
import { InvalidRequest } from '#model/errors.ts'

/** Of one `where`; lists of values are one condition each. */
const mostConditions = 60

/**
 * A condition on a field names an operator: Payload takes a text in its place for a list of operators, one a
 * character, and looks each of them up. And there are not so many of them that the database, which joins a table for
 * each, has no end of planning.
 *
 * @throws InvalidRequest 400 naming the field
 */
export function judgeWhere(where: unknown): void {
  const left: unknown[] = [where]
  let count = 0
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
      if (count > mostConditions) {
        const most = String(mostConditions)
        throw new InvalidRequest(`A request has at most ${most} conditions.`, [
          { path: 'where', reason: `More than ${most} conditions.` },
        ])
      }
    }
  }
}
