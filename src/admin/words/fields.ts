import type { Words } from './words.ts'

/** The fields of an editorial document, by the path that a difference names. */
export const fieldsWords = {
  kicker: { de: 'Dachzeile', en: 'Kicker' },
  headline: { de: 'Überschrift', en: 'Headline' },
  intro: { de: 'Einleitung', en: 'Introduction' },
  sections: { de: 'Abschnitt', en: 'Section' },
  heading: { de: 'Zwischenüberschrift', en: 'Heading' },
  kind: { de: 'Art des Abschnitts', en: 'Kind of section' },
  body: { de: 'Text', en: 'Text' },
  profession: { de: 'Beruf', en: 'Profession' },
  region: { de: 'Region', en: 'Region' },
  salaryFigures: { de: 'Gehaltsangabe', en: 'Salary figure' },
  sources: { de: 'Quelle', en: 'Source' },
  media: { de: 'Bild', en: 'Picture' },
  seo: { de: 'Suchmaschinen', en: 'Search engines' },
  provenance: { de: 'Herkunft des Textes', en: 'Provenance of the text' },
  sites: { de: 'Nur für diese Websites', en: 'Only for these sites' },
} as const satisfies Words
