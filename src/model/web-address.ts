import type { BilingualText } from './text.ts'

/** In characters: what browsers and servers carry without trouble. */
export const longestAddress = 2000

/**
 * Says why a value is no address on the web (http or https), or null when it is one. With hosts, it is to
 * lead to one of them, or to a part of one (`www.`).
 */
export function findWebAddressProblem(
  value: unknown,
  hosts?: readonly string[],
): BilingualText | null {
  const isAddress = typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value)
  if (!isAddress) {
    return {
      de: 'Erwartet wird eine Adresse mit http:// oder https://.',
      en: 'Expected an address with http:// or https://.',
    }
  }
  const { hostname } = new URL(value)
  if (!hosts || hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`)))
    return null
  return {
    de: `Erlaubt sind Adressen bei: ${hosts.join(', ')}.`,
    en: `Addresses at these are allowed: ${hosts.join(', ')}.`,
  }
}
