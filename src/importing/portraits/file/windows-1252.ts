/** The bytes 0x80 to 0x9f; all others are those of Latin-1. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * Reads bytes as windows-1252. By hand: some versions of Node read windows-1252 as Latin-1, which
 * loses € and quotation marks.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  return Array.from(bytes, letterOf).join('')
}

/** Says whether bytes contain what UTF-8 makes of German letters, spaces, quotation marks or €. */
export function hasGermanUtf8(bytes: Uint8Array): boolean {
  return bytes.some((_, index) => sequenceLength(bytes, index) > 1)
}

/**
 * Reads bytes that are UTF-8 for the most part, such as a file put together of two: what UTF-8
 * makes of German letters and signs is read so, every other byte as windows-1252.
 */
export function decodeMixed(bytes: Uint8Array): string {
  const utf8 = new TextDecoder('utf-8')
  const parts: string[] = []
  for (let index = 0; index < bytes.length;) {
    const length = sequenceLength(bytes, index)
    parts.push(
      length > 1 ? utf8.decode(bytes.subarray(index, index + length)) : letterOf(bytes[index] ?? 0),
    )
    index += length
  }
  return parts.join('')
}

/** "Ã" before a sign, "â€": letters that stand side by side in no German text. */
function sequenceLength(bytes: Uint8Array, index: number): number {
  const [first = 0, second = 0, third = 0] = bytes.subarray(index, index + 3)
  if (first === 0xc3 && isContinuation(second)) return 2
  if (first === 0xc2 && second >= 0xa0 && second <= 0xbf) return 2
  const isSign = first === 0xe2 && (second === 0x80 || second === 0x82)
  return isSign && isContinuation(third) ? 3 : 1
}

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf
}

function letterOf(byte: number): string {
  return windows1252[byte - 0x80] ?? String.fromCharCode(byte)
}
