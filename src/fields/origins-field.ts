import type { Field, FieldHook } from 'payload'
import { inLanguage } from '#model/text.ts'

/** From which addresses browsers may read: scheme, host and port, as a browser sends them. */
export function originsField(): Field {
  return {
    name: 'origins',
    type: 'text',
    hasMany: true,
    label: { de: 'Herkünfte (CORS)', en: 'Origins (CORS)' },
    hooks: { beforeValidate: [toOrigins] },
    validate: (value: unknown, { req }: { req: { i18n: { language: string } } }) => {
      const wrong = textsIn(value).find((text) => originOf(text) !== text)
      if (wrong === undefined) return true
      return inLanguage(
        {
          de: `„${wrong}“ ist keine Herkunft. Erwartet wird z. B. https://www.example.org, ohne Pfad.`,
          en: `“${wrong}” is no origin. Expected something like https://www.example.org, without a path.`,
        },
        req.i18n.language,
      )
    },
    admin: {
      description: {
        de: 'Von welchen Websites Browser direkt lesen dürfen, z. B. https://www.example.org. Eingabe mit der Eingabetaste abschließen.',
        en: 'From which websites browsers may read directly, such as https://www.example.org. Press Enter after each.',
      },
    },
  }
}

/** A slash at the end or a capital letter is no mistake worth a message. */
const toOrigins: FieldHook = ({ value }): unknown =>
  Array.isArray(value)
    ? value.map((text: unknown) => (typeof text === 'string' ? asOrigin(text) : text))
    : value

function asOrigin(text: string): string {
  const origin = originOf(text)
  return origin !== null && text.trim().toLowerCase().replace(/\/$/u, '') === origin ? origin : text
}

function originOf(text: string): string | null {
  if (!/^\s*https?:\/\//iu.test(text) || !URL.canParse(text)) return null
  return new URL(text).origin
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : []
}
