import type { BilingualText } from './text.ts'

/** Says why a value is no address on the web (http or https), or null when it is one. */
export function findWebAddressProblem(value: unknown): BilingualText | null {
  return typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value)
    ? null
    : {
        de: 'Erwartet wird eine Adresse mit http:// oder https://.',
        en: 'Expected an address with http:// or https://.',
      }
}
