const bullet = /^(?:[-•*–·+‣▪▸►○◦●■□✓✔➤→]\s+|[•‣▪▸►○◦●■□✓✔➤]\s*)(?=\S)/u
const number = /^(\d{1,2})[.)]\s+(?=\S)/u

/** A line without the bullet of a list; null where it has none. */
export function withoutBullet(text: string): string | null {
  return bullet.test(text) ? text.replace(bullet, '') : null
}

/** A line without the number of a list, and that number; null where it has none. */
export function withoutNumber(text: string): { count: number; text: string } | null {
  const digits = number.exec(text)?.[1]
  return digits === undefined ? null : { count: Number(digits), text: text.replace(number, '') }
}

/** Says whether a line may begin an item of a list. */
export function startsItem(text: string): boolean {
  return bullet.test(text) || number.test(text)
}

/** Says whether what begins like an item may as well go on with a sentence: a dash, a date. */
export function isDoubtfulItem(text: string): boolean {
  return /^(?:[–\d]|-\s+\p{Ll})/u.test(text)
}
