import { PortraitTextError } from './errors.ts'
import { findForeignKind } from './file-kinds.ts'
import { withoutInvisible } from './invisible.ts'
import { decodeMixed, decodeWindows1252, hasGermanUtf8 } from './windows-1252.ts'

/** How the bytes of a file were read; `mixed`: UTF-8 with stray bytes of windows-1252 in it. */
export type TextEncoding =
  'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'mixed'

export interface DecodedText {
  text: string
  encoding: TextEncoding
}

/**
 * Reads the bytes of a text file: by its byte order mark, else as UTF-8 where that is well-formed,
 * else as windows-1252 (old Windows programs). Line ends become LF, letters are composed (NFC).
 *
 * @throws PortraitTextError where the file is empty or no text
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const kind = findForeignKind(bytes)
  if (kind) {
    throw new PortraitTextError(1, {
      de: `Die Datei ist ${kind.de}, kein reiner Text.`,
      en: `The file is ${kind.en}, not plain text.`,
    })
  }
  const { text, encoding } = readBytes(bytes)
  const lines = text
    .replace(/\r\n?/gu, '\n')
    .replace(/\u001a\s*$/u, '')
    .normalize('NFC')
  refuseBinary(lines)
  if (withoutInvisible(lines).trim() === '') {
    throw new PortraitTextError(1, { de: 'Die Datei ist leer.', en: 'The file is empty.' })
  }
  return { text: lines.replace(controls, ''), encoding }
}

/** Control characters other than the white space among them. */
const controls = /[\u0001-\u0008\u000e-\u001f\u007f]/gu

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
    throw new PortraitTextError(1, {
      de: `Die Datei beginnt wie ${mark.encoding}, ist darin aber nicht lesbar.`,
      en: `The file starts like ${mark.encoding} but cannot be read as such.`,
    })
  }
  const wide = guessUtf16(bytes)
  const wideText = wide === null ? null : decodeFatally(bytes, wide)
  if (wide !== null && wideText !== null) return { text: wideText, encoding: wide }
  const text = decodeFatally(bytes, 'utf-8')
  if (text !== null) return { text, encoding: 'utf-8' }
  return hasGermanUtf8(bytes)
    ? { text: decodeMixed(bytes), encoding: 'mixed' }
    : { text: decodeWindows1252(bytes), encoding: 'windows-1252' }
}

function decodeFatally(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-16 without its mark: in a western text every other byte is 0. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = zeros
  const many = sample.length * 0.35
  if (odd > many && even === 0) return 'utf-16le'
  if (even > many && odd === 0) return 'utf-16be'
  return null
}

function refuseBinary(text: string): void {
  const nul = text.indexOf('\0')
  if (nul !== -1) {
    throw new PortraitTextError(text.slice(0, nul).split('\n').length, {
      de: 'Die Datei ist kein Text (sie enthält NUL-Bytes).',
      en: 'The file is not plain text (it contains NUL bytes).',
    })
  }
  const first = text.search(controls)
  if ((text.match(controls) ?? []).length * 200 <= text.length) return
  throw new PortraitTextError(text.slice(0, first).split('\n').length, {
    de: 'Die Datei ist kein Text (sie besteht zu einem guten Teil aus Steuerzeichen).',
    en: 'The file is not plain text (a good part of it are control characters).',
  })
}
