import type { BilingualText } from '../text.ts'
import { defineCode } from './code.ts'

/**
 * Requirement levels of the KldB 2010, the fifth digit of a code.
 * Source: Bundesagentur für Arbeit, Klassifikation der Berufe 2010 (revised 2020).
 */
export const requirementLevels: Readonly<Record<string, BilingualText>> = {
  '1': { de: 'Helfer', en: 'Unskilled or semi-skilled' },
  '2': { de: 'Fachkraft', en: 'Skilled' },
  '3': { de: 'Spezialist', en: 'Complex specialist' },
  '4': { de: 'Experte', en: 'Highly complex' },
}

/**
 * A leaf of the KldB 2010: five digits, the fifth a requirement level from 1 to 4, and where the
 * fourth is 9 (supervision and management) the fifth is 3 or 4. Leading zeros count: the military
 * occupations begin with 0. The code carries no check digit, so whether it exists needs a list.
 */
export const kldb2010 = defineCode({
  name: { de: 'KldB 2010', en: 'KldB 2010 code' },
  example: '43394',
  pattern: /^\d{5}$/,
  shape: { de: 'eine Ziffernfolge aus fünf Ziffern', en: 'a string of five digits' },
  findDeeperProblem: findKldbProblem,
})

/** A job title of the Bundesagentur für Arbeit: a KldB leaf, a hyphen and three digits. */
export const baJobTitle = defineCode({
  name: { de: 'BA-Berufsbenennung', en: 'BA job title' },
  example: '43394-111',
  pattern: /^\d{5}-\d{3}$/,
  shape: {
    de: 'eine KldB-Nummer mit fünf Ziffern, ein Bindestrich und drei Ziffern',
    en: 'a five-digit KldB code, a hyphen and three digits',
  },
  findDeeperProblem: (code) => findKldbProblem(code.slice(0, 5)),
})

function findKldbProblem(code: string): BilingualText | undefined {
  const fourth = code.charAt(3)
  const fifth = code.charAt(4)
  if (!(fifth in requirementLevels)) {
    return {
      de: `"${code}" ist keine gültige KldB 2010: die fünfte Ziffer ist das Anforderungsniveau (1 Helfer, 2 Fachkraft, 3 Spezialist, 4 Experte) und kann nicht ${fifth} sein.`,
      en: `"${code}" is not a valid KldB 2010 code: the fifth digit is the requirement level (1 to 4) and cannot be ${fifth}.`,
    }
  }
  if (fourth === '9' && fifth !== '3' && fifth !== '4') {
    return {
      de: `"${code}" ist keine gültige KldB 2010: eine vierte Ziffer 9 steht für Aufsicht und Führung und verlangt eine fünfte Ziffer 3 oder 4, nicht ${fifth}.`,
      en: `"${code}" is not a valid KldB 2010 code: a fourth digit 9 means supervision and management and demands a fifth digit of 3 or 4, not ${fifth}.`,
    }
  }
  return undefined
}
