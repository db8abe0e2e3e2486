import { findTextProblem } from './input.ts'
import type { BilingualText } from './text.ts'

/** What a value of JSON may hold. */
export interface JsonLimits {
  /** Characters (UTF-16 units), about as it is written without spaces. */
  longest: number
  /** Lists and objects within each other. */
  deepest: number
}

/**
 * How deep an editor state goes: some thirty nodes within each other, each of which is an object in a
 * list. A list within a list within a list is two dozen.
 */
export const deepestRichText = 64

/**
 * A whole editorial text, markup included: some forty pages. What reads each of its words (checks, the
 * difference of two versions) takes a blink for as much, and is done where it is asked for.
 */
export const textLimits: JsonLimits = { longest: 400_000, deepest: 80 }

/** What a field that holds JSON says in its `custom`: the checks of input and the database read it there. */
export function jsonWithin(limits: JsonLimits): { limits: JsonLimits } {
  return { limits }
}

/**
 * Says why a value of JSON cannot be taken: too long, too deep, or with a text in it that cannot be
 * stored; null when it can. Walks without recursion and ends at the first limit, since what is walked is
 * what a caller sends.
 */
export function findJsonProblem(value: unknown, limits: JsonLimits): BilingualText | null {
  for (const found of walk(value, limits)) {
    if (typeof found !== 'string') return found
    const problem = findTextProblem(found)
    if (problem) return problem
  }
  return null
}

/** Whether a value of JSON keeps to its limits, whatever its texts are. */
export function isWithin(value: unknown, limits: JsonLimits): boolean {
  for (const found of walk(value, limits)) if (typeof found !== 'string') return false
  return true
}

/** Gives each text and each key of a value, and last the limit that it breaks. */
function* walk(root: unknown, { longest, deepest }: JsonLimits): Generator<string | BilingualText> {
  const waiting: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }]
  let length = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next
    length += typeof value === 'string' ? value.length + 2 : 4
    if (typeof value === 'object' && value !== null) {
      if (depth >= deepest) {
        yield tooDeep(deepest)
        return
      }
      const isList = Array.isArray(value)
      const parts: [string, unknown][] = Object.entries(value)
      for (const [key, part] of parts) {
        if (!isList) {
          length += key.length + 3
          yield key
        }
        waiting.push({ value: part, depth: depth + 1 })
      }
    }
    if (length > longest) {
      yield tooLong(longest)
      return
    }
    if (typeof value === 'string') yield value
  }
}

function tooLong(limit: number): BilingualText {
  return {
    de: `Höchstens ${inDigits(limit).de} Zeichen, Auszeichnung eingeschlossen.`,
    en: `At most ${inDigits(limit).en} characters, markup included.`,
  }
}

function tooDeep(limit: number): BilingualText {
  return {
    de: `Höchstens ${String(limit)} Ebenen tief.`,
    en: `At most ${String(limit)} levels deep.`,
  }
}

/** A whole number as people read it. */
export function inDigits(number: number): BilingualText {
  return { de: number.toLocaleString('de-DE'), en: number.toLocaleString('en-GB') }
}
