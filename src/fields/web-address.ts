import type { Field } from 'payload'
import { inLanguage } from '#model/text.ts'
import { findWebAddressProblem, longestAddress } from '#model/web-address.ts'

/** An address on the web, http or https. */
export function webAddressField(options: { name: string; required?: boolean }): Field {
  const { name, required = false } = options
  return {
    name,
    type: 'text',
    maxLength: longestAddress,
    required,
    label: { de: 'Adresse im Web', en: 'Web address' },
    validate: (value: unknown, { req }: { req: { i18n: { language: string } } }) => {
      if (value === undefined || value === null || value === '') {
        return required
          ? inLanguage(
              { de: 'Die Adresse fehlt.', en: 'The address is missing.' },
              req.i18n.language,
            )
          : true
      }
      const problem = findWebAddressProblem(value)
      return problem ? inLanguage(problem, req.i18n.language) : true
    },
  }
}
