import { expect, it } from 'vitest'
import { toLexicalBody } from '#importing/portraits/text/lexical-body.ts'
import { plainTextOf } from '#rich-text/plain-text.ts'

it('gives back every paragraph and every item of what it was made of', () => {
  const body = toLexicalBody([
    { type: 'paragraph', text: 'Erster Absatz.', line: 1 },
    {
      type: 'list',
      ordered: false,
      items: [
        { text: 'eins', line: 2 },
        { text: 'zwei', line: 3 },
      ],
      line: 2,
    },
  ])
  expect(plainTextOf(body)).toBe('Erster Absatz.\neins\nzwei')
})
