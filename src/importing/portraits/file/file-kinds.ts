import type { BilingualText } from '#model/text.ts'

/** How files begin that are sometimes taken for texts. */
const kinds: readonly { start: readonly number[]; name: BilingualText }[] = [
  { start: [0x89, 0x50, 0x4e, 0x47], name: { de: 'ein PNG-Bild', en: 'a PNG picture' } },
  { start: [0xff, 0xd8, 0xff], name: { de: 'ein JPEG-Bild', en: 'a JPEG picture' } },
  { start: [...letters('GIF8')], name: { de: 'ein GIF-Bild', en: 'a GIF picture' } },
  { start: [...letters('%PDF-')], name: { de: 'ein PDF', en: 'a PDF' } },
  { start: [...letters('{\\rtf')], name: { de: 'ein RTF-Dokument', en: 'an RTF document' } },
  {
    start: [0x50, 0x4b, 0x03, 0x04],
    name: {
      de: 'ein ZIP-Archiv (so auch .docx und .odt)',
      en: 'a ZIP archive (.docx and .odt are such)',
    },
  },
  {
    start: [0xd0, 0xcf, 0x11, 0xe0],
    name: { de: 'ein altes Word-Dokument', en: 'an old Word document' },
  },
]

/** Says what a file is, by its first bytes, when it is a known kind of file that is no text. */
export function findForeignKind(bytes: Uint8Array): BilingualText | undefined {
  return kinds.find(({ start }) => start.every((byte, index) => bytes[index] === byte))?.name
}

function letters(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
