import { defineCode } from './code.ts'

/** ISCO-08 unit group: four digits, the armed forces begin with 0 (0110). Source: ILO, ISCO-08. */
export const isco08 = defineCode({
  name: { de: 'ISCO-08', en: 'ISCO-08 code' },
  example: '1330',
  pattern: /^\d{4}$/,
  shape: { de: 'eine Ziffernfolge aus vier Ziffern', en: 'a string of four digits' },
})

/** URI of an ESCO occupation: http (not https), a UUID, no trailing slash. Source: ESCO portal. */
export const escoOccupation = defineCode({
  name: { de: 'ESCO-Beruf', en: 'ESCO occupation' },
  example: 'http://data.europa.eu/esco/occupation/00000000-0000-4000-8000-000000000000',
  pattern:
    /^http:\/\/data\.europa\.eu\/esco\/occupation\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  shape: {
    de: 'eine Adresse mit http und UUID, ohne Schrägstrich am Ende',
    en: 'an http address with a UUID and no trailing slash',
  },
})
