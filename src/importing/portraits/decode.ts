import { PortraitTextError } from './errors.ts'

/** How the bytes of a file were read. */
export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export interface DecodedText {
  text: string
  encoding: TextEncoding
}

/**
 * Reads the bytes of a text file: by its byte order mark, else as UTF-8 where that is well-formed,
 * else as windows-1252 (old Windows programs). Line ends become LF, letters are composed (NFC).
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const { text, encoding } = readBytes(bytes)
  const lines = text.replace(/\r\n?/gu, '\n').normalize('NFC')
  const nul = lines.indexOf('\0')
  if (nul !== -1) {
    throw new PortraitTextError(lines.slice(0, nul).split('\n').length, {
      de: 'Die Datei ist kein Text (sie enthält NUL-Bytes).',
      en: 'The file is no text (it contains NUL bytes).',
    })
  }
  return { text: lines, encoding }
}

const marks: readonly { bytes: readonly number[]; label: string; encoding: TextEncoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8', encoding: 'utf-8-bom' },
  { bytes: [0xff, 0xfe], label: 'utf-16le', encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], label: 'utf-16be', encoding: 'utf-16be' },
]

function readBytes(bytes: Uint8Array): DecodedText {
  const mark = marks.find((known) => known.bytes.every((byte, index) => bytes[index] === byte))
  if (mark) {
    const text = decodeFatally(bytes, mark.label)
    if (text !== null) return { text, encoding: mark.encoding }
    throw new PortraitTextError(null, {
      de: `Die Datei beginnt wie ${mark.encoding}, ist darin aber nicht lesbar.`,
      en: `The file starts like ${mark.encoding} but cannot be read as such.`,
    })
  }
  const text = decodeFatally(bytes, 'utf-8')
  if (text !== null) return { text, encoding: 'utf-8' }
  return { text: decodeWindows1252(bytes), encoding: 'windows-1252' }
}

function decodeFatally(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The bytes 0x80 to 0x9f; all others are those of Latin-1. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** By hand: some versions of Node read windows-1252 as Latin-1, which loses € and quotation marks. */
function decodeWindows1252(bytes: Uint8Array): string {
  const letters: string[] = []
  for (const byte of bytes) {
    letters.push(windows1252[byte - 0x80] ?? String.fromCharCode(byte))
  }
  return letters.join('')
}
