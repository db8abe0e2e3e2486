import { describe, expect, it } from 'vitest'
import { Conflict } from '#model/errors.ts'
import { quietLine } from '#server/configuration/error-answers.ts'

/** As the database and Drizzle throw it. */
function failed(code: string, message: string): Error {
  const cause = Object.assign(new Error(message), { code, severity: 'ERROR' })
  return new Error('Failed query: select "a" from "b"\nparams: c', { cause })
}

describe('a line of the log that is an error and nothing else', () => {
  it.each([
    ['a value', failed('22P02', 'invalid input syntax'), 'A value is not valid'],
    ['a condition', failed('42883', 'operator does not exist'), 'This cannot be asked'],
    ['a refusal of ours', new Conflict({ de: 'Nein.', en: 'No.' }, 'no'), 'No.'],
  ])('is short and without a statement where it is answered as a refusal: %s', (_, err, begin) => {
    const line = quietLine([{ err }]) ?? ''
    expect(line.startsWith(begin), line).toBe(true)
    expect(line).not.toContain('select')
  })

  it('has an end, whatever was sent', () => {
    expect(quietLine([{ err: failed('22P02', 'x'.repeat(9000)) }])?.length).toBe(300)
  })

  it('says no statement that GraphQL has wrapped', () => {
    expect(quietLine([{ msg: failed('22P02', 'x').message }])).toBe('A statement failed.')
  })

  it.each([
    ['a fault', [{ err: failed('57014', 'canceling statement') }]],
    ['another fault', [{ err: new Error('Nobody thought of this.') }]],
    [
      'a refusal that somebody says something of',
      [{ msg: 'A task failed.', err: failed('22P02', 'x') }],
    ],
    ['words', ['The product runs.']],
    ['a message', [{ msg: 'The product runs.' }]],
    ['nothing', []],
  ])('stays as it is: %s', (_, args: readonly unknown[]) => {
    expect(quietLine(args)).toBeUndefined()
  })
})
