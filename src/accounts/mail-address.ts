import * as z from 'zod'
import { writtenText } from '#model/input.ts'

/**
 * An address of mail as accounts have it, out of what a provider or a directory says. It is judged before its letters are
 * made small: some that no address has, such as the sign of kelvin, become those of somebody else's.
 */
export const mailAddress = writtenText(254)
  .trim()
  .pipe(z.email())
  .refine((text) => !hostOf(text).includes('-.'), 'a part of its host ends with a hyphen')
  .transform((text) => text.toLowerCase())

function hostOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}
