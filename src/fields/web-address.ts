import type { Field } from 'payload'
import { inLanguage } from '#model/text.ts'

/** An address on the web, http or https. */
export function webAddressField(options: { name: string; required?: boolean }): Field {
  const { name, required = false } = options
  return {
    name,
    type: 'text',
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
      if (typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value))
        return true
      return inLanguage(
        {
          de: 'Erwartet wird eine Adresse mit http:// oder https://.',
          en: 'Expected an address with http:// or https://.',
        },
        req.i18n.language,
      )
    },
  }
}
