import type { Words } from './words.ts'

/** What a step asks for. */
export const stepsWords = {
  reason: { de: 'Was soll geändert werden?', en: 'What should be changed?' },
  comment: { de: 'Kommentar (freiwillig)', en: 'Comment (optional)' },
  publishAt: { de: 'Veröffentlichen am', en: 'Publish on' },
  unpublishAt: { de: 'Vom Netz nehmen am', en: 'Unpublish on' },
  zone: { de: 'Berliner Zeit.', en: 'Berlin time.' },
  send: { de: 'Absenden', en: 'Send' },
} as const satisfies Words
