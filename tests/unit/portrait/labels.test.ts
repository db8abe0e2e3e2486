import { describe, expect, it } from 'vitest'
import { nameOfPlace } from '#portrait/labels.ts'

describe('the name of a place in a text', () => {
  const document = { sections: [{ kind: 'aufgaben' }, {}] }

  it.each([
    ['intro', 'Einleitung', 'Introduction'],
    ['provenance.origin', 'Herkunft des Textes', 'Provenance of the text'],
    ['sections', 'Abschnitte', 'Sections'],
    ['sections.0.body', 'Abschnitt 1 · Aufgaben', 'Section 1 · Tasks'],
    ['sections.1.heading', 'Abschnitt 2', 'Section 2'],
    ['sections.7.body', 'Abschnitt 8', 'Section 8'],
    ['salaryFigures.0.source', 'Gehaltsangabe 1', 'Salary figure 1'],
    ['unknown.0', 'unknown', 'unknown'],
  ])('%s is %s', (path, de, en) => {
    expect(nameOfPlace(path, document)).toEqual({ de, en })
  })
})
