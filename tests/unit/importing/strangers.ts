// Portraits as strangers might send them, all of it made up: the employers, the figures, the people.

/** Wrapped at 72 columns by a mail program, without a blank line anywhere. */
export const wrappedPortrait = `Zimmerer Jobs und Stellenangebote in Regensburg
Beruf Zimmerer in Regensburg
Balken, Bögen, Baudenkmal: Zimmererhandwerk zwischen Altstadt und
Neubaugebiet
Wer in Regensburg aus dem Fenster schaut, sieht Dächer. Viele davon sind
älter als die Maschinen, mit denen heute gearbeitet wird, und trotzdem
halten sie. Das liegt an Leuten, die mit Holz umgehen können und sich
auch von einem schiefen Dachstuhl nicht aus der Ruhe bringen lassen.
Die Aufgaben: vom Abbund bis zum Richtfest
Am Anfang steht der Plan, dann kommt das Holz. Zimmerleute reißen an,
sägen zu, stellen auf und verbinden, in der Halle ebenso wie auf der
Baustelle in zwölf Metern Höhe. Dazu kommen Treppen, Gauben,
Dämmung und immer häufiger ganze Häuser aus vorgefertigten Wänden.
Kein Dachstuhl gleicht dem anderen.
Was man mitbringen sollte
Schwindelfreiheit ist nur die halbe Miete. Gefragt sind räumliches
Vorstellungsvermögen, Sorgfalt und die Bereitschaft, bei Wind und Wetter
draußen zu stehen.
Regensburger Besonderheiten
Die Stadt ist ein einziges Denkmal. Wer hier arbeitet, spricht mit der
Denkmalpflege, lernt alte Verbindungen und findet unter der dritten
Lage Dielen auch einmal eine Zeitung von 1890. Betriebe wie die
Donauholz Beispiel GmbH suchen das ganze Jahr.
Was verdient ein Zimmerer?
Zum Einstieg sind 2.700 bis 2.900 Euro brutto im Monat üblich. Mit
Erfahrung und als Vorarbeiter werden daraus 3.400 Euro, und wer einen
Trupp führt, schielt Richtung 4.000 Euro. Der Meisterkurs kostet rund
9.000 Euro, wird aber gefördert.
Ausblick
Holz ist als Baustoff gefragt wie lange nicht. Die Zukunft des Berufs
entscheidet sich daran, ob genug junge Leute kommen.
`

/** No headings at all: paragraphs, one a line. */
export const bareText = [
  'Medizinische/r Fachangestellte/r Jobs und Stellenangebote in Erfurt',
  'Beruf Medizinische Fachangestellte in Erfurt',
  'Zwischen Wartezimmer und Labor laufen in einer Praxis alle Fäden an einem Tresen zusammen. Wer dort sitzt, telefoniert, tröstet, sortiert und weiß nach kurzer Zeit von jedem Stammgast, welches Rezept bald ausläuft.',
  'Der Arbeitsalltag beginnt mit dem Blick in den Kalender. Termine werden vergeben, Patienten betreut, Blut abgenommen, Verbände gewechselt und Befunde abgelegt. Zu den Aufgaben gehört auch die Abrechnung, die kaum jemand mag und die doch stimmen muss.',
  'Geduld und Sorgfalt sind wichtiger als jedes Zeugnis. Gefragt ist, wer bei vollem Wartezimmer den Überblick behält und Fähigkeiten wie ein gutes Gedächtnis für Gesichter mitbringt.',
  'In den Beruf führt eine dreijährige Ausbildung in Praxis und Berufsschule. Ein bestimmter Schulabschluss ist nicht vorgeschrieben, die Prüfung nimmt die Kammer ab.',
  'Beim Gehalt gilt vielerorts der Tarif. Einsteigerinnen erhalten etwa 2.400 Euro brutto monatlich. Nach zehn Berufsjahren sind es rund 3.000 Euro, in großen Praxen bis zu 3.300 Euro.',
  'Und sonst? Die Stadt hat kurze Wege.',
].join('\n')

/** From an old Windows program (windows-1252, CRLF): several paragraphs under a heading. */
export const oldWindowsPortrait = [
  'Hotelfachfrau/-mann Jobs & Stellenangebote in Lübeck',
  'Beruf Hotelfachmann in Lübeck',
  '',
  'Gäste sind auch nur Menschen – aber was für welche!',
  '',
  'Um sechs Uhr klingelt am Empfang das erste Telefon. Jemand möchte ein Taxi, jemand ein Kissen, und in Zimmer 214 tropft der Hahn.',
  'So beginnt ein Tag im Hotel „Zur erfundenen Möwe“, und er endet selten so, wie der Dienstplan es vorsieht.',
  '',
  'Empfang, Etage, Küche: ein Beruf, viele Aufgaben',
  '',
  'Hotelfachleute arbeiten überall im Haus. Sie begrüßen Gäste, planen Veranstaltungen, kontrollieren Zimmer und decken Tische ein.',
  '',
  'Abends wird abgerechnet. Wer Zahlen nicht scheut, ist bald mit der Buchhaltung vertraut.',
  '',
  'Arbeitszeiten und Team',
  '',
  'Gearbeitet wird, wenn andere frei haben: an Wochenenden, an Feiertagen, in Schichten.',
  '',
  'Lohn und Trinkgeld',
  '',
  'Der Stundenlohn liegt zwischen 14,50 € und 17 €. Auf den Monat gerechnet sind das bei voller Stelle 2.500 € bis 2.900 € brutto, dazu kommen 150 € Trinkgeld.',
  '',
  'Fazit',
  '',
  'Ein Beruf für Leute, die Menschen mögen. Auch morgens um sechs.',
].join('\r\n')

/** Percent-encoded names, lists with bullets, and costs beside the pay. */
export const listPortrait = `Anlagenmechaniker%20SHK Jobs und Stellenangebote in M%C3%BCnster

Beruf Anlagenmechaniker SHK in M%C3%BCnster

Warm, trocken, sauber: Wer Häuser in Gang hält

Ohne Heizung ist auch das schönste Haus nur ein kalter Kasten. In Münster werden gerade ganze Straßenzüge umgerüstet.

Typische Tätigkeiten

• Heizungen und Wärmepumpen einbauen
• Bäder planen und montieren
• Störungen suchen, auch nachts

Wege in den Beruf: Ausbildung oder Umschulung?

Dreieinhalb Jahre dauert die Ausbildung. Auszubildende bekommen im ersten Jahr 900 Euro, im letzten 1.200 Euro.

Verdienst in Zahlen

Das zahlen Betriebe in Münster im Monat (brutto):

- Berufseinstieg: 2.800 Euro
- mit Erfahrung: 3.200–3.600 Euro
- Kundendienst: ab 3.500 Euro

Quelle: Innungsspiegel 2024

Weiterbildung

Wer den Meister macht, zahlt Gebühren von etwa 7.500 Euro und verdient danach im Jahr 50.000 Euro oder mehr.
`

/** Nationwide, with the marks of Markdown and a source that the CMS knows. */
export const markdownPortrait = `# Logopäd:in Jobs und Stellenangebote

**Beruf Logopäde**

## Worte finden, wo sie fehlen

Manche Menschen verlieren ihre Sprache, andere haben sie noch nicht gefunden. Mit beiden wird in der Logopädie geübt, oft spielerisch, immer beharrlich.

## Was zu tun ist

Befunde erheben, Übungen entwickeln, Angehörige beraten. Keine Stunde gleicht der anderen.

## Was verdient man?

### Am Anfang

Laut Lohnspiegel der Beispielstadt beginnen Fachkräfte mit 36.000 Euro brutto im Jahr.

### Später

Der Median liegt laut Entgeltatlas (Stand 2024) bei 3.350 € im Monat. Das Jahresgehalt in Leitungen: 48.000 bis 54.000 €.

## Wie geht es weiter?

Ein Studium eröffnet neue Perspektiven, Fortbildungen sind Pflicht.
`
