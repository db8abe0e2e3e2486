const special: Readonly<Record<string, number>> = { '€': 0x80, '„': 0x84, '“': 0x93, '–': 0x96 }

/** The bytes of a text in windows-1252, as far as the tests need it. */
export function encodeWindows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => special[letter] ?? letter.charCodeAt(0))
}
