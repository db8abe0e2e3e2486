/** What a demo text has beside its file; `profession` gives the id of the one with a slug. */
type Details = (profession: (slug: string) => string) => Readonly<Record<string, unknown>>

/**
 * What a text file does not say and the demo's texts have beside it: facts in lists of their own, by the
 * file. All invented, and true to life.
 */
export const details: Readonly<Record<string, Details>> = {
  'pflegefachkraft.txt': (profession) => ({
    entryRoutes: [
      {
        kind: 'ausbildung-dual',
        months: 36,
        certificate: 'mittlerer-schulabschluss',
        content:
          'Pflegeschule im Wechsel mit Einsätzen in Krankenhaus, Pflegeheim und ambulantem Dienst; am Ende steht eine staatliche Prüfung.',
      },
      {
        kind: 'studium',
        months: 42,
        certificate: 'fachhochschulreife',
        content: 'Bachelor mit Berufszulassung, meist im Verbund von Hochschule und Kliniken.',
      },
    ],
    dayInTheLife: [
      {
        time: '06:00',
        activity: 'Übergabe: Was war in der Nacht, wer braucht heute zuerst Hilfe?',
      },
      { time: '07:30', activity: 'Waschen, Verbände, Medikamente; dazwischen klingelt es.' },
      { time: '10:00', activity: 'Visite mit der Ärztin, danach Dokumentation am Rechner.' },
      { time: '13:30', activity: 'Übergabe an den Spätdienst, ein Gespräch mit Angehörigen.' },
    ],
    workingConditions: {
      hours:
        'Früh-, Spät- und Nachtdienst im Wechsel, auch an Wochenenden und Feiertagen; ambulant oft geteilte Dienste.',
      places: 'Krankenhäuser, Pflegeheime, Wohnungen der Gepflegten.',
      physicalDemands: 'Viel Stehen, Gehen, Heben und Stützen; Hilfsmittel entlasten den Rücken.',
      mentalDemands: 'Nähe zu Krankheit und Tod, Zeitdruck, Verantwortung für Medikamente.',
      protectiveClothing: 'Handschuhe, Kittel, je nach Station Atemschutz.',
    },
    skills: [
      { level: 'must', name: 'genau beobachten und dokumentieren' },
      { level: 'must', name: 'ruhig bleiben, wenn mehreres zugleich drängt' },
      { level: 'may', name: 'weitere Sprachen' },
    ],
    careerPath: [
      { name: 'Pflegefachkraft auf Station', yearsFrom: 0, yearsTo: 3 },
      { name: 'Praxisanleitung oder Fachweiterbildung', yearsFrom: 2, yearsTo: 6 },
      { name: 'Stationsleitung', yearsFrom: 5, yearsTo: 12 },
    ],
    voices: [
      {
        quote:
          'Nach dem Dienst weiß ich, wem ich heute geholfen habe. Das sagt mir kein Zahlenbericht.',
        name: 'Beispielperson A',
        position: 'Pflegefachkraft, frei erfunden für die Vorführung',
        consentGivenOn: '2026-01-15',
        consentFor: 'nur zur Vorführung: hinter diesem Zitat steht kein Mensch',
      },
    ],
    faq: [
      {
        question: 'Kann ich in Teilzeit lernen?',
        answer: 'Ja, viele Pflegeschulen bieten Kurse von vier oder fünf Jahren in Teilzeit an.',
      },
      {
        question: 'Muss ich nachts arbeiten?',
        answer:
          'In Krankenhaus und Heim gehört der Nachtdienst meist dazu; in Tagespflegen und Praxen nicht.',
      },
    ],
    relatedProfessions: [
      {
        profession: profession('erzieher'),
        relation: 'alternative',
        reason: 'Auch hier tragen Sie Verantwortung für Menschen; der Tag ist planbarer.',
      },
    ],
    statistics: [
      { kind: 'beschaeftigte', value: 1_200_000, unit: 'anzahl', year: 2025 },
      { kind: 'frauenanteil', value: 81.5, unit: 'prozent', year: 2025 },
    ],
  }),
  'pflegefachkraft-bonn.txt': () => ({
    dayInTheLife: [
      { time: '05:40', activity: 'Mit dem Bus auf den Venusberg: Parkplätze sind dort knapp.' },
      { time: '06:00', activity: 'Übergabe auf der Station, danach die ersten Messwerte.' },
    ],
    skills: [
      { level: 'must', name: 'Englisch für Patientinnen und Patienten aus aller Welt' },
      { level: 'may', name: 'Französisch oder Spanisch' },
    ],
    faq: [
      {
        question: 'Gibt es Wohnraum für Auszubildende?',
        answer: 'Einige Träger vermieten Zimmer in der Nähe ihrer Häuser; fragen Sie früh danach.',
      },
    ],
  }),
}
