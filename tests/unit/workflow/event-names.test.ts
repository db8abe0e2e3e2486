import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { nodesOf, parseSources } from '#support/source.ts'
import { languages } from '#model/text.ts'
import { nameOfEvent } from '#workflow/event-names.ts'

/** Every event that the house names in so many words where it puts it on record. */
const recorded = new Set(
  parseSources(['src', 'collections']).flatMap((source) =>
    [...nodesOf(source)].flatMap((node) =>
      ts.isPropertyAssignment(node) &&
      node.name.getText() === 'transition' &&
      ts.isStringLiteral(node.initializer)
        ? [node.initializer.text]
        : [],
    ),
  ),
)

describe('the name of an event', () => {
  it.each([...recorded])('%s is in words, not as it is on record', (transition) => {
    for (const language of languages)
      expect(nameOfEvent(transition)[language]).toMatch(/^[A-ZÄÖÜ]/u)
    expect(nameOfEvent(transition).de).not.toBe(transition)
  })

  it('is looked for in more than a handful of places', () => {
    expect(recorded.size).toBeGreaterThan(15)
  })
})
