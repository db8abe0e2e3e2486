import { decodeWindows1252 } from '../file/windows-1252.ts'

/**
 * Decodes percent-encoded letters, as addresses carry them ("K%C3%B6ln", "IT%20Leiter"), from UTF-8
 * or, where that fails, from windows-1252. All else stays as it is.
 */
export function decodePercent(text: string): string {
  return text
    .replace(/(?:%[0-9a-f]{2})+/giu, (encoded) => {
      const bytes = Uint8Array.from(encoded.slice(1).split('%'), (hex) => Number.parseInt(hex, 16))
      if (bytes.some((byte) => byte < 0x20)) return encoded
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      } catch {
        return decodeWindows1252(bytes)
      }
    })
    .normalize('NFC')
}
