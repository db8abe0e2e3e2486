import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asPortrait, hostileTexts } from '#support/growth/hostile-texts.ts'
import { startProduct, type Product, type SignedIn } from '#support/product.ts'
import { allowed } from '#support/slowness.ts'

describe('a large file', () => {
  let product: Product
  let editor: SignedIn

  beforeAll(async () => {
    product = await startProduct()
    editor = await product.signIn('editor')
  })
  afterAll(() => product.close())

  const send = async (text: string): Promise<string> => {
    const body = new FormData()
    body.append('files', new File([text], 'portrait.txt', { type: 'text/plain' }))
    const path = '/import/portraits?dryRun=true&createMissing=true'
    return (await product.respond('POST', path, { ...editor, body })).text()
  }

  it('of ordinary paragraphs is read as others are', async () => {
    const text = asPortrait('Das ist ein ganz gewöhnlicher Absatz über den Beruf.\n\n'.repeat(400))
    expect(text.length).toBeGreaterThan(16_000)
    const answer = await send(text)
    expect(answer).toContain('"result":"created"')
  })

  it.each(['one sentence of pay', 'amounts in a row', 'short lines', 'numbers with spaces'])(
    'of %s holds nobody else up',
    async (name) => {
      const text = asPortrait(hostileTexts[name]?.(300_000) ?? '')
      let longest = 0
      let last = performance.now()
      const beat = setInterval(() => {
        const now = performance.now()
        longest = Math.max(longest, now - last)
        last = now
      }, 10)
      const answer = await send(text)
      clearInterval(beat)
      expect(answer).toMatch(/"result":"(?:failed|created)"/)
      // What is left here is to write what was read, and to send it there and back.
      expect(longest).toBeLessThan(allowed(1500))
    },
    60_000,
  )
})
