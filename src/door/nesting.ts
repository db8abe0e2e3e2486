/**
 * Whether JSON has more brackets open at once than is allowed; what stands in quotes does not count. One
 * pass over the bytes, before anything that recurses sees them.
 */
export function isDeeper(bytes: Uint8Array, depth: number): boolean {
  return isDeeperIn(bytes, depth, afterQuoted)
}

/** The same of a query of GraphQL, which has comments, and texts within three quotes. */
export function isQueryDeeper(bytes: Uint8Array, depth: number): boolean {
  return isDeeperIn(bytes, depth, afterQuotedOrComment)
}

/** Gives where to go on where something begins that does not count, else the same place. */
type Pass = (bytes: Uint8Array, at: number) => number

function isDeeperIn(bytes: Uint8Array, depth: number, pass: Pass): boolean {
  let open = 0
  let at = 0
  while (at < bytes.length) {
    const next = pass(bytes, at)
    if (next !== at) {
      at = next
      continue
    }
    const byte = bytes[at]
    if (byte === squareOpen || byte === curlyOpen || byte === roundOpen) open += 1
    else if (byte === squareClose || byte === curlyClose || byte === roundClose) open -= 1
    if (open > depth) return true
    at += 1
  }
  return false
}

function afterQuotedOrComment(bytes: Uint8Array, at: number): number {
  if (bytes[at] === hash) {
    let end = at
    while (end < bytes.length && bytes[end] !== newline && bytes[end] !== carriageReturn) end += 1
    return end
  }
  return isBlockQuote(bytes, at) ? afterBlock(bytes, at) : afterQuoted(bytes, at)
}

function afterBlock(bytes: Uint8Array, at: number): number {
  let end = at + 3
  while (end < bytes.length && !isBlockQuote(bytes, end)) {
    end += bytes[end] === backslash && isBlockQuote(bytes, end + 1) ? 4 : 1
  }
  return end + 3
}

function isBlockQuote(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === quote && bytes[at + 1] === quote && bytes[at + 2] === quote
}

function afterQuoted(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== quote) return at
  let end = at + 1
  while (end < bytes.length && bytes[end] !== quote) end += bytes[end] === backslash ? 2 : 1
  return end + 1
}

const quote = 0x22
const hash = 0x23
const newline = 0x0a
const carriageReturn = 0x0d
const backslash = 0x5c
const squareOpen = 0x5b
const squareClose = 0x5d
const curlyOpen = 0x7b
const curlyClose = 0x7d
const roundOpen = 0x28
const roundClose = 0x29
