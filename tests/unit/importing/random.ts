const letters = 'abcdefghijklmnopqrstuvwxyzäöüßABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ'

/** Random values that are the same in every run, so that a failure can be seen again. */
export function randomFrom(seed: number) {
  let state = seed + 1
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const word = () => Array.from({ length: 1 + below(12) }, () => letters[below(letters.length)])
  return {
    below,
    pick: (first: string, ...others: string[]) =>
      [first, ...others][below(others.length + 1)] ?? first,
    words: (count: number) => Array.from({ length: count }, () => word().join('')),
  }
}
