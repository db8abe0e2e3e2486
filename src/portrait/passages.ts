/** What to look for: the words themselves and what stood around them, spaces of no account. */
export interface Passage {
  quote: string
  prefix: string
  suffix: string
}

/** Where a passage stands in a text (UTF-16 units), and how many characters around it agree. */
export interface Hit {
  start: number
  end: number
  agreement: number
}

/** Spaces of every kind and length are one space to a quote. */
export function collapse(text: string): string {
  return text.replace(/\s+/gu, ' ')
}

/** Every place of a text where a passage's quote stands. An empty quote stands nowhere. */
export function findHits(text: string, passage: Passage): Hit[] {
  const collapsed = collapse(text)
  const quote = collapse(passage.quote).trim()
  const prefix = collapse(passage.prefix)
  const suffix = collapse(passage.suffix)
  const offsets = offsetsOf(text)
  return placesOf(quote, collapsed).map((at) => {
    const end = at + quote.length
    return {
      start: offsets[at] ?? 0,
      // The last character of a quote is no space: it stands alone in the text as it is.
      end: (offsets[end - 1] ?? 0) + 1,
      agreement:
        agreementBefore(collapsed.slice(0, at), prefix) +
        agreementAfter(collapsed.slice(end), suffix),
    }
  })
}

/** The least words around a hit, at least 32 characters each side, that no other hit has. */
export function contextOf(text: string, hit: Pick<Hit, 'start' | 'end'>): Passage {
  const collapsed = collapse(text)
  const before = collapse(text.slice(0, hit.start))
  const quote = collapse(text.slice(hit.start, hit.end))
  const after = collapse(text.slice(hit.end))
  for (let length = 32; ; length *= 2) {
    const passage = { prefix: before.slice(-length), quote, suffix: after.slice(0, length) }
    const isWhole = length >= before.length && length >= after.length
    const whole = passage.prefix + quote + passage.suffix
    if (isWhole || placesOf(whole, collapsed).length === 1) return passage
  }
}

function placesOf(quote: string, text: string): number[] {
  const places: number[] = []
  if (quote === '') return places
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) places.push(at)
  return places
}

/** The offset in a text of each character of its collapsed form. */
function offsetsOf(text: string): number[] {
  const offsets: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const isSpace = /\s/u.test(text.charAt(at))
    const isFollower = isSpace && at > 0 && /\s/u.test(text.charAt(at - 1))
    if (!isFollower) offsets.push(at)
  }
  return offsets
}

function agreementBefore(text: string, prefix: string): number {
  let length = 0
  while (length < prefix.length && text.at(-1 - length) === prefix.at(-1 - length)) length += 1
  return length
}

function agreementAfter(text: string, suffix: string): number {
  let length = 0
  while (length < suffix.length && text[length] === suffix[length]) length += 1
  return length
}
