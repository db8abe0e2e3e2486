/** A portrait as an author would write it in a text file: two sections, two figures without a source. */
export function portraitText(
  headline: string,
  place = 'Musterstadt',
  profession = 'Glasbläser',
): string {
  return [
    `${profession} Jobs und Stellenangebote in ${place}`,
    `Beruf ${profession} in ${place}`,
    headline,
    'Wer hier arbeitet, formt Glas bei großer Hitze und braucht eine ruhige Hand dafür.',
    'Das Aufgabenfeld: Formen und Blasen',
    'Am Ofen entstehen Kolben, Vasen und Geräte für die Labore der Umgebung, Stück für Stück.',
    'Verdienst: Was der Beruf einbringt',
    'Das jährliche Einstiegsgehalt liegt bei 31.000 bis 34.000 Euro, mit Erfahrung geht es Richtung 45.000 Euro.',
  ].join('\r\n')
}
