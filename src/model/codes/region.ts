import type { BilingualText } from '../text.ts'
import { defineCode } from './code.ts'

/** The sixteen Länder: the first two digits of an AGS and their ISO 3166-2 code. */
export const laender = {
  '01': { iso: 'DE-SH', name: 'Schleswig-Holstein' },
  '02': { iso: 'DE-HH', name: 'Hamburg' },
  '03': { iso: 'DE-NI', name: 'Niedersachsen' },
  '04': { iso: 'DE-HB', name: 'Bremen' },
  '05': { iso: 'DE-NW', name: 'Nordrhein-Westfalen' },
  '06': { iso: 'DE-HE', name: 'Hessen' },
  '07': { iso: 'DE-RP', name: 'Rheinland-Pfalz' },
  '08': { iso: 'DE-BW', name: 'Baden-Württemberg' },
  '09': { iso: 'DE-BY', name: 'Bayern' },
  '10': { iso: 'DE-SL', name: 'Saarland' },
  '11': { iso: 'DE-BE', name: 'Berlin' },
  '12': { iso: 'DE-BB', name: 'Brandenburg' },
  '13': { iso: 'DE-MV', name: 'Mecklenburg-Vorpommern' },
  '14': { iso: 'DE-SN', name: 'Sachsen' },
  '15': { iso: 'DE-ST', name: 'Sachsen-Anhalt' },
  '16': { iso: 'DE-TH', name: 'Thüringen' },
} as const satisfies Readonly<Record<string, { iso: string; name: string }>>

/**
 * Amtlicher Gemeindeschlüssel: Land 2 + Regierungsbezirk 1 + Kreis 2 + Gemeinde 3 digits. A Land or
 * a Kreis is written with zeros to the right. Source: Destatis, GV-ISys.
 */
export const ags = defineCode({
  name: { de: 'AGS', en: 'AGS' },
  example: '05316000',
  pattern: /^(?:0[1-9]|1[0-6])\d{6}$/,
  shape: {
    de: 'eine Ziffernfolge aus acht Ziffern, beginnend mit dem Land 01 bis 16',
    en: 'a string of eight digits that begins with the Land 01 to 16',
  },
})

/** Regionalschlüssel: 2 + 1 + 2 + 4 (Gemeindeverband) + 3 digits. Source: Destatis, GV-ISys. */
export const ars = defineCode({
  name: { de: 'ARS', en: 'ARS' },
  example: '053160000000',
  pattern: /^(?:0[1-9]|1[0-6])\d{10}$/,
  shape: {
    de: 'eine Ziffernfolge aus zwölf Ziffern, beginnend mit dem Land 01 bis 16',
    en: 'a string of twelve digits that begins with the Land 01 to 16',
  },
})

/** NUTS-3 region of Germany. Source: Eurostat, NUTS. */
export const nuts3 = defineCode({
  name: { de: 'NUTS-3', en: 'NUTS-3 code' },
  example: 'DEA24',
  pattern: /^DE[1-9A-G][0-9A-Z]{2}$/,
  shape: {
    de: 'DE, ein Zeichen für das Land (1 bis 9, A bis G) und zwei weitere Zeichen',
    en: 'DE, one character for the Land (1 to 9, A to G) and two more',
  },
})

/** German postal code; many to many with Gemeinden. */
export const postalCode = defineCode({
  name: { de: 'Postleitzahl', en: 'postal code' },
  example: '51373',
  pattern: /^\d{5}$/,
  shape: { de: 'eine Ziffernfolge aus fünf Ziffern', en: 'a string of five digits' },
})

/** The AGS inside an ARS: digits 6 to 9, the Gemeindeverband, dropped. */
export function agsOfArs(regionalKey: string): string {
  return regionalKey.slice(0, 5) + regionalKey.slice(9)
}

/** The Land a region lies in, from the first two digits of its AGS; undefined for none of the 16. */
export function landOfAgs(key: string): { code: string; iso: string; name: string } | undefined {
  const code = key.slice(0, 2)
  return isLandCode(code) ? { code, ...laender[code] } : undefined
}

/** Says when an AGS and an ARS name different places. */
export function findKeyMismatch(keys: { ags: string; ars: string }): BilingualText | undefined {
  const inside = agsOfArs(keys.ars)
  if (inside === keys.ags) return undefined
  return {
    de: `ARS ${keys.ars} enthält den AGS ${inside}, eingetragen ist aber ${keys.ags}.`,
    en: `ARS ${keys.ars} contains the AGS ${inside}, but ${keys.ags} is entered.`,
  }
}

function isLandCode(code: string): code is keyof typeof laender {
  return code in laender
}
