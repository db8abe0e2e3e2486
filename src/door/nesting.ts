/**
 * Whether JSON, or GraphQL, has more brackets open at once than is allowed; what stands in quotes does not
 * count. One pass over the bytes, before anything that recurses sees them.
 */
export function isDeeper(bytes: Uint8Array, depth: number): boolean {
  let open = 0
  let isQuoted = false
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index]
    if (isQuoted) {
      if (byte === backslash) index += 1
      else if (byte === quote) isQuoted = false
    } else if (byte === quote) isQuoted = true
    else if (byte === squareOpen || byte === curlyOpen || byte === roundOpen) {
      open += 1
      if (open > depth) return true
    } else if (byte === squareClose || byte === curlyClose || byte === roundClose) open -= 1
  }
  return false
}

const quote = 0x22
const backslash = 0x5c
const squareOpen = 0x5b
const squareClose = 0x5d
const curlyOpen = 0x7b
const curlyClose = 0x7d
const roundOpen = 0x28
const roundClose = 0x29
