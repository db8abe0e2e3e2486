import type { BilingualText } from '#model/text.ts'

/** A portrait is a page or two; what is larger than `fileBytes` is something else. */
export const importLimits = {
  fileBytes: 2_000_000,
  /** In one request. */
  files: 500,
  bytes: 50_000_000,
} as const

export const tooLarge: BilingualText = {
  de: 'Die Datei ist größer als 2 MB; ein Porträt hat ein, zwei Seiten.',
  en: 'The file is larger than 2 MB; a portrait has a page or two.',
}
