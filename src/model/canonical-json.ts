import { isRecord } from './documents.ts'

/**
 * JSON that is the same for the same value, however it was put together: keys sorted by their code units, no
 * blanks, members without a value left out (RFC 8785, for what JSON.stringify writes of numbers and strings).
 *
 * @throws TypeError for a number that is not finite: JSON.stringify writes it as null, and two values would be one
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new TypeError(`${String(value)} is nothing that JSON can hold`)
  }
  if (!isRecord(value)) return JSON.stringify(value ?? null)
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`)
  return `{${members.join(',')}}`
}
