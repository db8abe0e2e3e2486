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

/** Where somebody is meant who quotes what stands there a thousand times, nobody can tell. */
const mostHits = 1000

/**
 * Every place of a text where a passage's quote stands, the first thousand at most. An empty quote stands
 * nowhere.
 */
export function findHits(text: string, passage: Passage): Hit[] {
  const collapsed = collapse(text)
  const quote = collapse(passage.quote).trim()
  const prefix = collapse(passage.prefix).slice(-mostContext)
  const suffix = collapse(passage.suffix).slice(0, mostContext)
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

/**
 * How many characters each side of a quote tell it from others like it. A text that repeats itself for
 * longer has no place to tell.
 */
const mostContext = 256

/** The least words around a hit, 32 to 256 characters each side, that no other hit has. */
export function contextOf(text: string, hit: Pick<Hit, 'start' | 'end'>): Passage {
  const collapsed = collapse(text)
  const before = collapse(text.slice(0, hit.start))
  const quote = collapse(text.slice(hit.start, hit.end))
  const after = collapse(text.slice(hit.end))
  const reach = Math.min(mostContext, Math.max(before.length, after.length))
  for (let length = 32; ; length *= 2) {
    const passage = { prefix: before.slice(-length), quote, suffix: after.slice(0, length) }
    if (length >= reach || standsOnce(passage.prefix + quote + passage.suffix, collapsed))
      return passage
  }
}

function standsOnce(quote: string, text: string): boolean {
  const first = text.indexOf(quote)
  return first !== -1 && text.indexOf(quote, first + 1) === -1
}

function placesOf(quote: string, text: string): number[] {
  const places: number[] = []
  if (quote === '') return places
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    places.push(at)
    if (places.length === mostHits) break
  }
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
