import type { Say } from '#admin/words/say.ts'
import type { BilingualText } from '#model/text.ts'

/** A word with its values, as `name(value, …)`: what is said is tested, not how it is worded. */
export const say: Say = (word, values = {}) => {
  const given = Object.values(values).map(String)
  return given.length === 0 ? word : `${word}(${given.join(', ')})`
}

export const pick = ({ de }: BilingualText): string => de
