/** A portrait made up for the tests, with everything that a portrait has. */
export const samplePortrait = [
  'Bäcker/in Jobs & Stellenangebote in Musterhausen',
  'Beruf Bäcker in Musterhausen',
  'Früh auf den Beinen: Backen in Musterhausen',
  'Wenn die Stadt noch schläft, brennt in der Backstube Licht. Das ist kein Beruf für Langschläfer.',
  'Die Aufgaben: Teig, Ofen und Theke',
  'Der Tag beginnt mit dem Ansetzen der Teige und endet mit dem Reinigen der Maschinen, Tag für Tag.',
  'Was Sie mitbringen sollten',
  '- Sorgfalt',
  '- Freude am Handwerk',
  'Verdienst: Was in der Tüte steckt',
  'Einsteiger erhalten 2.400 bis 2.700 € brutto im Monat. Laut Entgeltatlas 2024 liegt der Median bei 2.900 €.',
].join('\n')
