import { describe, expect, it } from 'vitest'
import { findSalaryStatements } from '#importing/portraits/salary/statements.ts'

function find(text: string, kind: 'verdienst' | 'aufgaben' = 'verdienst') {
  return findSalaryStatements({ text, kind, sources: [] })
}

describe('what is no pay', () => {
  it.each([
    'Der Umsatz beträgt 500.000 €.',
    'Die Investition von 80.000 € lohnt sich.',
    'Sie verwalten ein Budget von 250.000 Euro.',
    'Die Kosten von 1.200 € trägt man selbst.',
    'Er kostet 3.000 €.',
    'Die Prüfung kostet rund 400 Euro.',
    'Der Meisterkurs für 6.000 € lohnt sich.',
    'Kurse ab 300 € gibt es genug.',
    'Die Fortbildung schlägt mit 4.000 € zu Buche.',
    'Für die Meisterschule werden 8.000 € fällig.',
    'Die Miete von 900 € frisst viel vom Gehalt.',
    'Ein Dienstwagen im Wert von 45.000 € gehört dazu.',
    'Es geht um 5 Millionen Euro.',
    'Die Ausbildungsvergütung beträgt 1.100 € im ersten und 1.200 € im zweiten Jahr.',
    'Azubis bekommen im ersten Jahr 1.100 €. Im dritten Jahr sind es 1.300 €.',
    'Dazu kommen Zulagen von 300 €.',
    'Eine Prämie von 500 € winkt.',
    'Mit Zertifikat sind es 200 € mehr.',
    'Das Gehalt steigt um 200 €.',
    'Das Gehalt stieg zuletzt um 200 €.',
    'Der Lohn ist um monatlich 200 Euro gestiegen.',
    'Der Lohn wuchs um weitere 150 bis 200 Euro.',
    'Das Gehalt kletterte um 200 €.',
    'Ein Bonus von 10 Prozent, 4.800 € also, kommt hinzu.',
    'Das sind 200 € über dem Landesschnitt.',
    'Das sind 200 € mehr als im Vorjahr.',
    'Dort gibt es 200 Euro brutto mehr als auf dem Land.',
    'Ein Minijob bringt 556 €.',
    'Der Tagessatz liegt bei 600 €.',
    'Das Team hat 300 bis 500 Leute.',
    'Gearbeitet wird an 4k-Bildschirmen.',
  ])('is left out: "%s"', (text) => {
    expect(find(text)).toEqual([])
  })

  it.each([
    ['Nach einer Ausbildungsvergütung von 1.100 € steigt das Gehalt auf 2.700 €.', 2_700],
    ['Auszubildende bekommen 1.100 €, ausgelernte Fachkräfte 2.700 €.', 2_700],
    ['Nach der Meisterprüfung, die 5.000 Euro kostet, steigt der Verdienst auf 3.800 €.', 3_800],
    ['Er kostet 3.000 €, danach liegt das Gehalt bei 3.800 €.', 3_800],
    ['Üblich sind 2.900 € plus Zulagen.', 2_900],
    ['Inklusive Zuschlägen sind 3.400 € drin.', 3_400],
    ['Rund 3.400 Euro im Monat, plus 5 Prozent Prämie, 13. Monatsgehalt und ein Rad.', 3_400],
    ['Rund 3.400 € im Monat, 10 % Nachtzuschlag, 28 Tage Urlaub.', 3_400],
    ['41.000 € im Jahr zuzüglich eines 5-prozentigen Bonus sind üblich.', 41_000],
    ['Es sind 41.000 Euro plus leistungsabhängiger Prämie.', 41_000],
    ['Mit bis zu 25 Prozent Zuschlag sind 3.400 € drin.', 3_400],
    ['Zuletzt stieg der Lohn um 300 Euro auf 3.400 Euro monatlich.', 3_400],
    ['Um 300 auf 3.400 Euro im Monat hebt der Tarif den Lohn an.', 3_400],
    ['Um 300 Euro auf 3.400 Euro im Monat klettert der Lohn.', 3_400],
    ['Der Lohn legte um gut 300 € auf 3.400 € zu.', 3_400],
    ['Einsteiger liegen um 2.500 € im Monat.', 2_500],
    ['Später steigt der Lohn auf um die 3.400 €.', 3_400],
    ['Wer 40.000 Euro verdient, zahlt rund 8.000 Euro Steuern.', 40_000],
  ])('does not hide the pay beside it: "%s"', (text, min) => {
    expect(find(text)).toMatchObject([{ min, max: min }])
  })

  it('does not take an extra for pay that stands beside it: "plus 500 Euro Bonus"', () => {
    expect(find('Es sind 41.000 Euro plus 500 Euro Bonus.')).toMatchObject([{ min: 41_000 }])
  })

  it('asks for a word on pay outside the section on pay', () => {
    expect(find('Die Maschine ist 45.000 € wert.', 'aufgaben')).toEqual([])
    expect(find('Das Projekt läuft mit 45.000 €.', 'aufgaben')).toEqual([])
    expect(find('Das Gehalt liegt bei 45.000 €.', 'aufgaben')).toHaveLength(1)
    expect(find('Das Gehalt ist gut. Üblich sind 45.000 €.', 'aufgaben')).toHaveLength(1)
    expect(
      find('Das Gehalt ist gut: 38.000 €. Später 45.000 €. Und dann 52.000 €.', 'aufgaben'),
    ).toHaveLength(3)
    expect(find('Das Gehalt ist gut. Anderes auch. Es sind 45.000 €.', 'aufgaben')).toEqual([])
  })
})
