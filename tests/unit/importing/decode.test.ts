import { describe, expect, it } from 'vitest'
import { decodeText } from '#importing/portraits/file/decode.ts'
import { PortraitTextError } from '#importing/portraits/file/errors.ts'

const utf8 = new TextEncoder()

describe('decoding a text file', () => {
  it('reads UTF-8', () => {
    expect(decodeText(utf8.encode('Köln – 5 €'))).toEqual({ text: 'Köln – 5 €', encoding: 'utf-8' })
  })

  it('reads UTF-8 with a byte order mark and drops the mark', () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...utf8.encode('Käse')])
    expect(decodeText(bytes)).toEqual({ text: 'Käse', encoding: 'utf-8-bom' })
  })

  it('reads UTF-16 in both byte orders', () => {
    const little = new Uint8Array([0xff, 0xfe, 0xfc, 0x00, 0xac, 0x20])
    const big = new Uint8Array([0xfe, 0xff, 0x00, 0xfc, 0x20, 0xac])
    expect(decodeText(little)).toEqual({ text: 'ü€', encoding: 'utf-16le' })
    expect(decodeText(big)).toEqual({ text: 'ü€', encoding: 'utf-16be' })
  })

  it('reads everything else as windows-1252, with its € and quotation marks', () => {
    const bytes = new Uint8Array([0x84, 0x4b, 0xf6, 0x6c, 0x6e, 0x93, 0x20, 0x96, 0x20, 0x80])
    expect(decodeText(bytes)).toEqual({ text: '„Köln“ – €', encoding: 'windows-1252' })
  })

  it('turns all line ends into LF and composes letters', () => {
    expect(decodeText(utf8.encode('a\r\nb\rc\nu\u0308')).text).toBe('a\nb\nc\nü')
  })

  it('refuses a binary file at the line of its first NUL byte', () => {
    const read = () => decodeText(utf8.encode('eins\nzwei\0'))
    expect(read).toThrow(PortraitTextError)
    expect(read).toThrow(expect.objectContaining({ line: 2 }))
  })

  it('refuses a file that is not what its byte order mark says', () => {
    expect(() => decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 0xff]))).toThrow(PortraitTextError)
  })

  it('recognises UTF-16 without its mark', () => {
    const little = Buffer.from('Beruf Köchin in Köln', 'utf16le')
    expect(decodeText(little)).toEqual({ text: 'Beruf Köchin in Köln', encoding: 'utf-16le' })
    expect(decodeText(little.swap16())).toMatchObject({ encoding: 'utf-16be' })
  })

  it('reads a file of which a part is UTF-8 and a part windows-1252', () => {
    const bytes = Buffer.concat([
      Buffer.from('Köln – „gut“\n'),
      Buffer.from('Düren, Spaß', 'latin1'),
    ])
    expect(decodeText(bytes)).toEqual({ text: 'Köln – „gut“\nDüren, Spaß', encoding: 'mixed' })
  })

  it('does not take windows-1252 for UTF-8 where two of its letters would fit', () => {
    const bytes = new Uint8Array([0x84, 0x53, 0x70, 0x61, 0xdf, 0x93, 0x20, 0xfc])
    expect(decodeText(bytes).text).toBe('„Spaß“ ü')
  })

  it('leaves single control characters out', () => {
    expect(decodeText(utf8.encode(`Ein\u0002 Satz${' und noch einer'.repeat(40)}`)).text).toMatch(
      /^Ein Satz und/u,
    )
  })

  it.each(['', '\n \r\n', '\ufeff', '\u200b'])('calls a file without text empty', (text) => {
    expect(() => decodeText(utf8.encode(text))).toThrow('The file is empty.')
  })

  it.each([
    [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], 'a PNG picture'],
    [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive'],
    [[...utf8.encode('%PDF-1.7')], 'a PDF'],
    [[...utf8.encode('{\\rtf1')], 'an RTF document'],
  ])('says what a file is that is no text', (bytes, kind) => {
    expect(() => decodeText(new Uint8Array(bytes))).toThrow(kind)
  })

  it('refuses a file that is full of control characters', () => {
    expect(() => decodeText(new Uint8Array([65, 1, 2, 3, 66, 4]))).toThrow('control characters')
  })
})
