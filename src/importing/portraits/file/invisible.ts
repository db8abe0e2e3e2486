/**
 * A text as a reader sees it: without soft hyphens, zero-width characters and marks of direction,
 * which word processors leave behind and which keep words from being found.
 */
export function withoutInvisible(text: string): string {
  return text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
}
