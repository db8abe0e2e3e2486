import type { Words } from './words.ts'

export const bulkWords = {
  choose: { de: 'Schritt wählen', en: 'Choose a step' },
  step: { de: 'Schritt für die Auswahl', en: 'Step for the selection' },
  apply: { de: 'Ausführen', en: 'Apply' },
  clear: { de: 'Auswahl aufheben', en: 'Clear selection' },
  title_one: { de: '{{step}}: {{count}} Text', en: '{{step}}: {{count}} text' },
  title_other: { de: '{{step}}: {{count}} Texte', en: '{{step}}: {{count}} texts' },
  each: {
    de: 'Jeder Text wird für sich geprüft. Was bei einem nicht geht, hält die anderen nicht auf.',
    en: 'Each text is judged by itself. What is refused for one does not hold up the others.',
  },
  progress: { de: '{{done}} von {{total}}', en: '{{done}} of {{total}}' },
  result: { de: 'Ergebnis', en: 'Result' },
  text: { de: 'Text', en: 'Text' },
  summary: { de: '{{done}} erledigt, {{refused}} nicht.', en: '{{done}} done, {{refused}} not.' },
  again: { de: 'Die übrigen noch einmal', en: 'Try the others again' },
} as const satisfies Words
