import type { Words } from './words.ts'

/** What the form says of a section. */
export const sectionWords = {
  holds: { de: 'Hinein gehört:', en: 'It holds:' },
  choose: {
    de: 'Wählen Sie eine Art: Sie sagt Lesenden und Websites, worum es geht.',
    en: 'Choose a kind: it tells readers and sites what the section is about.',
  },
} as const satisfies Words
