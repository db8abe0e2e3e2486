import type { Words } from './words.ts'

export const homeWords = {
  title: { de: 'Redaktion', en: 'Newsroom' },
} as const satisfies Words
