/** The languages of the admin. Content is German; messages and labels speak both. */
export type Language = 'de' | 'en'

/** One message or label in every language of the admin. */
export type BilingualText = Readonly<Record<Language, string>>

/** Picks the language of a reader; whoever is neither German nor English reads English. */
export function inLanguage(text: BilingualText, language: string): string {
  return language === 'de' ? text.de : text.en
}
