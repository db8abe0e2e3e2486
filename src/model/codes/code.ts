import type { BilingualText } from '../text.ts'

/**
 * One kind of code: its name, an example for people, and the check. `findProblem` takes whatever
 * was submitted and answers undefined when it is a valid code, or what is wrong with it.
 */
export interface CodeKind {
  name: BilingualText
  example: string
  findProblem: (value: unknown) => BilingualText | undefined
}

/**
 * Declares a kind of code. Codes are strings, always: a number has already lost its leading zeros,
 * so it is refused even where its digits would fit.
 */
export function defineCode(options: {
  name: BilingualText
  example: string
  pattern: RegExp
  shape: BilingualText
  findDeeperProblem?: (code: string) => BilingualText | undefined
}): CodeKind {
  const { name, example, pattern, shape, findDeeperProblem } = options
  return {
    name,
    example,
    findProblem(value) {
      if (typeof value !== 'string') {
        return {
          de: `${name.de} muss als Text übergeben werden (Beispiel "${example}"), nicht als ${germanTypeName(value)}: Zahlen verlieren führende Nullen.`,
          en: `${name.en} must be given as a string (example "${example}"), not as ${typeName(value)}: numbers lose leading zeros.`,
        }
      }
      if (!pattern.test(value)) {
        return {
          de: `"${value}" ist keine gültige Angabe für ${name.de}: erwartet wird ${shape.de}, zum Beispiel ${example}.`,
          en: `"${value}" is not a valid ${name.en}: expected ${shape.en}, for example ${example}.`,
        }
      }
      return findDeeperProblem?.(value)
    },
  }
}

function typeName(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`
}

function germanTypeName(value: unknown): string {
  if (typeof value === 'number') return 'Zahl'
  if (typeof value === 'boolean') return 'Wahrheitswert'
  return Array.isArray(value) ? 'Liste' : 'Objekt'
}
