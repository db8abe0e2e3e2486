/**
 * The words of a text as a reader counts them: a compound (IT-Leiter), a gender form (Leiter/in,
 * Mitarbeiter:innen) and a number (68.000) are one word each.
 */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:[-'’.,:*_/][\p{L}\p{N}]+)*/gu) ?? []
}

/** The letters of a word; '' for a number. */
export function lettersOf(word: string): string {
  return word.replace(/[^\p{L}]/gu, '')
}
