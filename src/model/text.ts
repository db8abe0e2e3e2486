/** The languages of the admin. Content is German; messages and labels speak all of these. */
export const languages = ['de', 'en'] as const
export type Language = (typeof languages)[number]

/** What each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { de: 'Deutsch', en: 'English' }

/** One message or label in every language of the admin. */
export type BilingualText = Readonly<Record<Language, string>>

/** The language that somebody asks for, where it is one of these; English for whoever reads none. */
export function knownLanguage(asked: unknown, otherwise: Language = 'en'): Language {
  return languages.find((language) => language === asked) ?? otherwise
}

/** Picks the language of a reader; whoever reads none of them reads English. */
export function inLanguage(text: BilingualText, language: string): string {
  return text[knownLanguage(language)]
}
